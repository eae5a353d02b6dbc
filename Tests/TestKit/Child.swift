import Foundation
package import Glibc

/// A program that runs at a pseudo-terminal as its controlling terminal.
package final class Child {
  package let terminal: Terminal
  package let process: pid_t
  private var status: Int32?

  /// `TERM` is dumb and inputrc empty unless `environment` says otherwise.
  package init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    folder: String? = nil, columns: Int = 80, rows: Int = 24
  ) throws {
    terminal = try Terminal(columns: columns, rows: rows)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal.name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A session of its own (POSIX_SPAWN_SETSID), the usual signals, none blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let setSession: Int32 = 0x80
    let flags = setSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var variables = ProcessInfo.processInfo.environment
    variables.merge(["TERM": "dumb", "INPUTRC": "/dev/null"]) { $1 }
    variables.merge(environment) { $1 }
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\""]
    let line = (folder.map { shell + [$0] } ?? []) + [path] + arguments
    let words = Self.cStrings(line)
    let settings = Self.cStrings(variables.map { "\($0)=\($1)" })
    defer { for word in words + settings { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, line[0], &actions, &attributes, words, settings)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    self.process = process
    terminal.letGoOfSlave()
  }

  deinit {
    if status == nil {
      kill(SIGKILL)
      _ = wait()
    }
  }

  package func kill(_ signal: Int32) {
    _ = Glibc.kill(process, signal)
  }

  /// The exit code, or 128 and the signal, as a shell tells it.
  @discardableResult
  package func wait() -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0, errno == EINTR {}
    let code = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + (raw & 0x7F)
    status = code
    return code
  }

  private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }
}
