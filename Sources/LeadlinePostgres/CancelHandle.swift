#if PostgreSQL
  internal import CLibPQ
  internal import Foundation
  internal import LeadlineStore
  internal import Synchronization

  /// Ends the running statement of a connection, from any thread.
  ///
  /// The first time it asks the server. Asked again after a while, as the server does not react,
  /// it cuts the connection.
  final class CancelHandle: Sendable {
    private struct State: @unchecked Sendable {
      var pointer: OpaquePointer?
      var socket: Int32 = -1
      /// When the server was first asked to end what runs now.
      var asked: ContinuousClock.Instant?
      /// Whether a thread is still asking.
      var isAsking = false
      var isCut = false
    }

    private let library: LibPQ
    private let state = Mutex(State())
    /// How long a server may take to react.
    private static let patience = Duration.seconds(2)

    init(_ library: LibPQ) { self.library = library }

    deinit { library.functions.PQfreeCancel(state.withLock { $0.pointer }) }

    /// Whether the connection was cut: what it did is not to be tried once more.
    var isCut: Bool { state.withLock { $0.isCut } }

    /// Means this connection from now on.
    func follow(_ connection: ServerConnection) {
      let pq = library.functions
      let pointer = pq.PQgetCancel(connection.handle)
      let old = state.withLock { state in
        // A handle that a thread still waits with is left to it.
        let old = state.isAsking ? nil : state.pointer
        state = State(pointer: pointer, socket: pq.PQsocket(connection.handle))
        return Held(pointer: old)
      }
      pq.PQfreeCancel(old.pointer)
    }

    /// Something new runs now.
    func begin() { state.withLock { $0.asked = nil } }

    /// Runs what must not be ended, when the server has heard what it was asked before.
    func unstopped(_ body: () -> Void) {
      let deadline = ContinuousClock.now + Self.patience
      while state.withLock({ $0.isAsking && !$0.isCut }), ContinuousClock.now < deadline {
        usleep(500)
      }
      body()
    }

    func stop() {
      let asking = state.withLock { state in
        guard state.pointer != nil else { return Held(pointer: nil) }
        if let asked = state.asked {
          guard ContinuousClock.now - asked > Self.patience else { return Held(pointer: nil) }
          state.isCut = true
          shutdown(state.socket, Int32(SHUT_RDWR))
          return Held(pointer: nil)
        }
        state.asked = .now
        state.isAsking = true
        return Held(pointer: state.pointer)
      }
      guard asking.pointer != nil else { return }
      Thread.detachNewThread { [self] in ask(asking) }
    }

    private struct Held: @unchecked Sendable { let pointer: OpaquePointer? }

    private func ask(_ held: Held) {
      var words = [CChar](repeating: 0, count: 256)
      _ = library.functions.PQcancel(held.pointer, &words, Int32(words.count))
      state.withLock { state in
        if state.pointer == held.pointer { state.isAsking = false }
      }
    }
  }
#endif
