/// What contacts are compared by.
public struct PersonTraits: DuplicateTraits {
  public let named: NamedRef
  public let name: NameForm
  /// Where they are now.
  public let organisation: NamedRef?
  public let birthday: Day?
  public let region: RegionForm
  /// By their comparable digits.
  public var phones: [String] = []
  /// Folded.
  public var emails: [String] = []

  public init(
    _ named: NamedRef, _ name: NameForm, organisation: NamedRef?, birthday: Day?,
    region: RegionForm
  ) {
    self.named = named
    self.name = name
    self.organisation = organisation
    self.birthday = birthday
    self.region = region
  }

  /// A number of so few digits is an extension, and says nothing.
  public static let fewestDigits = 7
  public static func phoneKey(_ digits: String) -> String { "p\(digits)" }
  public static func emailKey(_ fold: String) -> String { "e\(fold)" }

  public func evidence(with other: PersonTraits) -> [Evidence] {
    let name = self.name.degree(with: other.name)
    let birthday = birthdayEvidence(with: other)
    var found: [Evidence?] = [
      Evidence(.name, name), birthday,
      Self.common(.phone, phones, other.phones), Self.common(.email, emails, other.emails),
    ]
    // People of other names are colleagues at one employer, and kin or neighbours at one address:
    // they share it for that reason.
    let isNamedAlike = name != .other
    let isOfOneDay = birthday?.degree == .same
    found.append(organisationEvidence(with: other)?.counting(where: isNamedAlike))
    found.append(
      region.evidence(with: other.region)?.counting(where: isNamedAlike || isOfOneDay))
    return found.compactMap(\.self)
  }

  private func organisationEvidence(with other: PersonTraits) -> Evidence? {
    guard let organisation, let theirs = other.organisation else { return nil }
    return organisation.ref == theirs.ref
      ? Evidence(.organisation, .same, organisation.name) : Evidence(.organisation, .other)
  }

  private func birthdayEvidence(with other: PersonTraits) -> Evidence? {
    guard let birthday, let theirs = other.birthday else { return nil }
    if birthday == theirs { return Evidence(.birthday, .same, birthday.iso) }
    return Evidence(.birthday, birthday.isSlip(of: theirs) ? .near : .other)
  }

  /// Whether they were born on that day, or a slip of the hand from it.
  public func isBorn(near day: Day?) -> Bool {
    guard let birthday, let day else { return false }
    return birthday == day || birthday.isSlip(of: day)
  }

  private static func common(
    _ aspect: Evidence.Aspect, _ some: [String], _ others: [String]
  ) -> Evidence? {
    if some.isEmpty || others.isEmpty { return nil }
    let shared = some.first(where: others.contains)
    return Evidence(aspect, shared == nil ? .other : .same, shared)
  }
}

extension PersonTraits {
  /// By the number or the address for mail; the name at the organisation, or with a part of the
  /// birthday; the birthday with an initial or the house; a word of the name with the house or
  /// the code of the post.
  ///
  /// Missed are pairs that agree in none of these: in the main those whose birthday and address
  /// agree while no initial and no house number does.
  public var blockingKeys: [String] {
    let sound = name.sound
    var keys = phones.map(Self.phoneKey) + emails.map(Self.emailKey)
    if let organisation {
      let place = "o\(organisation.ref.number)"
      keys.append("\(place) \(sound)")
      if !name.isHan { keys += name.sounds.map { "\(place)  \($0)" } }
    }
    let numbers = region.isAddress ? [region.numbers.first, region.numbers.last] : []
    let places = Set(numbers.compactMap(\.self))
    if let day = birthday?.iso {
      keys += ["y\(day.prefix(4))\(sound)", "d\(day.suffix(5))\(sound)"]
      keys += Set(name.sounds.compactMap(\.first)).map { "b\(day)\($0)" }
      keys += places.map { "h\(day)\($0)" }
    }
    for word in name.sounds where word.count > 1 { keys += places.map { "a\($0) \(word)" } }
    return keys
  }
}

extension Evidence {
  /// The evidence; nil where it agrees although that says nothing.
  fileprivate func counting(where says: Bool) -> Evidence? {
    degree == .same && !says ? nil : self
  }
}

extension Day {
  /// Whether one digit is another, two neighbours changed places, or month and day did.
  fileprivate func isSlip(of other: Day) -> Bool {
    let (own, theirs) = (parts, other.parts)
    if own.year == theirs.year, own.month == theirs.day, own.day == theirs.month { return true }
    let digits = [self, other].map { $0.iso.utf8.filter { $0 != UInt8(ascii: "-") } }
    return EditDistance.between(digits[0], digits[1]) == 1
  }
}
