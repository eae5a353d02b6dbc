/// Bytes of UTF-16 or UTF-32, read strictly.
struct WideText {
  private let bytes: [UInt8]
  private let skip: Int
  private let bigEndian: Bool

  init(_ bytes: [UInt8], skip: Int, bigEndian: Bool) {
    self.bytes = bytes
    self.skip = skip
    self.bigEndian = bigEndian
  }

  func fromUTF16(_ encoding: TextEncoding) throws(TextDecodingError) -> [UInt8] {
    try read(UTF16(), width: 2, encoding) { UInt16(truncatingIfNeeded: $0) }
  }

  func fromUTF32(_ encoding: TextEncoding) throws(TextDecodingError) -> [UInt8] {
    try read(UTF32(), width: 4, encoding) { $0 }
  }

  private func read<Codec: UnicodeCodec>(
    _ codec: Codec, width: Int, _ encoding: TextEncoding, unit: (UInt32) -> Codec.CodeUnit
  ) throws(TextDecodingError) -> [UInt8] {
    let body = bytes.dropFirst(skip)
    let units = stride(from: body.startIndex, to: body.endIndex - body.count % width, by: width)
      .map { unit(number(at: $0, width: width)) }
    var out: [UInt8] = []
    out.reserveCapacity(body.count)
    var codec = codec
    var source = units.makeIterator()
    var taken = skip
    var line = 1
    while true {
      switch codec.decode(&source) {
      case .scalarValue(let scalar):
        out.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
        taken += width == 2 && scalar.value > 0xFFFF ? 4 : width
        if scalar == "\n" { line += 1 }
      case .emptyInput:
        if body.count % width == 0 { return out }
        throw .undecodable(tried: [encoding.name], at: TextPosition(offset: taken, line: line))
      case .error:
        throw .undecodable(tried: [encoding.name], at: TextPosition(offset: taken, line: line))
      }
    }
  }

  private func number(at index: Int, width: Int) -> UInt32 {
    (0..<width).reduce(0) { sum, step in
      sum << 8 | UInt32(bytes[bigEndian ? index + step : index + width - 1 - step])
    }
  }
}
