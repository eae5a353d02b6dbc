public import LeadlineModel

/// The one way out for text: to a terminal, a pager, a program or a file.
///
/// Text from data comes as `Printable`; bytes come from writers that have escaped it.
public final class Sink {
  /// Why output ended early.
  public enum Failure: Error, Hashable, Sendable {
    /// The reader went away, which is no error: the pager was left, the pipe was closed.
    case closed
    /// The system's error number.
    case write(errno: Int32)
    /// The shell could not start the program.
    case program(String)
  }

  private let target: any ByteTarget
  private var pending: [UInt8] = []
  private let capacity: Int

  /// Collects up to `capacity` bytes before they go to `target`.
  public init(_ target: any ByteTarget, capacity: Int = 65_536) {
    self.target = target
    self.capacity = capacity
  }

  public func write(_ text: Printable) throws(Failure) {
    try write(bytes: text.text.utf8)
  }

  /// Writes a line and its newline.
  public func writeLine(_ text: Printable) throws(Failure) {
    try write(text)
    try write(bytes: CollectionOfOne(10))
  }

  /// Writes what was escaped and styled already.
  func write(rendered text: String) throws(Failure) {
    try write(bytes: text.utf8)
  }

  /// Writes a format's bytes as they are.
  public func write(bytes: some Collection<UInt8>) throws(Failure) {
    pending.append(contentsOf: bytes)
    if pending.count >= capacity { try flush() }
  }

  public func flush() throws(Failure) {
    if pending.isEmpty { return }
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    try target.write(bytes)
  }

  /// Writes what is left and waits for a pager or program to end.
  public func finish() throws(Failure) {
    do throws(Failure) {
      try flush()
    } catch {
      target.abandon()
      throw error
    }
    try target.finish()
  }

  /// Ends without the rest: a half-written file is taken away.
  public func abandon() {
    pending = []
    target.abandon()
  }
}

/// Where a sink's bytes go.
public protocol ByteTarget: AnyObject {
  func write(_ bytes: [UInt8]) throws(Sink.Failure)
  func finish() throws(Sink.Failure)
  func abandon()
}
