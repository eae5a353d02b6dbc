/// What is known of a contact that tells what they could bring.
public struct ProspectFacts: Hashable, Sendable {
  /// What they are at their organisation, as written.
  public let title: String?
  public let organisation: NamedRef?
  /// Whether the organisation is a company: others do not invest.
  public let isCompany: Bool
  /// Whether there is or was a lead at the organisation.
  public let hasLeads: Bool
  /// The sector of the organisation, where money came here from it before.
  public let sector: String?

  public init(
    title: String?, organisation: NamedRef?, isCompany: Bool, hasLeads: Bool, sector: String?
  ) {
    self.title = title
    self.organisation = organisation
    self.isCompany = isCompany
    self.hasLeads = hasLeads
    self.sector = sector
  }
}

/// What contacts could bring, as numbers: worth = title × organisation × sector, each 1 where
/// nothing is known.
///
/// The numbers are judgements of people who do this work, not measurements; they are data so that
/// a city can have its own.
public struct WorthScale: Hashable, Sendable, Codable {
  /// What titles are worth; the first that fits counts, so deputies stand before whom they stand
  /// in for.
  public var titles: [Title]
  /// At a company where there is no lead yet, and where there is one.
  public var untouchedCompany: Double
  public var knownCompany: Double
  /// At a school, an agency, an army unit.
  public var otherPlace: Double
  /// In a sector from which money arrived here.
  public var provenSector: Double

  /// Titles of one weight, by words that are in them, folded.
  public struct Title: Hashable, Sendable, Codable {
    public var rank: Rank
    public var words: [String]
    public var factor: Double

    public init(_ rank: Rank, _ words: [String], factor: Double) {
      self.rank = rank
      self.words = words
      self.factor = factor
    }
  }

  /// How close to a decision somebody stands.
  public enum Rank: String, Hashable, Sendable, Codable { case decides, closeBy, manages }

  public static let standard = WorthScale(
    titles: [
      Title(.decides, ["managing director"], factor: 2),
      Title(
        .closeBy,
        [
          "副总", "副董事长", "副主席", "助理", "总监", "合伙人", "董事会秘书", "首席财务", "首席技术", "vice", "deputy",
          "assistant", "cfo", "cto", "coo", "director", "partner",
        ], factor: 1.5),
      Title(
        .decides,
        [
          "董事长", "总经理", "总裁", "主席", "创始人", "老板", "首席执行", "法定代表", "厂长", "chairman", "chairwoman",
          "chief executive", "ceo", "president", "general manager", "founder", "owner",
        ], factor: 2),
      Title(.manages, ["经理", "主任", "部长", "董事", "manager", "head of"], factor: 1.2),
    ], untouchedCompany: 1.5, knownCompany: 0.8, otherPlace: 0.5, provenSector: 1.3)
}

extension WorthScale {
  /// What a contact could bring, 1 where nothing is known of them.
  public func worth(of facts: ProspectFacts) -> Double {
    (title(facts.title)?.factor ?? 1) * worth(ofPlace: facts)
      * (facts.sector == nil ? 1 : provenSector)
  }

  /// No worth is greater.
  public var most: Double {
    titles.map(\.factor).reduce(1, max)
      * max(1, untouchedCompany, knownCompany, otherPlace) * max(1, provenSector)
  }

  /// How close to a decision a title stands; nil where it does not tell.
  public func rank(of title: String?) -> Rank? { self.title(title)?.rank }

  private func title(_ text: String?) -> Title? {
    guard let text else { return nil }
    let fold = Fold.text(text)
    return titles.first { title in title.words.contains { fold.contains($0) } }
  }

  private func worth(ofPlace facts: ProspectFacts) -> Double {
    guard facts.organisation != nil else { return 1 }
    guard facts.isCompany else { return otherPlace }
    return facts.hasLeads ? knownCompany : untouchedCompany
  }
}
