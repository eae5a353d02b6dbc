import Foundation
import TestKit
import Testing

/// Every conversation in `Transcripts`, held with the built program on every engine.
@Suite(.disabled(if: PromptProgram.isRunning)) struct TranscriptTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "Transcripts").path()
  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".transcript") }.sorted()

  @Test(arguments: names, EngineChoice.allCases)
  func goesAsWritten(name: String, on engine: EngineChoice) throws {
    let file = "\(Self.folder)/\(name)"
    if engine != .sqlite, try Self.isAboutFiles(file) { return }
    let database = try OwnDatabase(engine)
    var environment = ["LEADLINE_ME": "王伟"]
    if engine != .sqlite { environment["LEADLINE_DB"] = database.location }
    try TranscriptRunner(program: BuiltProgram.path, environment: environment).run(file: file)
  }

  /// What is said of a database that is a file cannot be said of others: a decision each.
  @Test func theseAreAboutFiles() throws {
    #expect(try Self.names.filter { try Self.isAboutFiles("\(Self.folder)/\($0)") } == [])
  }

  private static func isAboutFiles(_ file: String) throws -> Bool {
    try String(contentsOfFile: file, encoding: .utf8).hasPrefix("// only: sqlite\n")
  }
}
