public import LeadlineModel

/// A person whom we may get a lead from or through.
public struct Contact: Hashable, Sendable, Identifiable {
  public let ref: Ref
  public let name: String
  public let organisation: NamedRef?
  /// What they are there.
  public let title: String?
  /// As people write them: `+86 138 1234 4321`.
  public let phones: [String]
  public let emails: [String]
  public let region: String?
  public let schools: [String]
  public let employers: [String]
  /// Army units.
  public let units: [String]
  public let birthday: Day?
  /// The staff who know them.
  public let knownBy: [NamedRef]
  /// Whether they may be asked for an introduction.
  public let mayBeAsked: Bool
  public let tags: [String]
  public let note: String?
  public let lastTouch: Day?

  public var id: Ref { ref }

  init(_ ref: Ref, _ values: FieldReader) {
    self.ref = ref
    name = values.text("name") ?? ""
    organisation = values.record("org")
    title = values.text("title")
    phones = values.list("phone")
    emails = values.list("email")
    region = values.text("region")
    schools = values.list("school")
    employers = values.list("employer")
    units = values.list("unit")
    birthday = values.day("birthday")
    knownBy = values.records("knows")
    mayBeAsked = values.text("ask") != "no"
    tags = values.list("tag")
    note = values.text("note")
    lastTouch = values.day("last-touch")
  }
}
