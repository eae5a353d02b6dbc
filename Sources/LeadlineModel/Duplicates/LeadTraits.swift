/// What leads are compared by: the title, and whose investment it is.
public struct LeadTraits: DuplicateTraits {
  public let named: NamedRef
  public let organisation: NamedRef?
  private let title: String

  public init(_ named: NamedRef, organisation: NamedRef?) {
    self.named = named
    self.organisation = organisation
    title = Fold.text(named.name)
  }

  public func evidence(with other: LeadTraits) -> [Evidence] {
    var found = [Evidence(.title, title == other.title ? .same : .other)]
    if let organisation, let theirs = other.organisation {
      found.append(
        organisation.ref == theirs.ref
          ? Evidence(.organisation, .same, organisation.name) : Evidence(.organisation, .other))
    }
    return found
  }

  public var blockingKeys: [String] {
    organisation.map { ["\($0.ref.number) \(title)"] } ?? []
  }
}
