import Foundation

/// `leadline`, built into the folder of the tests.
package enum BuiltProgram {
  package static var path: String {
    get throws {
      let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let folders = sequence(first: own) { path in
        path.lastIndex(of: "/").map { String(path[..<$0]) }
      }
      let found = folders.lazy.map { $0 + "/leadline" }
        .first { FileManager.default.isExecutableFile(atPath: $0) && !Self.isFolder($0) }
      guard let found else { throw CocoaError(.fileNoSuchFile) }
      return found
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
