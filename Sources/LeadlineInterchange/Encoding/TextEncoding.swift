import Foundation

/// A way in which text stands in bytes, known by its name.
public struct TextEncoding: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case utf8
    /// Nil: by byte order mark or by where the zero bytes stand.
    case utf16(bigEndian: Bool?)
    case utf32(bigEndian: Bool?)
    /// One of Foundation's, by its raw value.
    case foundation(UInt)
  }

  /// The usual name, lower case: `gb18030`.
  public let name: String
  let form: Form

  public static let utf8 = TextEncoding(name: "utf-8", form: .utf8)
  /// Takes in GBK and GB2312.
  public static let gb18030 = TextEncoding(name: "gb18030", form: .foundation(0x8000_0632))

  static func utf16(bigEndian: Bool) -> TextEncoding {
    TextEncoding(name: bigEndian ? "utf-16be" : "utf-16le", form: .utf16(bigEndian: bigEndian))
  }

  static func utf32(bigEndian: Bool) -> TextEncoding {
    TextEncoding(name: bigEndian ? "utf-32be" : "utf-32le", form: .utf32(bigEndian: bigEndian))
  }

  private init(name: String, form: Form) {
    self.name = name
    self.form = form
  }

  private init(_ name: String, _ raw: UInt) {
    self.init(name: name, form: .foundation(raw))
  }

  /// The encoding of this name, found without regard to case, `-`, `_` and blanks.
  public init?(named name: String) {
    let key = Self.key(name)
    let wanted = Self.aliases[key] ?? key
    guard let found = Self.all.first(where: { Self.key($0.name) == wanted }) else { return nil }
    self = found
  }

  /// The names that `init(named:)` knows, without the lesser ones.
  public static var names: [String] { all.map(\.name) }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { !"-_ ".contains($0) }
  }

  private static let all: [TextEncoding] =
    [
      .utf8, TextEncoding(name: "utf-16", form: .utf16(bigEndian: nil)),
      .utf16(bigEndian: false), .utf16(bigEndian: true),
      TextEncoding(name: "utf-32", form: .utf32(bigEndian: nil)),
      .utf32(bigEndian: false), .utf32(bigEndian: true), .gb18030,
      TextEncoding("big5", 0x8000_0A06), TextEncoding("shift_jis", 0x8000_0420),
      TextEncoding("iso-2022-jp", 0x8000_0820), TextEncoding("euc-kr", 0x8000_0422),
      TextEncoding("koi8-r", 0x8000_0A02), TextEncoding("macintosh", 0x8000_0000),
    ] + isoParts.map { TextEncoding("iso-8859-\($0)", 0x8000_0200 + $0) }
    + windowsPages.enumerated().map { TextEncoding("windows-125\($0)", 0x8000_0500 + $1) }

  private static let isoParts: [UInt] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16]
  /// Where Foundation keeps the pages 1250, 1251, 1252, …
  private static let windowsPages: [UInt] = [1, 2, 0, 3, 4, 5, 6, 7, 8]

  private static let aliases: [String: String] = [
    "utf": "utf8", "unicode": "utf16", "ucs2": "utf16", "utf16bom": "utf16",
    "gbk": "gb18030", "gb2312": "gb18030", "gb": "gb18030", "cp936": "gb18030",
    "windows936": "gb18030", "euccn": "gb18030", "xgbk": "gb18030",
    "big5hkscs": "big5", "cp950": "big5", "sjis": "shiftjis", "cp932": "shiftjis",
    "windows31j": "shiftjis", "mskanji": "shiftjis", "xsjis": "shiftjis",
    "cp949": "euckr", "uhc": "euckr", "ksc56011987": "euckr", "ksc5601": "euckr",
    "latin1": "iso88591", "usascii": "windows1252", "ascii": "windows1252",
    "latin2": "iso88592", "latin9": "iso885915", "ansi": "windows1252",
    "cp1250": "windows1250", "cp1251": "windows1251", "cp1252": "windows1252",
    "mac": "macintosh", "macroman": "macintosh",
  ]
}
