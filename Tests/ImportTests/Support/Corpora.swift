import Foundation

/// The outside inputs, where they stand beside the checkout.
enum Corpora {
  /// The path of a file or folder, or nil (with a notice) where the corpora are not here.
  static func path(_ name: String) -> String? {
    let named = ProcessInfo.processInfo.environment["LEADLINE_CORPORA"].map {
      URL(fileURLWithPath: $0)
    }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    let root = named ?? package.deletingLastPathComponent().appending(path: "shared/corpora")
    let path = root.appending(path: name).path
    guard FileManager.default.fileExists(atPath: path) else {
      print("skipped: no corpora for \(name); set LEADLINE_CORPORA")
      return nil
    }
    return path
  }
}
