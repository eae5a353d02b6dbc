/// A terminal whose output goes through a pager once it is taller than the screen.
public final class PagedTarget: ByteTarget {
  private let terminal: DescriptorTarget
  private let screen: Screen
  private let pager: Pager
  private var held: [UInt8] = []
  private var lines = 0
  private var program: ProgramTarget?

  public init(_ descriptor: Int32, screen: Screen, pager: Pager) {
    terminal = DescriptorTarget(descriptor)
    self.screen = screen
    self.pager = pager
  }

  public func write(_ bytes: [UInt8]) throws(Sink.Failure) {
    if let program { return try program.write(bytes) }
    held += bytes
    lines += bytes.count { $0 == 10 }
    if lines >= screen.rows { try startPager() }
  }

  public func finish() throws(Sink.Failure) {
    if let program { return try program.finish() }
    let bytes = held
    held = []
    try terminal.write(bytes)
  }

  /// What is held back is still shown: the lines that were found before Ctrl-C.
  public func abandon() {
    program?.abandon()
    if program == nil { try? terminal.write(held) }
    held = []
  }

  private func startPager() throws(Sink.Failure) {
    let started = try ProgramTarget(pager.command, environment: pager.environment)
    program = started
    let bytes = held
    held = []
    try started.write(bytes)
  }
}
