internal import Foundation
public import LeadlineModel
internal import TOMLKit

/// Why a pipeline cannot be read from a file.
public enum PipelineFileError: Error, Hashable, Sendable {
  case file(FileError)
  case syntax(path: String, line: Int, column: Int, cause: String)
  /// A value is missing or not of the kind or range that it must be.
  case value(path: String, place: String, cause: Words)

  public var words: Words {
    switch self {
    case .file(let error): error.message
    case .syntax(let path, let line, let column, let cause):
      Words(
        "\(path):\(line):\(column): \(cause)", "\(path):\(line):\(column)：\(cause)",
        "\(path):\(line):\(column)：\(cause)")
    case .value(let path, let place, let cause):
      Words(
        "\(path): \(place): \(cause.english)", "\(path)：\(place)：\(cause.simplified)",
        "\(path)：\(place)：\(cause.traditional)")
    }
  }
}

/// A pipeline in TOML: `receipts_from`, and a `[[stage]]` each with `id`, `en`, `zh_hans`,
/// `zh_hant`, `requires`, `idle`, `in_stage` (both `[yellow, red]` in days) and `probability`.
public enum PipelineFile {
  public static func read(_ path: String) throws(PipelineFileError) -> Pipeline {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .file(FileError(.reading, path: path, cause: .notFound))
    }
    return try PipelineReader(path: path).pipeline(text)
  }
}

private struct PipelineReader {
  let path: String

  func pipeline(_ text: String) throws(PipelineFileError) -> Pipeline {
    let table = try parse(text)
    try check(table, knows: ["stage", "receipts_from"], "")
    guard let list = table["stage"]?.array, list.count >= 2 else {
      throw wrong("[[stage]]", Words("at least two stages", "至少要有两个阶段", "至少要有兩個階段"))
    }
    var stages: [Stage] = []
    for index in 0..<list.count {
      guard let entry = list[index].table else {
        throw wrong("[[stage]]", Words("a table", "须为表", "須為表"))
      }
      stages.append(try stage(entry, number: index + 1))
    }
    let receipts = table["receipts_from"]?.string ?? stages[0].id
    guard let pipeline = Pipeline(stages: stages, receiptsFrom: receipts) else {
      throw wrong(
        "receipts_from",
        Words("every id once, and one of them here", "各阶段 id 不得重复，且此处须为其一", "各階段 id 不得重複，且此處須為其一"))
    }
    return pipeline
  }

  private func parse(_ text: String) throws(PipelineFileError) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw .syntax(
        path: path, line: error.source.begin.line, column: error.source.begin.column,
        cause: error.description)
    } catch {
      throw .syntax(path: path, line: 1, column: 1, cause: "\(error)")
    }
  }

  private func stage(_ table: TOMLTable, number: Int) throws(PipelineFileError) -> Stage {
    let place = "[[stage]] \(number)"
    try check(
      table,
      knows: [
        "id", "en", "zh_hans", "zh_hant", "requires", "idle", "in_stage", "probability",
      ], place + " ")
    guard let id = table["id"]?.string, Self.isID(id), !Self.reserved.contains(id) else {
      throw wrong(
        "\(place) id",
        Words(
          "lower-case letters, digits and -, and none of \(Self.reserved.sorted().joined(separator: ", "))",
          "小写字母、数字和 -，且不能是 \(Self.reserved.sorted().joined(separator: "、"))",
          "小寫字母、數字和 -，且不能是 \(Self.reserved.sorted().joined(separator: "、"))"))
    }
    let english = table["en"]?.string ?? id
    let simplified = table["zh_hans"]?.string ?? english
    let probability = table["probability"].map { $0.int ?? -1 } ?? 0
    guard (0...100).contains(probability) else {
      throw wrong("\(place) probability", Words("0 to 100", "0 至 100", "0 至 100"))
    }
    return Stage(
      id: id, words: Words(english, simplified, table["zh_hant"]?.string ?? simplified),
      requirements: try requirements(table, place), idleLimits: try limits(table, "idle", place),
      stageLimits: try limits(table, "in_stage", place), probability: probability)
  }

  /// Words that mean something else where a stage can stand.
  private static let reserved: Set<String> = ["open", "lost", "shelved", "none", "any"]

  /// Refuses what the table says beyond what is read.
  private func check(
    _ table: TOMLTable, knows known: Set<String>, _ place: String
  ) throws(PipelineFileError) {
    for key in table.keys where !known.contains(key) {
      let list = known.sorted().joined(separator: ", ")
      throw wrong(
        "\(place)\(key)",
        Words("not known; known are \(list)", "未知；可用 \(list)", "未知；可用 \(list)"))
    }
  }

  private static func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }
  }

  private func requirements(
    _ table: TOMLTable, _ place: String
  ) throws(PipelineFileError) -> [Requirement] {
    guard let value = table["requires"] else { return [] }
    guard let list = value.array else {
      throw wrong("\(place) requires", Words("a list", "须为列表", "須為列表"))
    }
    var found: [Requirement] = []
    for index in 0..<list.count {
      guard let name = list[index].string, let requirement = Requirement(rawValue: name) else {
        let known = Requirement.allCases.map(\.rawValue).joined(separator: ", ")
        throw wrong(
          "\(place) requires", Words("one of \(known)", "可用 \(known)", "可用 \(known)"))
      }
      found.append(requirement)
    }
    return found
  }

  private func limits(
    _ table: TOMLTable, _ name: String, _ place: String
  ) throws(PipelineFileError) -> Limits? {
    guard let value = table[name] else { return nil }
    guard let list = value.array, list.count == 2, let yellow = list[0].int, let red = list[1].int,
      let limits = Limits(yellow: yellow, red: red)
    else {
      throw wrong(
        "\(place) \(name)",
        Words("[yellow, red] in days, yellow not above red", "[黄, 红] 天数，黄不大于红", "[黃, 紅] 天數，黃不大於紅"))
    }
    return limits
  }

  private func wrong(_ place: String, _ cause: Words) -> PipelineFileError {
    .value(path: path, place: place, cause: cause)
  }
}
