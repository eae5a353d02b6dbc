internal import LeadlineInterchange
public import LeadlineModel
internal import LeadlineQuery
internal import LeadlineStore

extension CRM {
  /// All campaigns that were loaded, by name.
  ///
  /// Throws `CRMError.campaignUnfit` where one measures a stage that the pipeline lacks now.
  public func campaigns() throws -> [Campaign] { try campaigns(for: pipeline) }

  /// All campaigns, read with a pipeline that may not be in use yet.
  func campaigns(for pipeline: Pipeline) throws -> [Campaign] {
    try database.campaigns().map { name, content in
      do {
        return try read(content, source: name, for: pipeline)
      } catch let error as CampaignFileError {
        throw CRMError.campaignUnfit(name, error.words)
      }
    }
  }

  /// The campaign of a name. Where none is given: of those that run on the day asked for, else of
  /// those that began before, else of all, the one that began last.
  ///
  /// Throws `CRMError.noCampaign` or `.unknownCampaign`.
  public func campaign(named name: String? = nil) throws -> Campaign {
    let all = try campaigns()
    if let name {
      if let found = all.first(where: { Fold.text($0.name) == Fold.text(name) }) { return found }
      throw all.isEmpty
        ? CRMError.noCampaign : CRMError.unknownCampaign(name, known: all.map(\.name))
    }
    let choices = [
      all.filter { $0.days.contains(today) }, all.filter { $0.days.upperBound < today }, all,
    ]
    let chosen = choices.first { !$0.isEmpty } ?? []
    let latest = chosen.max { ($0.days.lowerBound, $1.name) < ($1.days.lowerBound, $0.name) }
    guard let latest else { throw CRMError.noCampaign }
    return latest
  }

  /// The text of a campaign as it was loaded.
  public func text(of campaign: Campaign) throws -> String {
    try database.campaigns().first { $0.name == campaign.name }?.content ?? ""
  }

  /// Loads a campaign from a file, in the place of one of its name.
  ///
  /// Throws `CampaignFileError` with the line of what is wrong, also of a department that is not
  /// known, and then changes nothing.
  @discardableResult
  public func loadCampaign(from path: String, line: String? = nil) throws -> Written<Campaign> {
    let text = try CampaignFile.text(of: path)
    let known = Dictionary(grouping: try database.departments()) { Fold.text($0.name) }
    let campaign = try read(text, source: path, for: pipeline) { name in
      Self.refusal(of: name, known)
    }
    return try write(line ?? "campaign load \(path)") { writer in
      try writer.setCampaign(campaign.name, text)
      return campaign
    }
  }

  /// Removes a campaign, also one that cannot be read, and says its name; what it counted stays.
  @discardableResult
  public func removeCampaign(named name: String, line: String? = nil) throws -> Written<String> {
    let known = try database.campaigns().map(\.name)
    guard let found = known.first(where: { Fold.text($0) == Fold.text(name) }) else {
      throw known.isEmpty ? CRMError.noCampaign : CRMError.unknownCampaign(name, known: known)
    }
    return try write(line ?? "campaign remove \(name)") { writer in
      _ = try writer.removeCampaign(found)
      return found
    }
  }

  private func read(
    _ text: String, source: String, for pipeline: Pipeline,
    refusal: @escaping (String) -> Words? = { _ in nil }
  ) throws -> Campaign {
    let amounts = AmountWords(currency: currency)
    return try CampaignFile.campaign(
      text, source: source, pipeline: pipeline, currency: currency,
      amount: { try? amounts.money($0) }, refusal: refusal)
  }

  private static func refusal(of name: String, _ known: [String: [NamedRef]]) -> Words? {
    let found = known[Fold.text(name)] ?? []
    if found.count == 1 { return nil }
    let shown = Printable.escaping(name)
    if found.count > 1 {
      return Words(
        "there are \(found.count) departments called '\(shown)'", "有\(found.count)个部门名为'\(shown)'",
        "有\(found.count)個部門名為'\(shown)'")
    }
    let names = known.values.joined().map(\.name)
    let near = NearestNames.of(name, in: names.sorted()).first ?? nearest(name, names)
    let hint = near.map { Printable.escaping($0) }
    return Words(
      "no department is called '\(shown)'"
        + (hint.map { "; did you mean \($0)?" } ?? ": new department \(shown)"),
      "没有名为'\(shown)'的部门" + (hint.map { "；是不是 \($0)？" } ?? "：new department \(shown)"),
      "沒有名為'\(shown)'的部門" + (hint.map { "；是不是 \($0)？" } ?? "：new department \(shown)"))
  }

  /// The first name that holds the other or is held by it.
  private static func nearest(_ name: String, _ names: [String]) -> String? {
    let fold = Fold.text(name)
    return names.sorted().first { Fold.text($0).contains(fold) || fold.contains(Fold.text($0)) }
  }
}

extension CRM {
  /// What currencies are worth, by currency and day.
  public func rates() throws -> [Rates.Rate] { try database.rates() }

  /// Says what one of a currency is worth in the database's own, from `day` on (today where nil);
  /// nothing takes the rate of that day away.
  ///
  /// Throws `CRMError.notACurrency`, `.ownCurrency` or `.notARate`.
  @discardableResult
  public func setRate(
    of name: String, to text: String?, from day: Day? = nil, line: String? = nil
  ) throws -> Written<Rates.Rate?> {
    let day = day ?? today
    guard day <= today else { throw CRMError.dayInFuture(day, today: today) }
    guard let named = try? AmountWords(currency: currency).money("1 \(name)").currency else {
      throw CRMError.notACurrency(name)
    }
    guard named != currency else { throw CRMError.ownCurrency(named) }
    let value = try text.map { text in
      guard let value = Fraction(text), value > .zero, !text.contains("%"),
        let kept = value.decimal(places: 8)
      else { throw CRMError.notARate(text) }
      return (value, kept)
    }
    return try write(line ?? "new rate \(named.code) \(text ?? "none") on=\(day)") { writer in
      try writer.setRate(of: named, to: value?.1, from: day)
      return value.map { Rates.Rate(currency: named, day: day, value: $0.0) }
    }
  }
}
