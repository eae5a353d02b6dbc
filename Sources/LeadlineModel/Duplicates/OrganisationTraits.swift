/// What organisations are compared by.
public struct OrganisationTraits: DuplicateTraits {
  public let named: NamedRef
  public let region: RegionForm
  /// Its name and other names, folded, without what states the legal form.
  private let names: [String]
  /// The same without what stands in brackets or names its place.
  private let cores: [String]

  public init(_ named: NamedRef, otherNames: [String], regionFold: String) {
    self.named = named
    region = RegionForm(fold: regionFold)
    let folds = ([named.name] + otherNames).map { Fold.text($0) }
    names = folds.map(LegalForm.removed)
    cores = folds.map { Self.core(of: $0, in: regionFold) }
  }

  public func evidence(with other: OrganisationTraits) -> [Evidence] {
    let degree: Evidence.Degree =
      names.contains(where: other.names.contains)
      ? .same : cores.contains(where: other.cores.contains) ? .part : .other
    return [Evidence(.company, degree), region.evidence(with: other.region)].compactMap(\.self)
  }

  public var blockingKeys: [String] { Set(names + cores).map { "n\($0)" } }

  private static func core(of fold: String, in region: String) -> String {
    var outside = ""
    var depth = 0
    for character in fold {
      if "([（【".contains(character) { depth += 1 }
      if depth == 0 { outside.append(character) }
      if ")]）】".contains(character) { depth = max(0, depth - 1) }
    }
    var core = LegalForm.removed(from: outside)
    if !region.isEmpty, core.hasPrefix(region), core.count > region.count {
      core.removeFirst(region.count)
    }
    return core.isEmpty ? LegalForm.removed(from: fold) : core
  }
}
