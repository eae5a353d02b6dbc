public import LeadlineModel
internal import TOMLKit

/// Why a campaign cannot be read: where in the text, and what is wrong there.
public struct CampaignFileError: Error, Hashable, Sendable {
  /// The file, or the campaign's name where the text is the one that was loaded.
  public let source: String
  /// From 1.
  public let line: Int
  public let cause: Words

  public init(source: String, line: Int, cause: Words) {
    self.source = source
    self.line = line
    self.cause = cause
  }

  public var words: Words {
    let place = "\(Printable.escaping(source)):\(line)"
    return Words(
      "\(place): \(cause.english)", "\(place)：\(cause.simplified)",
      "\(place)：\(cause.traditional)")
  }
}

/// A campaign in TOML: `name`, `first`, `last`, a `[measure.ID]` each and a `[[tier]]` each; see
/// the example of the hundred days for every key.
public struct CampaignFile {
  let source: String
  let pipeline: Pipeline
  let currency: Currency
  /// Reads an amount as people write it: `1000万`.
  let amount: (String) -> Money?
  /// Why a department of this name cannot take part; nil where it can.
  let refusal: (String) -> Words?
  let places: TOMLPlaces

  /// The campaign that a text says, of a database with this pipeline and currency.
  public static func campaign(
    _ text: String, source: String, pipeline: Pipeline, currency: Currency,
    amount: @escaping (String) -> Money?, refusal: @escaping (String) -> Words? = { _ in nil }
  ) throws(CampaignFileError) -> Campaign {
    let file = CampaignFile(
      source: source, pipeline: pipeline, currency: currency, amount: amount,
      refusal: refusal, places: TOMLPlaces(text))
    return try file.campaign(try file.parse(text))
  }

  /// The text of a file.
  public static func text(of path: String) throws -> String {
    let bytes = try FileBytes.readAll(try FileBytes.open(path), path: path)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw CampaignFileError(
      source: path, line: 1,
      cause: Words("not UTF-8 text", "不是 UTF-8 文本", "不是 UTF-8 文字"))
  }

  private func parse(_ text: String) throws(CampaignFileError) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch {
      let cause = (error as? TOMLParseError)?.description ?? "\(error)"
      throw CampaignFileError(
        source: source, line: (error as? TOMLParseError)?.source.begin.line ?? 1,
        cause: Words(cause, cause, cause))
    }
  }

  private func campaign(_ table: TOMLTable) throws(CampaignFileError) -> Campaign {
    let root = TOMLNode(table, [], file: self)
    try root.check([
      "name", "first", "last", "yellow_below", "cards_from", "shared_count_in_full", "measure",
      "tier",
    ])
    let name = try root.text("name")
    let (first, last) = (try root.day("first"), try root.day("last"))
    guard first <= last, last - first < 3660 else {
      throw root.wrong(
        "last",
        Words(
          "the last day must not be before the first, nor ten years later", "最后一天不得早于第一天，也不得晚于十年",
          "最後一天不得早於第一天，也不得晚於十年"))
    }
    let measures = try measures(root)
    return Campaign(
      name: name, days: first...last, currency: currency, measures: measures,
      tiers: try tiers(root, measures), cards: try cards(root, first...last),
      countsInFull: try root.flag("shared_count_in_full"))
  }

  private func cards(
    _ root: TOMLNode, _ days: ClosedRange<Day>
  ) throws(CampaignFileError) -> Campaign.CardRule {
    let limit = try root.fraction("yellow_below") ?? Fraction("70%") ?? .one
    guard limit > .zero, limit <= .one else {
      throw root.wrong(
        "yellow_below", Words("more than 0, at most 100%", "须大于 0，至多 100%", "須大於 0，至多 100%"))
    }
    let from = root.has("cards_from") ? try root.day("cards_from") : days.upperBound
    guard days.contains(from) else {
      throw root.wrong(
        "cards_from", Words("a day of the campaign", "须在竞赛期内", "須在競賽期內"))
    }
    return Campaign.CardRule(yellowBelow: limit, from: from)
  }

  func error(_ path: [String], _ cause: Words) -> CampaignFileError {
    CampaignFileError(source: source, line: places.line(of: path), cause: cause)
  }
}
