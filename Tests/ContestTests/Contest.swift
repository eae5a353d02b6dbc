import Foundation
import Leadline
import LeadlineCommands
import LeadlineInterchange
import TestKit

/// A database in which lines of the command language run, with a campaign of two departments.
final class Contest {
  static let first = Day(iso: "2022-10-20")!
  static let today = Day(iso: "2023-02-10")!

  private(set) var crm: CRM
  private let database: OwnDatabase
  private let console = SilentConsole()
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "contest-\(UUID().uuidString)")

  init(
    _ engine: EngineChoice = .sqlite, targets: String = Contest.targets, on today: Day = today
  ) throws {
    database = try OwnDatabase(engine)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    crm = try CRM.open(database.location, as: "王伟", clock: .fixed(today))
    for department in ["A", "B"] { try run("new department \(department)") }
    try crm.loadCampaign(from: try file(targets))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Counts and sums of projects of any size and of ten millions, with room to grow.
  static let targets = """
    name = "T"
    first = 2022-10-20
    last = 2023-01-27
    [measure.signed]
    [measure.started]
    [measure.funded]
    [measure.guests]
    [[tier]]
    id = "only"
    departments = ["A", "B"]
    signed = [{ count = 10 }, { count = 10, at_least = "10m" }, { total = "100m", at_least = "10m" }]
    started = [{ count = 10, at_least = "10m" }, { total = "100m", at_least = "10m" }]
    funded = [{ total = "100m" }]
    guests = [{ count = 100 }]
    """

  /// Goes on with the same database on another day.
  func reopen(on day: Day) throws {
    crm = try CRM.open(database.location, as: "王伟", clock: .fixed(day))
  }

  /// The path of a new file with this text.
  func file(_ text: String, name: String = "campaign.toml") throws -> String {
    let path = folder.appending(path: name)
    try text.write(to: path, atomically: true, encoding: .utf8)
    return path.path
  }

  func run(_ lines: String...) throws {
    var settings = Session.Settings()
    settings.isConfirmed = true
    let session = Session(crm: crm, console: console, settings: settings)
    for line in lines { try session.run(line) }
  }

  /// What a line says, prints and notes.
  func output(_ line: String) throws -> String {
    console.said = []
    try run(line)
    return console.said.joined(separator: "\n")
  }

  /// The records of the rows that a line lists.
  func rows(after line: String) throws -> [[Ref]] {
    let session = Session(crm: crm, console: console)
    try session.run(line)
    return session.rows
  }

  /// What a line shows on a screen, with the levels and cards that are coloured there.
  func graded(_ line: String) throws -> [GradedText] {
    console.pages = []
    console.isTerminal = true
    defer { console.isTerminal = false }
    try run(line)
    return console.pages.flatMap(\.self)
  }

  /// A lead of a department that is signed on a day, without further facts being asked for.
  func sign(
    _ title: String, _ agreed: String, on day: String, of department: String = "A"
  ) throws -> Ref {
    try run(
      "new lead \(title) source=kin department=\(department) created=2022-06-01",
      "move \(title) signed org=O agreed=\(agreed) on=\(day)")
    return try crm.record([.lead], named: title).ref
  }

  /// What a department has done of each goal of a measure, as of a day.
  func done(_ measure: String, _ department: String = "A", on day: String) throws -> [Fraction] {
    let standing = try standing(department, on: day)
    return standing.measures.first { $0.measure.id == measure }?.goals.map(\.done) ?? []
  }

  func standing(_ department: String, on day: String) throws -> Standing {
    try board(on: day).standings.first { $0.department.name == department }!
  }

  func board(on day: String, by level: ContestTally.Level = .department) throws -> Board {
    crm.asOf = Day(iso: day)
    defer { crm.asOf = nil }
    return try crm.board(of: crm.campaign(), by: level)
  }
}

/// A console without a person that keeps what is said.
private final class SilentConsole: Console {
  var said: [String] = []

  var dialogue: (any Dialogue)? { nil }
  var isTerminal = false
  var pages: [[GradedText]] = []
  func say(_ text: String) { said.append(text) }
  func page(_ text: [GradedText]) {
    pages.append(text)
    said.append(text.map(\.text).joined())
  }
  func notice(_ text: String) { said.append(text) }
  func progress(_ text: String?) {}
  func table(_ request: TableRequest, _ body: (inout any TableWriter) throws -> Void) throws {
    var writer: any TableWriter = Rows()
    try body(&writer)
    if let rows = writer as? Rows { said += rows.lines }
  }

  func bytes(_ request: TableRequest, _ body: (any ByteSink) throws -> Void) {}

  /// Cells parted by `|`.
  private struct Rows: TableWriter {
    var lines: [String] = []
    private var columns: [ReportColumn] = []
    private let style = CellStyle(base: .cny, usesNames: true)

    mutating func begin(_ columns: [ReportColumn]) {
      self.columns = columns
      lines.append(columns.map(\.id).joined(separator: "|"))
    }

    mutating func row(_ values: [FieldValue]) {
      lines.append(zip(values, columns).map { style.text($0, in: $1) }.joined(separator: "|"))
    }

    func end() {}
  }
}

/// Millions of yuan in minor units.
func millions(_ numbers: Int64...) -> [Fraction] { numbers.map { Fraction($0 * 100_000_000) } }
