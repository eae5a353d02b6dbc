import Foundation
import Leadline
import LeadlineModel
import LeadlineQuery
import LeadlineStore

/// A folder with a database of its own, removed in the end.
final class Bench {
  static let today = Day(year: 2026, month: 11, day: 23)!

  let folder: URL
  let crm: CRM

  init(today: Day = Bench.today) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    crm = try CRM.open(
      folder.appending(path: "leads.db").path, as: "王伟", clock: .fixed(today))
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
    try Lists.rows(of: crm, kind, wanted) { values in
      lines.append(values.map(Lists.text).joined(separator: "|"))
    }
    return lines
  }

  func count(_ kind: RecordKind) throws -> Int { try list(kind, "id").count }
}

extension ImportReport {
  /// Made, changed, unchanged, rejected of the first file.
  var counts: [Int] {
    [files[0].made, files[0].changed, files[0].unchanged, files[0].rejected]
  }
}
