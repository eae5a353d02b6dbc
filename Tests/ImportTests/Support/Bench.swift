import Foundation
import LeadlineModel
import LeadlineQuery
import LeadlineStore
import TestKit

@testable import Leadline

/// A folder with a database of its own, removed in the end.
final class Bench {
  static let today = Day(year: 2026, month: 11, day: 23)!

  let folder: URL
  let crm: CRM
  private let database: OwnDatabase

  init(_ engine: EngineChoice = .sqlite, today: Day = Bench.today) throws {
    database = try OwnDatabase(engine)
    folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    crm = try CRM.open(database.location, as: "王伟", clock: .fixed(today))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a new file with this text.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  func file(_ name: String, _ data: Data) throws -> String {
    let path = folder.appending(path: name).path
    try data.write(to: URL(fileURLWithPath: path))
    return path
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  @discardableResult
  func take(
    _ path: String, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions()
    change(&options)
    return try crm.importFiles([path], options, line: "import \(path)")
  }

  /// One line for each record: the values of these fields as texts, parted by `|`.
  func list(_ kind: RecordKind, _ fields: String...) throws -> [String] {
    let known = Field.of(kind, in: crm.pipeline)
    let wanted = fields.compactMap { name in known.first { $0.name == name } }
    var lines: [String] = []
    try crm.list(Selection(kind, fields: wanted)) { ref, values in
      lines.append(values.map { Bench.text($0, ref) }.joined(separator: "|"))
      return true
    }
    return lines
  }

  private static func text(_ value: FieldValue, _ ref: Ref) -> String {
    switch value {
    case .none: ""
    case .text(let text): text
    case .number(let number): String(number)
    case .money(let money): "\(money.decimal) \(money.currency.code)"
    case .day(let day): day.iso
    case .days(let days): String(days)
    case .choice(let id): id
    case .record(_, let name): name.isEmpty ? ref.description : name
    case .records(let records): records.map(\.name).joined(separator: ",")
    case .list(let items): items.joined(separator: ",")
    }
  }

  func count(_ kind: RecordKind) throws -> Int { try list(kind, "id").count }
}

extension ImportReport {
  /// Made, changed, unchanged, rejected of the first file.
  var counts: [Int] {
    [files[0].made, files[0].changed, files[0].unchanged, files[0].rejected]
  }
}

extension Bench {
  /// Takes back the latest entry.
  func undo() throws { _ = try crm.database.undo(nil, as: crm.author("undo")) }

  /// What `check` finds wrong.
  func findings() throws -> [String] { try crm.database.check().map { "\($0)" } }
}
