public import LeadlineModel

/// The values that new records are given most: `.organisation("Delta"), .source("inbound")`.
///
/// Staff and departments are named as they are called; an organisation that is not known yet is
/// entered.
extension Change {
  /// What a lead is called, or what a contact is at their organisation.
  public static func title(_ title: String) -> Change { .init(.lead("title"), .text(title)) }
  public static func organisation(_ name: String) -> Change { .init(.lead("org"), .text(name)) }
  /// The id of one of `Choices.sources`.
  public static func source(_ id: String) -> Change { .init(.lead("source"), .choice(id)) }
  public static func owner(_ name: String) -> Change { .init(.lead("owner"), .text(name)) }

  public static func department(_ name: String) -> Change {
    .init(.lead("department"), .text(name))
  }

  public static func contacts(_ refs: Ref...) -> Change {
    .init(.lead("contact"), .records(refs.map { NamedRef($0, name: "") }))
  }

  public static func expected(_ money: Money) -> Change { .init(.lead("expected"), .money(money)) }
  public static func agreed(_ money: Money) -> Change { .init(.lead("agreed"), .money(money)) }
  public static func total(_ money: Money) -> Change { .init(.lead("total"), .money(money)) }
  public static func sector(_ sector: String) -> Change { .init(.lead("sector"), .text(sector)) }
  public static func site(_ site: String) -> Change { .init(.lead("site"), .text(site)) }
  public static func region(_ region: String) -> Change { .init(.lead("region"), .text(region)) }
  public static func tags(_ tags: String...) -> Change { .init(.lead("tag"), .list(tags)) }
  public static func note(_ note: String) -> Change { .init(.lead("note"), .text(note)) }
  public static func phones(_ numbers: String...) -> Change { contact("phone", numbers) }
  public static func emails(_ addresses: String...) -> Change { contact("email", addresses) }

  private static func contact(_ name: String, _ items: [String]) -> Change {
    let field = Field.contacts.first { $0.name == name }
    return .init(field ?? .lead(name), .list(items))
  }
}
