import Foundation

/// Turns the value of a property into texts: transfer encoding, character set, escapes.
struct VCardText {
  private let fallback: TextEncoding
  /// The encodings of the names met so far.
  private var known: [String: TextEncoding?] = [:]

  /// What went wrong with the last value.
  enum Trouble: Hashable {
    case undecodable
    case unknownCharset(String)
  }

  private(set) var trouble: Trouble?

  /// Forgets the trouble of an earlier line.
  mutating func begin() { trouble = nil }

  /// Text of no stated encoding that is not UTF-8 is read as `fallback`.
  init(fallback: TextEncoding) {
    self.fallback = fallback
  }

  /// The whole value.
  mutating func text(_ line: VCardLine) -> String {
    piece(line.value, line)
  }

  /// The parts of a value between separators that are not escaped.
  mutating func parts(_ line: VCardLine, at separator: UInt8 = 0x3B) -> [String] {
    if line.isQuotedPrintable || isUTF8(line) {
      return Self.split(line.value, at: separator).map { piece($0, line) }
    }
    // In other encodings a backslash can be half of a character: decode first.
    let bytes = decoded(Array(line.value), line.charset)
    return bytes.withUnsafeBufferPointer { whole in
      Self.split(whole[...], at: separator).map { Self.unescaped($0) }
    }
  }

  private func isUTF8(_ line: VCardLine) -> Bool {
    var check = UTF8Check()
    guard line.charset.map({ ASCII.equal($0, "UTF-8") }) ?? true else { return false }
    return check.feed(UnsafeBufferPointer(rebasing: line.value)) && check.finish()
  }

  private mutating func piece(_ bytes: VCardLine.Bytes, _ line: VCardLine) -> String {
    if line.isBase64 {
      let plain = Data(base64Encoded: Data(bytes), options: .ignoreUnknownCharacters) ?? Data()
      return String(decoding: decoded(Array(plain), line.charset), as: UTF8.self)
    }
    if line.isQuotedPrintable {
      return decoded(Self.quotedPrintable(bytes), line.charset)
        .withUnsafeBufferPointer { Self.unescaped($0[...]) }
    }
    if isUTF8(line) { return Self.unescaped(bytes) }
    return decoded(Array(bytes), line.charset)
      .withUnsafeBufferPointer { Self.unescaped($0[...]) }
  }

  /// As UTF-8: by the stated character set, else UTF-8, else the fallback.
  private mutating func decoded(_ bytes: [UInt8], _ charset: VCardLine.Bytes?) -> [UInt8] {
    let stated = charset.flatMap { encoding($0) }
    if let stated, stated != .utf8, let text = TextDecoding.foundation(bytes, stated) {
      return text
    }
    if UTF8Check.failure(in: bytes) == nil { return bytes }
    if let text = TextDecoding.foundation(bytes, fallback) { return text }
    trouble = .undecodable
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private mutating func encoding(_ name: VCardLine.Bytes) -> TextEncoding? {
    if ASCII.equal(name, "UTF-8") { return .utf8 }
    let text = String(decoding: name, as: UTF8.self)
    if let found = known[text] { return found }
    let found = TextEncoding(named: text)
    if found == nil { trouble = .unknownCharset(text) }
    known[text] = .some(found)
    return found
  }

  /// `=E5` becomes its byte; what is no such escape stays as it is.
  private static func quotedPrintable(_ bytes: VCardLine.Bytes) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x3D, index + 2 < bytes.endIndex, let high = hex(bytes[index + 1]),
        let low = hex(bytes[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func split(_ bytes: VCardLine.Bytes, at separator: UInt8) -> [VCardLine.Bytes] {
    var parts: [VCardLine.Bytes] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      if bytes[index] == 0x5C {
        index += 1
      } else if bytes[index] == separator {
        parts.append(bytes[start..<index])
        start = index + 1
      }
      index += 1
    }
    parts.append(bytes[start...])
    return parts
  }

  /// Without blanks around it; `\n` is a line end, `\,` `\;` `\:` `\"` `\\` the second character.
  private static func unescaped(_ raw: VCardLine.Bytes) -> String {
    var bytes = raw
    while let first = bytes.first, first == 0x20 || (9...13).contains(first) { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || (9...13).contains(last) { bytes.removeLast() }
    guard bytes.contains(where: { $0 == 0x5C || $0 == 0x0D }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { continue }
      guard byte == 0x5C, index < bytes.endIndex else {
        out.append(byte)
        continue
      }
      switch bytes[index] {
      case 0x6E, 0x4E: out.append(10)
      case 0x2C, 0x3B, 0x3A, 0x22, 0x5C: out.append(bytes[index])
      default: out += [byte, bytes[index]]
      }
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}
