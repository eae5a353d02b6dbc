import Foundation
import Testing

/// Every conversation in `Transcripts`, held with the built program.
@Suite(.disabled(if: PromptProgram.isRunning)) struct TranscriptTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "Transcripts").path()
  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".transcript") }.sorted()

  @Test(arguments: names) func goesAsWritten(name: String) throws {
    try TranscriptRunner(program: BuiltProgram.path, environment: ["LEADLINE_ME": "王伟"])
      .run(file: "\(Self.folder)/\(name)")
  }
}

/// `leadline`, built into the folder of the tests.
enum BuiltProgram {
  static var path: String {
    get throws {
      let own = try PromptProgram.path
      let folders = sequence(first: own) { path in
        path.lastIndex(of: "/").map { String(path[..<$0]) }
      }
      let found = folders.lazy.map { $0 + "/leadline" }
        .first { FileManager.default.isExecutableFile(atPath: $0) && !Self.isFolder($0) }
      return try #require(found, "leadline is not built")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
