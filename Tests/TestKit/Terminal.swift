import Foundation
import Glibc

/// A pseudo-terminal and what it has shown so far.
package final class Terminal: @unchecked Sendable {
  /// What a wait ended with when the text did not come in time.
  package struct Timeout: Error, CustomStringConvertible {
    package let wanted: String
    package let shown: String
    package var description: String { "waited for \(wanted.debugDescription), saw:\n\(shown)" }
  }

  package let master: Int32
  /// The path of the program's side, as C text.
  package let name: [CChar]
  /// The side that a program reads and writes.
  package private(set) var slave: Int32
  private var shown: [UInt8] = []
  private var searched = 0

  package init(columns: Int = 80, rows: Int = 24) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else { throw POSIXError(.EIO) }
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.master = master
    self.slave = slave
    self.name = name
  }

  deinit {
    close(master)
    letGoOfSlave()
  }

  /// Leaves the slave side to the programs that have it open, so that their end shows.
  package func letGoOfSlave() {
    if slave >= 0 { close(slave) }
    slave = -1
  }

  /// Types `text`; control characters are keys.
  package func send(_ text: String) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      done += count
    }
  }

  package func resize(columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Waits until `text` is shown after what earlier waits found; gives what came before it.
  @discardableResult
  package func expect(_ text: String, timeout: Double = 10) throws -> String {
    try wait(for: text, timeout: timeout) { rest in
      rest.range(of: text).map { (String(rest[..<$0.lowerBound]), rest[..<$0.upperBound]) }
    }
  }

  /// Waits until everything shown since the last wait ends with `text`; gives what came before.
  package func expectAtEnd(_ text: String, timeout: Double = 10) throws -> String {
    try wait(for: text, timeout: timeout) { rest in
      rest.hasSuffix(text) ? (String(rest.dropLast(text.count)), rest[...]) : nil
    }
  }

  /// Everything shown since the last wait until the program closes the terminal.
  package func rest(timeout: Double = 10) throws -> String {
    let deadline = Date(timeIntervalSinceNow: timeout)
    while read(until: deadline) {}
    if Date() >= deadline { throw Timeout(wanted: "the end", shown: unread) }
    defer { searched = shown.count }
    return unread
  }

  /// What came since the last wait, with the terminal's newlines as `\n`.
  package var unread: String {
    String(decoding: shown[searched...], as: UTF8.self)
      .replacingOccurrences(of: "\r\n", with: "\n")
  }

  private func wait(
    for wanted: String, timeout: Double, find: (String) -> (before: String, through: Substring)?
  ) throws -> String {
    let deadline = Date(timeIntervalSinceNow: timeout)
    while true {
      let rest = unread
      if let found = find(rest) {
        searched += rawLength(of: found.through)
        return found.before
      }
      if !read(until: deadline) { throw Timeout(wanted: wanted, shown: rest) }
    }
  }

  /// How many bytes of the terminal `text`, with its newlines made `\n`, stands for.
  private func rawLength(of text: Substring) -> Int {
    var left = text.utf8.count
    var index = searched
    while left > 0, index < shown.count {
      let isPair = shown[index] == 13 && index + 1 < shown.count && shown[index + 1] == 10
      index += isPair ? 2 : 1
      left -= 1
    }
    return index - searched
  }

  /// Takes what is there, waiting for the first byte; false at the deadline or the end.
  private func read(until deadline: Date) -> Bool {
    let left = deadline.timeIntervalSinceNow
    guard left > 0 else { return false }
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let ready = poll(&waiting, 1, Int32(left * 1000) + 1)
    if ready < 0 { return errno == EINTR }
    if ready == 0 { return false }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &chunk, chunk.count)
    if count <= 0 { return count < 0 && errno == EINTR }
    shown += chunk[..<count]
    return true
  }
}
