import Foundation

/// The outside inputs, where they stand beside the checkout.
enum Corpora {
  static let root: URL? = {
    let named = ProcessInfo.processInfo.environment["LEADLINE_CORPORA"].map {
      URL(fileURLWithPath: $0)
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let root = named ?? package.deletingLastPathComponent().appending(path: "shared/corpora")
    return FileManager.default.fileExists(atPath: root.path) ? root : nil
  }()

  /// The file's path, or nil (with a notice) where the corpora are not here.
  static func path(_ name: String) -> String? {
    guard let root else {
      print("skipped: no corpora for \(name); set LEADLINE_CORPORA")
      return nil
    }
    return root.appending(path: name).path
  }

  static func bytes(_ name: String) throws -> [UInt8]? {
    guard let path = path(name) else { return nil }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// One object per line.
  static func objects(_ name: String) throws -> [[String: Any]] {
    guard let bytes = try bytes(name) else { return [] }
    return try bytes.split(separator: 10).compactMap {
      try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
  }

  static func files(in folder: String, ending: String) throws -> [String] {
    guard let path = path(folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path).filter {
      $0.hasSuffix(ending)
    }.sorted().map { folder + "/" + $0 }
  }
}
