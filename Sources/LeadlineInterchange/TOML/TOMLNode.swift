internal import LeadlineModel
internal import TOMLKit

/// A table of a campaign's file, with the place at which it stands.
struct TOMLNode {
  private let table: TOMLTable
  private let path: [String]
  let file: CampaignFile

  init(_ table: TOMLTable, _ path: [String], file: CampaignFile) {
    self.table = table
    self.path = path
    self.file = file
  }

  var keys: [String] { table.keys }
  func has(_ key: String) -> Bool { table[key] != nil }

  /// Refuses what the table says beyond what is read.
  func check(_ known: Set<String>) throws(CampaignFileError) {
    for key in table.keys.sorted() where !known.contains(key) {
      let list = known.sorted().joined(separator: ", ")
      let shown = Printable.escaping(key)
      throw wrong(
        key,
        Words(
          "'\(shown)' is not known here; known are \(list)", "'\(shown)'未知；可用 \(list)",
          "'\(shown)'未知；可用 \(list)"))
    }
  }

  func wrong(_ key: String, _ cause: Words) -> CampaignFileError {
    let here = has(key) ? "\(key): " : ""
    return file.error(
      path + [key],
      Words(here + cause.english, here + cause.simplified, here + cause.traditional))
  }

  private func missing(_ key: String) -> CampaignFileError {
    file.error(
      path + [key], Words("\(key) is missing", "缺少 \(key)", "缺少 \(key)"))
  }

  func text(_ key: String) throws(CampaignFileError) -> String {
    guard has(key) else { throw missing(key) }
    guard let text = table[key]?.string, !text.allSatisfy(\.isWhitespace) else {
      throw wrong(key, Words("a text in quotes", "须为引号内的文字", "須為引號內的文字"))
    }
    return text
  }

  func texts(_ key: String) throws(CampaignFileError) -> [String] {
    guard has(key) else { throw missing(key) }
    guard let list = table[key]?.array else { throw wrong(key, Self.listWanted) }
    var texts: [String] = []
    for index in 0..<list.count {
      guard let text = list[index].string, !text.allSatisfy(\.isWhitespace) else {
        throw wrong(key, Self.listWanted)
      }
      texts.append(text)
    }
    return texts
  }

  private static let listWanted = Words(
    "a list of texts, [\"…\", \"…\"]", "须为文字列表 [\"…\", \"…\"]", "須為文字列表 [\"…\", \"…\"]")

  func day(_ key: String) throws(CampaignFileError) -> Day {
    guard let value = table[key] else { throw missing(key) }
    let day =
      if let date = value.date {
        Day(year: date.year, month: date.month, day: date.day)
      } else {
        value.string.flatMap { Day(iso: $0) }
      }
    if let day { return day }
    throw wrong(key, Words("a day, such as 2022-10-20", "须为日期，如 2022-10-20", "須為日期，如 2022-10-20"))
  }

  func flag(_ key: String) throws(CampaignFileError) -> Bool {
    guard let value = table[key] else { return false }
    guard let flag = value.bool else {
      throw wrong(key, Words("true or false", "须为 true 或 false", "須為 true 或 false"))
    }
    return flag
  }

  /// A ratio: `0.7`, `"70%"`, `"2/3"`. A number is read as it is written.
  func fraction(_ key: String) throws(CampaignFileError) -> Fraction? {
    guard let value = table[key] else { return nil }
    let text = value.string ?? value.int.map { "\($0)" } ?? value.double.map { "\($0)" }
    if let fraction = text.flatMap({ Fraction($0) }) { return fraction }
    throw wrong(
      key,
      Words(
        "a ratio above 0, such as 0.7, \"70%\" or \"2/3\"", "须为大于 0 的比率，如 0.7、\"70%\" 或 \"2/3\"",
        "須為大於 0 的比率，如 0.7、\"70%\" 或 \"2/3\""))
  }

  /// An amount in whole units, or as people write it: `"1000万"`.
  func amount(_ key: String) throws(CampaignFileError) -> Int64? {
    guard let value = table[key] else { return nil }
    if let money = value.string.flatMap(file.amount), money.currency == file.currency {
      return money.minorUnits
    }
    if let whole = value.int, whole >= 0 {
      let (minor, overflows) = Int64(whole).multipliedReportingOverflow(
        by: file.currency.minorUnitsPerMajor)
      if !overflows { return minor }
    }
    let code = file.currency.code
    throw wrong(
      key,
      Words(
        "an amount in \(code), such as \"1000万\" or 10_000_000",
        "须为 \(code) 金额，如 \"1000万\" 或 10_000_000", "須為 \(code) 金額，如 \"1000万\" 或 10_000_000"))
  }

  func number(_ key: String) throws(CampaignFileError) -> Int64? {
    guard let value = table[key] else { return nil }
    guard let number = value.int else {
      throw wrong(key, Words("a whole number", "须为整数", "須為整數"))
    }
    return Int64(number)
  }

  /// The words of a thing in three languages; its id where there are none.
  func words(else fallback: Words) throws(CampaignFileError) -> Words {
    let english = has("en") ? try text("en") : fallback.english
    let simplified =
      has("zh_hans") ? try text("zh_hans") : has("en") ? english : fallback.simplified
    return Words(
      english, simplified,
      has("zh_hant")
        ? try text("zh_hant")
        : has("zh_hans") || has("en") ? simplified : fallback.traditional)
  }

  /// The tables in an array, or of a table of tables, each with its own place.
  func nodes(_ key: String) throws(CampaignFileError) -> [(name: String, node: TOMLNode)] {
    guard has(key) else { throw missing(key) }
    if let inner = table[key]?.table {
      return try inner.keys.map { name throws(CampaignFileError) in
        guard let entry = inner[name]?.table else { throw notTables(key) }
        return (name, TOMLNode(entry, path + [key, name], file: file))
      }
    }
    guard let list = list(key) else { throw notTables(key) }
    return list.enumerated().map { ("\($0 + 1)", $1) }
  }

  /// The tables in an array; nil for anything else.
  func list(_ key: String) -> [TOMLNode]? {
    guard let list = table[key]?.array else { return nil }
    var nodes: [TOMLNode] = []
    for index in 0..<list.count {
      guard let entry = list[index].table else { return nil }
      nodes.append(TOMLNode(entry, path + [key, "\(index + 1)"], file: file))
    }
    return nodes
  }

  /// Whether the value is this text.
  func says(_ text: String, _ key: String) -> Bool { table[key]?.string == text }

  private func notTables(_ key: String) -> CampaignFileError {
    wrong(
      key,
      Words(
        "tables, such as [\(key).NAME] or [[\(key)]]", "须为表，如 [\(key).名称] 或 [[\(key)]]",
        "須為表，如 [\(key).名稱] 或 [[\(key)]]"))
  }
}
