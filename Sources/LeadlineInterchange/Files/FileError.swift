import Foundation

/// What went wrong with a file, with the file's path.
public struct FileError: Error, Hashable, Sendable {
  /// What was being done.
  public enum Work: Hashable, Sendable { case reading, writing }

  /// Why it could not be done.
  public enum Cause: Hashable, Sendable {
    case notFound, noFolder, noPermission, isFolder, diskFull, readOnlyDisk, tooManyOpen
    /// Anything else, with the system's own number (`errno`).
    case other(Int32)
  }

  public let work: Work
  public let path: String
  public let cause: Cause

  public init(_ work: Work, path: String, cause: Cause) {
    self.work = work
    self.path = path
    self.cause = cause
  }

  init(_ work: Work, path: String, code: Int32) {
    self.init(work, path: path, cause: Cause(code: code, work: work))
  }
}

extension FileError.Cause {
  init(code: Int32, work: FileError.Work) {
    self =
      switch code {
      case ENOENT: work == .reading ? .notFound : .noFolder
      case ENOTDIR: .noFolder
      case EACCES, EPERM: .noPermission
      case EISDIR: .isFolder
      case ENOSPC, EDQUOT: .diskFull
      case EROFS: .readOnlyDisk
      case EMFILE, ENFILE: .tooManyOpen
      default: .other(code)
      }
  }
}
