internal import Foundation
internal import Leadline
internal import LeadlineInterchange
internal import LeadlineModel

extension Benchmark {
  /// How many of the duplicates of a set with known answers are found, and how many are none.
  static let duplicates = Benchmark(
    name: "duplicates",
    usage: """
      CSV: imports a set of the FEBRL generator (Freely Extensible Biomedical Record Linkage) as \
      contacts, lists duplicates as the command does, and compares them with the set's answers
      """
  ) { arguments in
    guard let path = arguments.first else { return print("usage: duplicates CSV") }
    let accuracy = try DuplicateTrial(path: path).run()
    print("records    \(accuracy.records)")
    print(
      "duplicates \(accuracy.pairs) in the set, \(accuracy.found) found, \(accuracy.right) right")
    print("precision  \(Self.share(accuracy.precision))")
    print("recall     \(Self.share(accuracy.recall))")
    print("F1         \(Self.share(accuracy.f1))")
    print("threshold  \(Self.share(DuplicateScale.standard.shownFrom)), the scale's standard")
  }

  private static func share(_ value: Double) -> String { String(format: "%.4f", value) }
}

/// What was found of the duplicates of a set.
struct DuplicateAccuracy {
  let records: Int
  /// Pairs that the answers call duplicates.
  let pairs: Int
  let found: Int
  let right: Int

  var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  var recall: Double { pairs == 0 ? 1 : Double(right) / Double(pairs) }
  var f1: Double { 2 * precision * recall / max(precision + recall, .leastNonzeroMagnitude) }
}

/// One run over a set; of the answers, which stand in its first column, the program sees nothing.
struct DuplicateTrial {
  private let rows: [[String: String]]

  init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    let headings = lines.first ?? []
    rows = lines.dropFirst().map { Dictionary(zip(headings, $0)) { first, _ in first } }
  }

  /// Contacts get their numbers in the order of the file.
  func run() throws -> DuplicateAccuracy {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "leadline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "contacts.csv")
    try Data(contacts.utf8).write(to: file)
    let crm = try CRM.open(folder.appending(path: "leads.db").path, as: "benchmark")
    var options = ImportOptions()
    options.kind = .contact
    let report = try crm.importFiles([file.path], options)
    precondition(report.files[0].made == rows.count, "every row becomes a contact")
    let found = try crm.duplicates(of: .contact).map { pair in
      [pair.first, pair.second].map { entity(rows[Int($0.ref.number) - 1]) }
    }
    let groups = Dictionary(grouping: rows.map(entity)) { $0 }.mapValues(\.count)
    return DuplicateAccuracy(
      records: rows.count, pairs: groups.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 },
      found: found.count, right: found.count { $0[0] == $0[1] })
  }

  /// Who it is by the answers: `223` of `rec-223-dup-0`.
  private func entity(_ row: [String: String]) -> String {
    row["rec_id"]?.split(separator: "-").dropFirst().first.map(String.init) ?? ""
  }

  /// The fields that a contact has: name, birthday, and the address as its region. The number of
  /// the social insurance is left out, as no contact has one.
  private var contacts: String {
    let lines = rows.enumerated().map { number, row in
      func text(_ names: String...) -> String {
        names.compactMap { row[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
      }
      let place = [
        text("street_number", "address_1"), text("address_2"), text("suburb"),
        text("state", "postcode"),
      ].filter { !$0.isEmpty }.joined(separator: "; ")
      let name = text("given_name", "surname")
      let cells = ["row\(number)", name.isEmpty ? "?" : name, birthday(row), place]
      return cells.joined(separator: ",") + "\n"
    }
    return "key,name,birthday,region\n" + lines.joined()
  }

  /// Days that never were are left out.
  private func birthday(_ row: [String: String]) -> String {
    let digits = Array(row["date_of_birth"] ?? "")
    guard digits.count == 8 else { return "" }
    let iso = "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
    return Day(iso: iso) == nil ? "" : iso
  }
}
