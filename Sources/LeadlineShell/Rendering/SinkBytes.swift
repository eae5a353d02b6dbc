internal import LeadlineInterchange
internal import LeadlineModel

/// A sink as formats write to it.
///
/// A format keeps text exactly; on a terminal what would act there is shown as an escape instead.
final class SinkBytes: ByteSink {
  private let sink: Sink
  private let isTerminal: Bool

  init(_ sink: Sink, isTerminal: Bool) {
    self.sink = sink
    self.isTerminal = isTerminal
  }

  func write(_ bytes: [UInt8]) throws {
    guard isTerminal else { return try sink.write(bytes: bytes) }
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing("\r\n", with: "\n").replacing("\u{FEFF}", with: "")
    try sink.write(Printable(text, keepingNewlines: true))
  }
}

/// A file that is written beside and renamed, as a sink's target.
final class OutputTarget: ByteTarget {
  private let file: FileOutput

  init(_ file: FileOutput) { self.file = file }

  func write(_ bytes: [UInt8]) throws(Sink.Failure) {
    do { try file.write(bytes) } catch { throw .write(errno: 5) }
  }

  func finish() {}
  func abandon() {}
}
