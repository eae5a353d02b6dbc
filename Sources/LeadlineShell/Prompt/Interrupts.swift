internal import CReadline
internal import Synchronization

/// Ctrl-C while a command runs: it cancels the command, never the program.
///
/// The signal handler only writes a byte; a thread of its own takes it and calls the canceller.
public struct Interrupts: Sendable {
  public init() {}

  /// Runs `body`; each Ctrl-C meanwhile sets the token and calls `cancel` on another thread.
  ///
  /// A script whose token is set afterwards has rolled back and exits with 130. Not to be nested.
  public func watch<Result, Failure: Error>(
    cancel: @escaping @Sendable () -> Void,
    _ body: (Interruption) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let token = Interruption()
    guard leadline_interrupt_watch() else { return try body(token) }
    let watcher = WatcherThread {
      while leadline_interrupt_wait() {
        token.set()
        cancel()
      }
    }
    defer {
      leadline_interrupt_unwatch()
      watcher?.join()
    }
    return try body(token)
  }
}

/// Whether Ctrl-C came while a command ran.
public final class Interruption: Sendable {
  private let flag = Atomic(false)

  public var isSet: Bool { flag.load(ordering: .acquiring) }

  func set() { flag.store(true, ordering: .releasing) }
}
