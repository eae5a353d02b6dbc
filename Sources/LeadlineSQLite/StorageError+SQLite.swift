internal import GRDB
internal import LeadlineStore

extension StorageError {
  init(opening error: any Error, at location: String) {
    guard let error = error as? DatabaseError else {
      self = .cannotOpen(location: location, cause: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_CANTOPEN: self = .cannotOpen(location: location, cause: "cannot be opened")
    default: self.init(error, at: location)
    }
  }

  init(_ error: any Error, at location: String) {
    switch error {
    case let error as StorageError: self = error
    case is CancellationError: self = .cancelled
    case let error as DatabaseError: self.init(error, at: location)
    default: self = .failed("\(error)")
    }
  }

  init(_ error: DatabaseError, at location: String) {
    let message = error.message ?? "no further word"
    switch error.resultCode {
    case .SQLITE_INTERRUPT: self = .cancelled
    case .SQLITE_NOTADB: self = .notADatabase(location: location)
    case .SQLITE_READONLY: self = .readOnly(location: location)
    case .SQLITE_FULL: self = .full(location: location)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(location: location)
    case .SQLITE_CORRUPT: self = .damaged(location: location, cause: message)
    case .SQLITE_CANTOPEN, .SQLITE_PERM:
      self = .cannotOpen(location: location, cause: message)
    case .SQLITE_CONSTRAINT: self = .constraint(message)
    default: self = .failed(message)
    }
  }
}
