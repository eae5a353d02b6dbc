import Foundation
import TestKit
import Testing

/// The built program, run in a folder of its own that goes with it.
final class Tool {
  let folder: URL
  /// As `--db` takes it.
  let database: String

  /// On a file of its own unless another database is named.
  init(database: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "faults-\(UUID().uuidString)")
    self.database = database ?? folder.appending(path: "leads.db").path
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// What a run left.
  struct Outcome {
    /// As a shell gives it: 128 and the signal where one ended it.
    let code: Int32
    let output: String
    let errors: String
  }

  /// Runs the program on the database to its end.
  @discardableResult
  func run(_ arguments: String..., database: String? = nil) throws -> Outcome {
    try start(arguments, database: database).outcome()
  }

  /// Runs the program, which must succeed; gives what it printed.
  @discardableResult
  func succeeds(
    _ arguments: String..., at place: SourceLocation = #_sourceLocation
  ) throws -> String {
    let outcome = try start(arguments).outcome()
    try #require(outcome.code == 0, "\(arguments): \(outcome.errors)", sourceLocation: place)
    return outcome.output
  }

  /// Starts the program on the database, by a shell where `limits` is to be said before.
  func start(
    _ arguments: [String], database: String? = nil, limits: String? = nil
  ) throws -> Running {
    let whole = ["--me", "Li Na", "--db", database ?? self.database] + arguments
    let program = try BuiltProgram.path
    guard let limits else { return try Running(program, whole, in: folder) }
    return try Running(
      "/bin/sh", ["-c", "\(limits)\nexec \"$0\" \"$@\"", program] + whole, in: folder)
  }

  /// The program at a terminal, with its prompt shown.
  func prompt(database: String? = nil) throws -> Child {
    var settings = [
      "HOME": folder.path, "LEADLINE_ME": "Li Na", "LANG": "C.UTF-8", "LC_ALL": "",
      "LEADLINE_PAGER": "", "NO_COLOR": "1", "LEADLINE_DB": database ?? self.database,
    ]
    for name in ["CONFIG", "DATA", "STATE", "CACHE"] { settings["XDG_\(name)_HOME"] = "" }
    let child = try Child(
      BuiltProgram.path, environment: settings, folder: folder.path, columns: 200)
    try child.terminal.expect("leadline> ")
    return child
  }

  /// The file of the lines that were typed at the prompt.
  var history: String { path(".local/state/leadline/history") }

  func count(_ listing: String) throws -> Int {
    let lines = try succeeds(listing, "--format", "tsv").split(separator: "\n")
    return max(0, lines.count - 1)
  }

  func bytes(_ name: String = "leads.db") throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  /// Everything in the database fits together.
  func expectSound(at place: SourceLocation = #_sourceLocation) throws {
    let outcome = try run("check")
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)", sourceLocation: place)
    #expect(outcome.output == "all is well\n", sourceLocation: place)
  }

  /// Enters a lead, `L1`.
  func addLead() throws {
    try succeeds("new", "lead", "Motors", "source=alumni", "--yes")
  }

  /// Writes a file of leads, each with an organisation, owner and amount of its own.
  func writeLeads(_ count: Int) throws -> String {
    let rows = (1...count).map { row in
      "K\(row),Project \(row),Firm \(row % 97),Owner \(row % 7),inbound,\(row)0000,2026-01-02"
    }
    let text = "key,title,org,owner,source,expected,created\n" + rows.joined(separator: "\n") + "\n"
    try text.write(toFile: path("leads.csv"), atomically: true, encoding: .utf8)
    return path("leads.csv")
  }
}

/// The program while it runs; what it prints goes to files, so that it never waits for us.
final class Running {
  private let process = Process()
  private let output: URL
  private let errors: URL
  private let input = Pipe()

  init(_ program: String, _ arguments: [String], in folder: URL) throws {
    let name = UUID().uuidString
    output = folder.appending(path: "\(name).out")
    errors = folder.appending(path: "\(name).err")
    for file in [output, errors] {
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    }
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
    ]
    process.currentDirectoryURL = folder
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try takingSignals { try process.run() }
  }

  /// What runs our tests may keep signals from its threads, and a program inherits that.
  private func takingSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  func type(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
  }

  var soFar: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

  /// Waits until the program has printed `text`, ten seconds at most.
  func waits(for text: String) -> Bool {
    for _ in 0..<1000 where !soFar.contains(text) { usleep(10_000) }
    return soFar.contains(text)
  }

  var isRunning: Bool { process.isRunning }

  /// Closes the input and waits for the end.
  func outcome() throws -> Tool.Outcome {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    let isKilled = process.terminationReason == .uncaughtSignal
    return Tool.Outcome(
      code: isKilled ? 128 + process.terminationStatus : process.terminationStatus,
      output: soFar, errors: (try? String(contentsOf: errors, encoding: .utf8)) ?? "")
  }
}

/// What can go wrong under the program; one after another, for some tests look at the time.
@Suite(.serialized) struct Faults {}
