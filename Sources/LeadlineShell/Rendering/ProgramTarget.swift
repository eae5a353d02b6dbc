internal import Glibc

/// A program that reads the output: a pager, or what follows `|`.
///
/// While it runs, Ctrl-C is the program's; leaving it early closes the sink quietly.
public final class ProgramTarget: ByteTarget {
  private let command: String
  private let process: pid_t
  private var input: Int32
  private let previousInterrupt: (@convention(c) (Int32) -> Void)?

  /// Starts `command` with the shell; it prints where this program prints.
  public init(_ command: String, environment: [String: String]) throws(Sink.Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .write(errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let started = Self.start(command, environment, reading: ends[0])
    close(ends[0])
    guard let started else {
      close(ends[1])
      throw .program(command)
    }
    self.command = command
    process = started
    input = ends[1]
    previousInterrupt = signal(SIGINT, SIG_IGN)
  }

  deinit { abandon() }

  public func write(_ bytes: [UInt8]) throws(Sink.Failure) {
    let previous = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, previous) }
    if Descriptor.write(bytes, to: input) { return }
    guard errno == EPIPE else { throw .write(errno: errno) }
    throw waitForEnd() == 127 ? .program(command) : .closed
  }

  public func finish() throws(Sink.Failure) {
    guard input >= 0 else { return }
    if waitForEnd() == 127 { throw .program(command) }
  }

  public func abandon() {
    if input >= 0 { _ = waitForEnd() }
  }

  /// Closes the program's input, waits for its end and gives its exit code.
  private func waitForEnd() -> Int32 {
    close(input)
    input = -1
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    signal(SIGINT, previousInterrupt)
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 0
  }

  private static func start(
    _ command: String, _ environment: [String: String], reading input: Int32
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGINT, SIGPIPE, SIGQUIT] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    let words = cStrings(["sh", "-c", command])
    let variables = cStrings(environment.map { "\($0)=\($1)" })
    defer { for word in words + variables { free(word) } }
    var process = pid_t()
    let status = posix_spawn(&process, "/bin/sh", &actions, &attributes, words, variables)
    return status == 0 ? process : nil
  }

  /// Copies with a null at the end, each to be freed.
  private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }
}
