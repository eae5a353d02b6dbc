internal import Foundation
internal import LeadlineInterchange
internal import LeadlineModel
internal import LeadlineReports

/// The rows that could not be taken, as a file that can be mended and imported again.
///
/// It is written beside the input, else in the current folder, under a name that is free.
final class RejectedRows {
  private let input: String
  private let headings: [String]?
  private var output: FileOutput?
  private var writer: CSVWriter?

  /// Nothing is written where `headings` is nil.
  init(_ input: String, headings: [String]?) {
    self.input = input
    // The reasons of an earlier import make place for the new ones.
    let isAgain = headings?.last.map(HeadingNames.plain) == "error"
    self.headings = isAgain ? headings?.dropLast() : headings
  }

  func add(_ row: CSVRow, reason: String) throws {
    guard let headings else { return }
    if writer == nil { try begin(headings) }
    var cells = row.cells
    if cells.count > headings.count, cells.dropFirst(headings.count).allSatisfy(\.isBlank) {
      cells.removeLast(cells.count - headings.count)
    }
    cells += Array(repeating: "", count: max(0, headings.count - cells.count))
    // A row with cells too many keeps them, before the reason.
    try writer?.row(
      (cells.prefix(headings.count) + [reason] + cells.dropFirst(headings.count))
        .map { FieldValue.text($0) })
  }

  /// Brings the file to its place; gives its path.
  func finish() throws -> String? {
    guard let output else { return nil }
    try writer?.end()
    try output.finish()
    return output.path
  }

  private func begin(_ headings: [String]) throws {
    let output = try Self.open(input)
    var writer = CSVWriter(to: output, base: .cny)
    try writer.begin(
      (headings + ["error"]).map { ReportColumn(id: $0, heading: $0, type: .text) })
    self.output = output
    self.writer = writer
  }

  private static func open(_ input: String) throws -> FileOutput {
    let url = URL(fileURLWithPath: input)
    let stem = url.deletingPathExtension().lastPathComponent
    let beside = input.contains("/") ? url.deletingLastPathComponent().path : "."
    do {
      return try FileOutput(path: free(stem, in: beside))
    } catch {
      return try FileOutput(path: free(stem, in: "."))
    }
  }

  private static func free(_ stem: String, in folder: String) -> String {
    let start = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    let plain = stem.hasSuffix(".rejected") ? String(stem.dropLast(9)) : stem
    for number in 1... {
      let tail = number == 1 ? "" : "-\(number)"
      let path = "\(start)\(plain).rejected\(tail).csv"
      if !FileManager.default.fileExists(atPath: path) { return path }
    }
    return "\(start)\(plain).rejected.csv"
  }
}
