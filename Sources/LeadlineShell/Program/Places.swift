internal import Foundation

/// Where things are kept, as the XDG base directory specification says, `$HOME` first.
struct Places {
  let environment: [String: String]

  /// `$LEADLINE_DB`, else `leads.db` in the data home; its folder is made, for the user alone.
  func database() -> String {
    if let given = environment["LEADLINE_DB"], !given.isEmpty { return given }
    let folder = home("XDG_DATA_HOME", ".local/share") + "/leadline"
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    return folder + "/leads.db"
  }

  private func home(_ variable: String, _ fallback: String) -> String {
    if let given = environment[variable], given.hasPrefix("/") { return given }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return "\(home)/\(fallback)"
  }
}
