internal import Glibc

/// The lines entered at all prompts: one file, appended line by line under a lock.
public struct HistoryFile: Hashable, Sendable {
  /// How many lines are kept.
  public static let limit = 5000

  /// Where a step failed, and the system's error number.
  public enum Failure: Error, Hashable, Sendable {
    case folder(String, errno: Int32)
    case open(String, errno: Int32)
    case write(String, errno: Int32)
  }

  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// `$XDG_STATE_HOME/leadline/history`, else the same under `~/.local/state`; nil without a home.
  public init?(environment: [String: String]) {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      self.init(path: state + "/leadline/history")
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      self.init(path: home + "/.local/state/leadline/history")
    } else {
      return nil
    }
  }

  /// The lines kept, oldest first. A file that has grown over the limit is cut to it.
  public func load() throws(Failure) -> [String] {
    guard access(path, F_OK) == 0 else { return [] }
    let file = try openLocked(O_RDWR)
    defer { close(file) }
    let lines = String(decoding: Descriptor.readAll(file), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    guard lines.count > Self.limit else { return lines }
    let kept = Array(lines.suffix(Self.limit))
    try replace(with: kept)
    return kept
  }

  /// Adds one line at the end, whatever other prompts add meanwhile.
  public func append(_ line: String) throws(Failure) {
    try makeFolders()
    let file = try openLocked(O_WRONLY | O_APPEND | O_CREAT)
    defer { close(file) }
    let text = line.replacing("\n", with: " ") + "\n"
    guard Descriptor.write(Array(text.utf8), to: file) else { throw .write(path, errno: errno) }
  }

  /// Opens and locks; once more if another prompt replaced the file before the lock was ours.
  private func openLocked(_ flags: Int32) throws(Failure) -> Int32 {
    while true {
      let file = open(path, flags | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw .open(path, errno: errno) }
      while flock(file, LOCK_EX) != 0, errno == EINTR {}
      var locked = stat()
      var named = stat()
      if fstat(file, &locked) == 0, stat(path, &named) == 0, locked.st_ino == named.st_ino {
        return file
      }
      close(file)
    }
  }

  /// Called with the lock held.
  private func replace(with lines: [String]) throws(Failure) {
    let beside = path + ".new"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .open(beside, errno: errno) }
    defer { close(file) }
    let text = lines.joined(separator: "\n") + "\n"
    guard Descriptor.write(Array(text.utf8), to: file), rename(beside, path) == 0 else {
      throw .write(beside, errno: errno)
    }
  }

  private func makeFolders() throws(Failure) {
    let parts = path.split(separator: "/").dropLast()
    var folder = path.hasPrefix("/") ? "" : "."
    for part in parts {
      folder += "/" + part
      if mkdir(folder, 0o700) != 0, errno != EEXIST, access(folder, X_OK) != 0 {
        throw .folder(folder, errno: errno)
      }
    }
  }
}
