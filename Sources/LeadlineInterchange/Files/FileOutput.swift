import Foundation

/// A file written beside its place and renamed when it is whole.
///
/// Until `finish()` returns, an older file of that name stays as it was; without `finish()` the
/// new bytes are removed. A new file is for its owner alone (0600), an old one keeps its mode.
public final class FileOutput: ByteSink {
  public let path: String
  private let target: String
  private let temporary: String?
  private var descriptor: Int32?

  /// Opens the output; refuses a folder and a file that may not be written.
  public init(path: String) throws(FileError) {
    self.path = path
    target = Self.resolved(path)
    switch try Self.existing(target, path: path) {
    case .special:
      temporary = nil
      descriptor = try Self.open(target, O_WRONLY, 0, path: path)
    case .file(let mode):
      let beside = Self.beside(target)
      temporary = beside
      descriptor = try Self.open(beside, O_WRONLY | O_CREAT | O_EXCL, mode, path: path)
    }
  }

  deinit { abandon() }

  public func write(_ bytes: [UInt8]) throws {
    try put(bytes)
  }

  private func put(_ bytes: [UInt8]) throws(FileError) {
    guard let descriptor else { throw FileError(.writing, path: path, code: EBADF) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        Foundation.write(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      written += count
    }
  }

  /// Brings the bytes to the disk and the file to its place.
  public func finish() throws(FileError) {
    guard let descriptor else { return }
    if let temporary {
      guard fsync(descriptor) == 0 else { throw failure() }
      close(descriptor)
      self.descriptor = nil
      guard rename(temporary, target) == 0 else {
        let code = errno
        unlink(temporary)
        throw FileError(.writing, path: path, code: code)
      }
      Self.syncFolder(of: target)
    } else {
      close(descriptor)
      self.descriptor = nil
    }
  }

  /// Gives the output up: nothing of it stays.
  public func abandon() {
    guard let descriptor else { return }
    close(descriptor)
    self.descriptor = nil
    if let temporary { unlink(temporary) }
  }

  private func failure() -> FileError {
    let error = FileError(.writing, path: path, code: errno)
    abandon()
    return error
  }
}

extension FileOutput {
  private enum Existing {
    /// A plain file to make or to replace, with the mode it is to have.
    case file(mode_t)
    /// A terminal, a pipe, /dev/null: written directly.
    case special
  }

  private static func existing(_ target: String, path: String) throws(FileError) -> Existing {
    var facts = stat()
    guard stat(target, &facts) == 0 else {
      if errno == ENOENT, !path.isEmpty, !path.hasSuffix("/") { return .file(0o600) }
      throw FileError(.writing, path: path, code: errno)
    }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR: throw FileError(.writing, path: path, cause: .isFolder)
    case S_IFREG:
      guard access(target, W_OK) == 0 else { throw FileError(.writing, path: path, code: errno) }
      return .file(facts.st_mode & 0o7777)
    default: return .special
    }
  }

  private static func open(
    _ name: String, _ flags: Int32, _ mode: mode_t, path: String
  ) throws(FileError) -> Int32 {
    let descriptor = Foundation.open(name, flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(.writing, path: path, code: errno) }
    if mode != 0 { fchmod(descriptor, mode) }
    return descriptor
  }

  /// Where the path leads, so that a symbolic link stays one.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func folder(of target: String) -> String {
    guard let slash = target.lastIndex(of: "/") else { return "." }
    return slash == target.startIndex ? "/" : String(target[..<slash])
  }

  private static func beside(_ target: String) -> String {
    let name = target.split(separator: "/").last.map(String.init) ?? "out"
    let tail = String(UInt64.random(in: 0 ... .max), radix: 36)
    return "\(folder(of: target))/.\(name.prefix(40)).\(tail).part"
  }

  private static func syncFolder(of target: String) {
    let descriptor = Foundation.open(folder(of: target), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
