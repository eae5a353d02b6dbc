internal import Synchronization

/// Ends what one command does, from any thread, on whatever databases it works.
///
/// Once cancelled it stays so: it is one command's.
public final class CancelGroup: Canceller {
  private struct State {
    var cancellers: [any Canceller]
    var isCancelled = false
  }

  private let state: Mutex<State>

  public init(_ cancellers: [any Canceller] = []) {
    state = Mutex(State(cancellers: cancellers))
  }

  public func cancel() {
    let cancellers = state.withLock { state in
      state.isCancelled = true
      return state.cancellers
    }
    for canceller in cancellers { canceller.cancel() }
  }

  /// Throws `StorageError.cancelled` once it was cancelled.
  public func check() throws(StorageError) {
    if state.withLock(\.isCancelled) { throw .cancelled }
  }

  /// Runs `body`, which `cancellers` end too.
  func covering<Result>(
    _ cancellers: [any Canceller], _ body: () throws -> Result
  ) rethrows -> Result {
    state.withLock { $0.cancellers += cancellers }
    defer { state.withLock { $0.cancellers.removeLast(cancellers.count) } }
    return try body()
  }
}
