/// One property line: `item1.TEL;TYPE=cell,pref:138 1234 5678`.
struct VCardLine {
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  let property: VCardProperty
  let group: Bytes
  private(set) var isQuotedPrintable = false
  private(set) var isBase64 = false
  private(set) var charset: Bytes?
  private(set) var omittedYear: String?
  /// Lower case; only where the property has use for them.
  private(set) var types: [String] = []
  private(set) var value: Bytes

  enum Outcome {
    case line(VCardLine)
    /// A property that is passed over.
    case unused
    /// There is no colon after the name.
    case notAProperty
  }

  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
    guard let end = bytes.firstIndex(where: { $0 == 0x3A || $0 == 0x3B }) else {
      return .notAProperty
    }
    let dot = bytes[..<end].lastIndex(of: 0x2E)
    let name = bytes[(dot.map { $0 + 1 } ?? 0)..<end]
    guard let property = VCardProperty(name) else {
      return bytes[end...].contains(0x3A) ? .unused : .notAProperty
    }
    var line = VCardLine(property: property, group: bytes[..<(dot ?? 0)], value: bytes[end...])
    return line.readParameters(bytes, from: end) ? .line(line) : .notAProperty
  }

  private init(property: VCardProperty, group: Bytes, value: Bytes) {
    self.property = property
    self.group = group
    self.value = value
  }

  /// Reads `;NAME=value` as often as it comes, then the value after the colon.
  private mutating func readParameters(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == 0x3B {
      let begin = index + 1
      var equals: Int?
      var isQuoted = false
      index = begin
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x22 {
          isQuoted.toggle()
        } else if !isQuoted {
          if byte == 0x3B || byte == 0x3A { break }
          if byte == 0x3D, equals == nil { equals = index }
        }
        index += 1
      }
      if let equals {
        take(bytes[begin..<equals], bytes[(equals + 1)..<index])
      } else {
        take(bytes[begin..<index])
      }
    }
    guard index < bytes.count else { return false }
    value = bytes[(index + 1)...]
    return true
  }

  private mutating func take(_ name: Bytes, _ value: Bytes) {
    if ASCII.equal(name, "TYPE") {
      for part in value.split(separator: 0x2C) { addType(part) }
    } else if ASCII.equal(name, "CHARSET") {
      charset = Self.unquoted(value)
    } else if ASCII.equal(name, "ENCODING") {
      take(Self.unquoted(value))
    } else if ASCII.equal(name, "PREF") {
      addType(value, as: "pref")
    } else if ASCII.equal(name, "X-APPLE-OMIT-YEAR") {
      omittedYear = String(decoding: Self.unquoted(value), as: UTF8.self)
    }
  }

  /// A parameter without a name: an encoding or, in 2.1, a type.
  private mutating func take(_ word: Bytes) {
    if ASCII.equal(word, "QUOTED-PRINTABLE") || ASCII.equal(word, "Q") {
      isQuotedPrintable = true
    } else if ASCII.equal(word, "BASE64") || ASCII.equal(word, "B") {
      isBase64 = true
    } else if !ASCII.equal(word, "8BIT"), !ASCII.equal(word, "7BIT") {
      addType(word)
    }
  }

  private mutating func addType(_ raw: Bytes, as fixed: String? = nil) {
    switch property {
    case .phone, .email, .address: break
    default: return
    }
    let word = fixed ?? String(decoding: Self.unquoted(raw), as: UTF8.self).lowercased()
    if !word.isEmpty, !types.contains(word) { types.append(word) }
  }

  private static func unquoted(_ bytes: Bytes) -> Bytes {
    var rest = bytes
    if rest.first == 0x22 { rest = rest.dropFirst() }
    if rest.last == 0x22 { rest = rest.dropLast() }
    return rest
  }
}
