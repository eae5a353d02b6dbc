internal import Foundation

/// How the file of a database may be used.
enum FileAccess {
  case missing, writable, readOnly

  /// Writing needs the folder too: the log stands beside the file.
  init(path: String) {
    guard access(path, F_OK) == 0 else {
      self = .missing
      return
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    self = access(path, W_OK) == 0 && access(folder, W_OK) == 0 ? .writable : .readOnly
  }

  /// The name by which SQLite opens the file.
  ///
  /// Where nothing can be written, no lock and no log can be made either: the file is read as it
  /// stands, unless a log beside it shows that somebody else writes.
  func name(of path: String) -> String {
    guard self == .readOnly, access(path + "-wal", F_OK) != 0 else { return path }
    var allowed = CharacterSet.urlPathAllowed
    allowed.remove(charactersIn: "?#%")
    let full = URL(fileURLWithPath: path).path
    let name = full.addingPercentEncoding(withAllowedCharacters: allowed) ?? full
    return "file://\(name)?immutable=1"
  }
}
