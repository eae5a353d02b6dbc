internal import Glibc

/// A file that is written beside its place and renamed when whole: a failure leaves the old one.
public final class FileTarget: ByteTarget {
  private let path: String
  private let beside: String
  private let descriptor: Int32
  private var isOpen = true

  /// What is no plain file (a device, a pipe) is written in place.
  public init(_ path: String) throws(Sink.Failure) {
    var status = stat()
    let exists = stat(path, &status) == 0
    let isPlain = !exists || status.st_mode & S_IFMT == S_IFREG
    self.path = exists && isPlain ? Self.resolved(path) : path
    beside = isPlain ? "\(self.path).\(getpid()).part" : path
    let flags = O_WRONLY | O_CLOEXEC | (isPlain ? O_CREAT | O_EXCL : 0)
    descriptor = open(beside, flags, exists ? status.st_mode & 0o777 : 0o666)
    if descriptor < 0 { throw .write(errno: errno) }
  }

  deinit { abandon() }

  public func write(_ bytes: [UInt8]) throws(Sink.Failure) {
    guard Descriptor.write(bytes, to: descriptor) else { throw .write(errno: errno) }
  }

  public func finish() throws(Sink.Failure) {
    guard isOpen else { return }
    if beside == path { return shut() }
    guard fsync(descriptor) == 0, rename(beside, path) == 0 else {
      let number = errno
      abandon()
      throw .write(errno: number)
    }
    shut()
  }

  public func abandon() {
    guard isOpen else { return }
    if beside != path { unlink(beside) }
    shut()
  }

  private func shut() {
    close(descriptor)
    isOpen = false
  }

  /// The file behind symbolic links, so that the link itself stays.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
