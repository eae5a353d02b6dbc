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
      case "57P03"?, "53300"?, "57P01"?, "57P02"?: error = .unavailable(cause: cause)
      case "42501"?: error = .forbidden(cause: cause)
      case .some: error = .unreachable(cause: cause)
      case nil:
        error =
          pq.PQconnectionNeedsPassword(failed) == 1 ? .passwordNeeded : .unreachable(cause: plain)
      }
    }

    private static func message(_ handle: OpaquePointer, _ pq: LibPQFunctions) -> String {
      String(pq.PQerrorMessage(handle)).split(whereSeparator: \.isNewline)
        .map { $0.drop { $0.isWhitespace } }.joined(separator: " ")
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
      return reply(in: message(handle, pq))
    }

    /// Reads `FATAL:  3D000: the message LOCATION: …`.
    private static func reply(in text: String) -> Reply? {
      guard let match = text.firstMatch(of: /\b([0-9A-Z]{5}): (.*)/) else { return nil }
      let message = match.output.2.firstRange(of: " LOCATION: ").map {
        match.output.2[..<$0.lowerBound]
      }
      return Reply(code: String(match.output.1), message: String(message ?? match.output.2))
    }
  }
#endif
