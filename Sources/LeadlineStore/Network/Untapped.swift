public import LeadlineModel

extension ContactColumns {
  /// The contacts whom nobody approached up to a day and who may be: nothing happened with them
  /// but notes, no lead has them or came through them, and they were not asked for, nor after, an
  /// introduction; an ask that was refused or not answered left them where they were.
  static func untapped(on day: Day) -> Clause {
    let isKnown: Clause = "lead.created IS NOT NULL AND lead.created <= \(.day(day))"
    return .all([
      "person.askable = 1",
      """
      NOT EXISTS (SELECT 1 FROM activity_person \
      JOIN activity ON activity.id = activity_person.activity \
      WHERE activity_person.person = person.id AND activity.kind <> 'note' \
      AND activity.day <= \(.day(day)))
      """,
      """
      NOT EXISTS (SELECT 1 FROM lead_contact JOIN lead ON lead.id = lead_contact.lead \
      WHERE lead_contact.person = person.id AND \(isKnown))
      """,
      """
      NOT EXISTS (SELECT 1 FROM lead WHERE lead.introducer IS NOT NULL \
      AND lead.introducer = person.id AND \(isKnown))
      """,
      "NOT EXISTS (SELECT 1 FROM ask WHERE ask.person = person.id AND ask.day <= \(.day(day)))",
      """
      NOT EXISTS (SELECT 1 FROM ask WHERE ask.contact IS NOT NULL AND ask.contact = person.id \
      AND ask.day <= \(.day(day)) AND NOT (ask.result IN ('refused', 'no-answer') \
      AND ask.answered IS NOT NULL AND ask.answered <= \(.day(day))))
      """,
    ])
  }
}

extension Database {
  /// The sectors, folded, from which money arrived up to a day.
  public func provenSectors(upTo day: Day) throws -> Set<String> {
    var sectors: Set<String> = []
    try engine.rows(
      """
      SELECT DISTINCT lead.sector_fold FROM receipt JOIN lead ON lead.id = receipt.lead \
      WHERE receipt.day <= \(.day(day)) AND lead.sector_fold IS NOT NULL \
      AND lead.sector_fold <> '' ORDER BY lead.sector_fold
      """
    ) { cells in
      if let sector = cells.text(0) { sectors.insert(sector) }
      return true
    }
    return sectors
  }
}
