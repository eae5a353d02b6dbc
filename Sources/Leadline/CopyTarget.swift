internal import Foundation
internal import LeadlineStore

/// Where a copy is written: where it fails, what copying itself made there goes again.
struct CopyTarget {
  private let location: Location

  init(_ location: Location) { self.location = location }

  func write(
    _ progress: (CopyProgress) throws -> Void, _ copy: (any Engine) -> DatabaseCopy
  ) throws -> CopyReport {
    if case .file(let path) = location, ["", ":memory:"].contains(path) {
      throw StorageError.cannotOpen(location: path, cause: "no file")
    }
    let file = FormerFile(location)
    var isOurs = false
    do {
      return try write(progress, copy, &isOurs)
    } catch {
      file.restore(isOurs: isOurs)
      throw error
    }
  }

  private func write(
    _ progress: (CopyProgress) throws -> Void, _ copy: (any Engine) -> DatabaseCopy,
    _ isOurs: inout Bool
  ) throws -> CopyReport {
    let copy = copy(try CRM.engine(at: location))
    defer { isOurs = copy.foundNothing }
    return try copy.run(progress)
  }
}

/// The file as it was before a database was made in it, to be so again where that fails.
struct FormerFile {
  private enum State {
    /// Made here, of no length.
    case missing
    case empty
    /// It holds something, or is no file of ours to make.
    case other
  }

  private let path: String
  private let state: State

  /// Makes the file where it is missing: whoever else makes it at this moment does not remove it.
  init(_ location: Location) {
    guard case .file(let path) = location, !["", ":memory:"].contains(path) else {
      (path, state) = ("", .other)
      return
    }
    self.path = path
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
    state = descriptor >= 0 ? .missing : Self.isEmpty(path) ? .empty : .other
  }

  /// Puts the file back. What others may have written into it meanwhile stays, unless it is known
  /// to hold nothing (`isOurs`).
  func restore(isOurs: Bool) {
    switch state {
    case .missing where isOurs || Self.isEmpty(path):
      for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
    case .empty where isOurs:
      for ending in ["-wal", "-shm", "-journal"] { unlink(path + ending) }
      truncate(path, 0)
    case .missing, .empty, .other: break
    }
  }

  private static func isEmpty(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG && facts.st_size == 0
  }
}
