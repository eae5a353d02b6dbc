import Foundation

/// Bytes read as text.
public struct DecodedText: Hashable, Sendable {
  public let text: String
  /// The name of the encoding the bytes were in.
  public let encoding: String
  /// The first NUL character, counted in UTF-8: a database takes none.
  public let firstNUL: TextPosition?
}

/// Reads bytes as text, in the encoding named or the one they are found to be in.
public enum TextDecoding {
  /// By byte order mark, then UTF-16 and UTF-32 by their zero bytes, then UTF-8, then GB18030.
  ///
  /// `declared` is a name given by a person; nothing is guessed then.
  public static func decode(
    _ bytes: [UInt8], declared: String? = nil
  ) throws(TextDecodingError) -> DecodedText {
    let (text, encoding) = try utf8(bytes, declared: try declared.map(named))
    let zero = text.firstIndex(of: 0)
    return DecodedText(
      text: String(decoding: text, as: UTF8.self), encoding: encoding.name,
      firstNUL: zero.map { position($0, in: text) })
  }

  /// The encoding of this name.
  static func named(_ name: String) throws(TextDecodingError) -> TextEncoding {
    guard let found = TextEncoding(named: name) else {
      throw .unknownEncoding(name, known: TextEncoding.names)
    }
    return found
  }

  /// The text as UTF-8, without a byte order mark.
  static func utf8(
    _ bytes: [UInt8], declared: TextEncoding?
  ) throws(TextDecodingError) -> (bytes: [UInt8], encoding: TextEncoding) {
    let mark = EncodingGuess.byMark(bytes)
    if let declared {
      return (try convert(bytes, from: declared, mark: mark), declared)
    }
    if let mark {
      return (try convert(bytes, from: mark.encoding, mark: mark), mark.encoding)
    }
    if let wide = EncodingGuess.byZeros(bytes),
      let text = try? convert(bytes, from: wide, mark: nil)
    {
      return (text, wide)
    }
    guard let first = UTF8Check.failure(in: bytes) else { return (bytes, .utf8) }
    if let text = foundation(bytes, .gb18030) { return (text, .gb18030) }
    let second = failure(of: .gb18030, in: bytes)
    throw .undecodable(
      tried: [TextEncoding.utf8.name, TextEncoding.gb18030.name],
      at: position(max(first, second), in: bytes))
  }

  private static func convert(
    _ bytes: [UInt8], from encoding: TextEncoding, mark: EncodingGuess?
  ) throws(TextDecodingError) -> [UInt8] {
    switch encoding.form {
    case .utf8:
      if let failure = UTF8Check.failure(in: bytes) { throw refusal(encoding, failure, bytes) }
      return mark?.encoding == .utf8 ? Array(bytes.dropFirst(3)) : bytes
    case .utf16(let order):
      let skip = mark?.markLength == 2 ? 2 : 0
      return try WideText(bytes, skip: skip, bigEndian: order ?? isBigEndian(bytes, mark))
        .fromUTF16(encoding)
    case .utf32(let order):
      let skip = mark?.markLength == 4 ? 4 : 0
      return try WideText(bytes, skip: skip, bigEndian: order ?? isBigEndian(bytes, mark))
        .fromUTF32(encoding)
    case .foundation:
      guard let text = foundation(bytes, encoding) else {
        throw refusal(encoding, failure(of: encoding, in: bytes), bytes)
      }
      return text
    }
  }

  private static func isBigEndian(_ bytes: [UInt8], _ mark: EncodingGuess?) -> Bool {
    switch (mark?.encoding ?? EncodingGuess.byZeros(bytes))?.form {
    case .utf16(let order?), .utf32(let order?): order
    default: false
    }
  }

  private static func refusal(
    _ encoding: TextEncoding, _ offset: Int, _ bytes: [UInt8]
  ) -> TextDecodingError {
    .undecodable(tried: [encoding.name], at: position(offset, in: bytes))
  }

  static func foundation(_ bytes: some Collection<UInt8>, _ encoding: TextEncoding) -> [UInt8]? {
    guard case .foundation(let raw) = encoding.form else { return nil }
    return String(bytes: bytes, encoding: String.Encoding(rawValue: raw)).map { Array($0.utf8) }
  }

  static func position(_ offset: Int, in bytes: [UInt8]) -> TextPosition {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == 10 }
    let loneReturns = line == 0 ? before.count { $0 == 13 } : 0
    return TextPosition(offset: offset, line: 1 + line + loneReturns)
  }

  /// Where the first character lies that `encoding` does not have.
  ///
  /// In all these encodings a line feed is never part of a longer character.
  private static func failure(of encoding: TextEncoding, in bytes: [UInt8]) -> Int {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
      if foundation(bytes[start..<end], encoding) == nil {
        return failure(of: encoding, inLine: bytes[start..<end])
      }
      start = end
    }
    return bytes.count
  }

  private static func failure(of encoding: TextEncoding, inLine line: ArraySlice<UInt8>) -> Int {
    var start = line.startIndex
    while start < line.endIndex {
      let lengths = 1...min(4, line.endIndex - start)
      let length = lengths.first { foundation(line[start..<start + $0], encoding) != nil }
      guard let length else { return start }
      start += length
    }
    return start
  }
}
