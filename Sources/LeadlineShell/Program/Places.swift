internal import Foundation

/// Where things are kept, as the XDG base directory specification says, `$HOME` first.
struct Places {
  let environment: [String: String]

  /// `$LEADLINE_DB`, else `leads.db` in the data home.
  var database: String {
    if let given = environment["LEADLINE_DB"], !given.isEmpty { return given }
    return folder + "/leads.db"
  }

  /// Makes the folder of the database where nothing else was named, for the user alone.
  func makeFolder(for database: String) {
    guard database == folder + "/leads.db" else { return }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }

  private var folder: String { home("XDG_DATA_HOME", ".local/share") + "/leadline" }

  private func home(_ variable: String, _ fallback: String) -> String {
    if let given = environment[variable], given.hasPrefix("/") { return given }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return "\(home)/\(fallback)"
  }
}
