#if PostgreSQL
  internal import CLibPQ
  internal import Glibc
  internal import LeadlineStore

  /// Why no connection came about.
  ///
  /// libpq gives a failed connection no code, only a text in the server's language. A second
  /// attempt with all details on has the code in its text.
  struct ConnectionFailure {
    let error: ServerError

    init(_ address: ServerAddress, _ failed: OpaquePointer, _ pq: LibPQFunctions) {
      let plain = Self.message(failed, pq)
      let detailed = Self.detailed(address, pq)
      let cause = detailed?.message ?? plain
      switch detailed?.code {
      case "3D000"?: error = .noSuchDatabase(String(pq.PQdb(failed)))
      case "28P01"?, "28000"?:
        error = .loginRefused(user: String(pq.PQuser(failed)), cause: cause)
      case "55000"?: error = .unavailable(cause: cause)
      case let code? where ["53", "57"].contains(code.prefix(2)):
        error = .unavailable(cause: cause)
      case .some: error = .forbidden(cause: cause)
      case nil:
        error =
          pq.PQconnectionNeedsPassword(failed) == 1 ? .passwordNeeded : .unreachable(cause: plain)
      }
    }

    /// What the client library says, but for its advice: lines that begin with a tab.
    private static func message(_ handle: OpaquePointer, _ pq: LibPQFunctions) -> String {
      lines(handle, pq).filter { !$0.hasPrefix("\t") }.joined(separator: "; ")
    }

    private static func lines(_ handle: OpaquePointer, _ pq: LibPQFunctions) -> [Substring] {
      let text = String(pq.PQerrorMessage(handle))
      return text.split(whereSeparator: \.isNewline).map { $0[...] }
    }

    /// Tries once more; nil where the server sent no code.
    private static func detailed(_ address: ServerAddress, _ pq: LibPQFunctions) -> Reply? {
      guard let handle = address.begin(pq) else { return nil }
      defer { pq.PQfinish(handle) }
      guard pq.PQstatus(handle) != CONNECTION_BAD else { return nil }
      _ = pq.PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
      var state = PGRES_POLLING_WRITING
      while state != PGRES_POLLING_OK, state != PGRES_POLLING_FAILED {
        let events = Int16(state == PGRES_POLLING_READING ? POLLIN : POLLOUT)
        var waited = pollfd(fd: pq.PQsocket(handle), events: events, revents: 0)
        if poll(&waited, 1, 5000) == 0 { return nil }
        state = pq.PQconnectPoll(handle)
      }
      return lines(handle, pq).compactMap(reply).last
    }

    /// Reads `FATAL:  3D000: the message`; a code has a digit in it.
    private static func reply(in line: Substring) -> Reply? {
      line.firstMatch(of: /:\s+((?=[A-Z]*[0-9])[0-9A-Z]{5}): (.*)/).map {
        Reply(code: String($0.output.1), message: String($0.output.2))
      }
    }
  }
#endif
