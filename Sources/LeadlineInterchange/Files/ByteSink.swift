/// Takes the bytes of an output, in order.
public protocol ByteSink: AnyObject {
  func write(_ bytes: [UInt8]) throws
}

/// Keeps the bytes of an output in memory.
public final class MemoryOutput: ByteSink {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public func write(_ bytes: [UInt8]) {
    self.bytes += bytes
  }

  /// The bytes so far as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Gathers small pieces of text and hands them to a sink in blocks.
struct OutputBlock {
  private static let size = 1 << 16
  private let sink: any ByteSink
  var bytes: [UInt8] = []

  init(_ sink: any ByteSink) {
    self.sink = sink
    bytes.reserveCapacity(Self.size + Self.size / 4)
  }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// To be called after each row: passes the block on when it is full.
  mutating func rowEnded() throws {
    if bytes.count >= Self.size { try flush() }
  }

  mutating func flush() throws {
    guard !bytes.isEmpty else { return }
    try sink.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
