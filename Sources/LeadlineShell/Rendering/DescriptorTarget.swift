internal import Glibc

/// An open descriptor of the caller's, such as stdout.
public final class DescriptorTarget: ByteTarget {
  private let descriptor: Int32

  public init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  public func write(_ bytes: [UInt8]) throws(Sink.Failure) {
    let previous = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, previous) }
    if Descriptor.write(bytes, to: descriptor) { return }
    throw errno == EPIPE ? .closed : .write(errno: errno)
  }

  public func finish() {}
  public func abandon() {}
}
