internal import GRDB
internal import LeadlineStore
internal import Synchronization

/// Ends the running statement of a connection, and the transaction that it is part of.
///
/// SQLite itself knows of the statement alone: between two of them a transaction would go on.
final class Interruption: Canceller {
  private enum State: UInt8, AtomicRepresentable { case idle, inTransaction, cancelled }

  private let state = Atomic(State.idle)
  private let queue: DatabaseQueue

  init(queue: DatabaseQueue) { self.queue = queue }

  func cancel() {
    _ = state.compareExchange(
      expected: .inTransaction, desired: .cancelled, ordering: .sequentiallyConsistent)
    queue.interrupt()
  }

  func begin() { state.store(.inTransaction, ordering: .sequentiallyConsistent) }
  func end() { state.store(.idle, ordering: .sequentiallyConsistent) }

  /// Throws `StorageError.cancelled` where the transaction was cancelled.
  func check() throws(StorageError) {
    if state.load(ordering: .sequentiallyConsistent) == .cancelled { throw .cancelled }
  }
}
