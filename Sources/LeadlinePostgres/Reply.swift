#if PostgreSQL
  internal import CLibPQ
  internal import LeadlineStore

  /// What a server says of a statement that failed.
  struct Reply {
    /// The five signs of SQLSTATE; empty where the client library itself speaks.
    let code: String
    /// In the server's words, a line.
    let message: String

    init(_ pq: LibPQFunctions, _ result: OpaquePointer?) {
      func field(_ code: Character) -> String? {
        pq.PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) }
      }
      code = field("C") ?? ""
      let whole = pq.PQresultErrorMessage(result).map { String(cString: $0) }
      message = (field("M") ?? whole ?? "").firstLine
    }

    init(code: String, message: String) {
      self.code = code
      self.message = message.firstLine
    }
  }

  extension StorageError {
    /// The codes are those of the appendix "PostgreSQL Error Codes" of its manual.
    init(_ reply: Reply, at location: String) {
      let message = reply.message
      switch reply.code {
      case "57014": self = .cancelled
      case "25006": self = .readOnly(location: location)
      case "53100": self = .full(location: location)
      case "55P03", "40P01", "40001": self = .busy(location: location)
      case "42501", "3F000": self = .server(.forbidden(cause: message), location: location)
      case "57P01", "57P02", "57P05", "25P03": self = .server(.connectionLost, location: location)
      case let code where code.hasPrefix("08"):
        self = .server(.connectionLost, location: location)
      case "XX001", "XX002", "58030", "58P01":
        self = .damaged(location: location, cause: message)
      case let code where code.hasPrefix("23"): self = .constraint(message)
      default: self = .failed(message)
      }
    }
  }

  extension String {
    /// A text of the client library; empty for none.
    init(_ text: UnsafePointer<CChar>?) {
      self = text.map { String(cString: $0) } ?? ""
    }

    var firstLine: String {
      split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }
  }
#endif
