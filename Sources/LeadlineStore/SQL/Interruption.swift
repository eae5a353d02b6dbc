internal import Synchronization

/// Ends the running statement of a connection, and the transaction that it is part of.
///
/// An engine itself knows of the statement alone: between two of them a transaction would go on.
public final class Interruption: Canceller {
  private enum State: UInt8, AtomicRepresentable { case idle, inTransaction, cancelled }

  private let state = Atomic(State.idle)
  private let stopStatement: @Sendable () -> Void

  public init(stopStatement: @escaping @Sendable () -> Void) {
    self.stopStatement = stopStatement
  }

  public func cancel() {
    _ = state.compareExchange(
      expected: .inTransaction, desired: .cancelled, ordering: .sequentiallyConsistent)
    stopStatement()
  }

  /// A transaction begins.
  public func begin() { state.store(.inTransaction, ordering: .sequentiallyConsistent) }
  /// The transaction has ended.
  public func end() { state.store(.idle, ordering: .sequentiallyConsistent) }

  /// Throws `StorageError.cancelled` where the transaction was cancelled.
  public func check() throws(StorageError) {
    if state.load(ordering: .sequentiallyConsistent) == .cancelled { throw .cancelled }
  }
}
