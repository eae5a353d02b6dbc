#if PostgreSQL
  internal import CLibPQ
  internal import LeadlineStore
  internal import Synchronization

  /// Ends the running statement of a connection, from any thread.
  final class CancelHandle: Sendable {
    private struct Handle: @unchecked Sendable { var pointer: OpaquePointer? }

    private let library: LibPQ
    private let handle = Mutex(Handle(pointer: nil))

    init(_ library: LibPQ) { self.library = library }

    deinit { handle.withLock { library.functions.PQfreeCancel($0.pointer) } }

    /// Means this connection from now on.
    func follow(_ connection: ServerConnection) {
      let new = Handle(pointer: library.functions.PQgetCancel(connection.handle))
      handle.withLock { old in
        library.functions.PQfreeCancel(old.pointer)
        old = new
      }
    }

    /// Runs what must not be ended; a `stop` that has begun is over before.
    func unstopped(_ body: () -> Void) {
      handle.withLock { _ in body() }
    }

    func stop() {
      var words = [CChar](repeating: 0, count: 256)
      handle.withLock { handle in
        guard let pointer = handle.pointer else { return }
        _ = library.functions.PQcancel(pointer, &words, Int32(words.count))
      }
    }
  }
#endif
