/// One card of a vCard file, version 2.1, 3.0 or 4.0: what a CRM can use of it.
///
/// Texts are trimmed; what a card does not say is empty or nil. Photos and keys are left out.
public struct VCard: Hashable, Sendable {
  /// A name in its parts, as `N` gives them.
  public struct Name: Hashable, Sendable {
    public var family = ""
    public var given = ""
    /// Middle names.
    public var additional = ""
    public var prefix = ""
    public var suffix = ""

    public init() {}

    public var isEmpty: Bool {
      family.isEmpty && given.isEmpty && additional.isEmpty && prefix.isEmpty && suffix.isEmpty
    }
  }

  /// A phone number or e-mail address.
  public struct Entry: Hashable, Sendable {
    /// As written, without `tel:` or `mailto:`.
    public var value: String
    /// Lower case: `cell`, `work`, `pref`; a label of one's own as it stands.
    public var types: [String]

    public init(value: String, types: [String] = []) {
      self.value = value
      self.types = types
    }
  }

  public struct Organisation: Hashable, Sendable {
    public var name: String
    /// Departments, the largest first.
    public var units: [String]

    public init(name: String, units: [String] = []) {
      self.name = name
      self.units = units
    }
  }

  public struct Address: Hashable, Sendable {
    public var box = ""
    public var extended = ""
    public var street = ""
    public var city = ""
    public var region = ""
    public var postalCode = ""
    public var country = ""
    public var types: [String] = []

    public init() {}
  }

  /// The line on which the card begins, counted from 1.
  public var line: Int
  /// `2.1` where the card does not say.
  public var version = "2.1"
  /// `FN`: the whole name as its owner writes it.
  public var formattedName = ""
  public var name = Name()
  /// How the name sounds, where the card says so.
  public var phoneticName = Name()
  public var nicknames: [String] = []
  public var organisations: [Organisation] = []
  /// In the file's order: the first belongs to the first organisation.
  public var titles: [String] = []
  public var role = ""
  public var phones: [Entry] = []
  public var emails: [Entry] = []
  public var addresses: [Address] = []
  public var birthday: VCardBirthday?
  public var note = ""
  public var categories: [String] = []
  public var uid = ""
  /// `REV` as written.
  public var revision = ""
  /// True where the card stands for an organisation, not a person.
  public var isOrganisation = false

  public init(line: Int) {
    self.line = line
  }

  public var title: String { titles.first ?? "" }
}
