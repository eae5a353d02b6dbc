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
    names = folds.map(Self.withoutForm)
    cores = folds.map { Self.core(of: $0, in: regionFold) }
  }

  public func evidence(with other: OrganisationTraits) -> [Evidence] {
    let degree: Evidence.Degree =
      names.contains(where: other.names.contains)
      ? .same : cores.contains(where: other.cores.contains) ? .part : .other
    return [Evidence(.company, degree), region.evidence(with: other.region)].compactMap(\.self)
  }

  public var blockingKeys: [String] { Set(names + cores).map { "n\($0)" } }

  /// Words that state a legal form, longest first.
  private static let forms = [
    "股份有限公司", "有限责任公司", "有限公司", "集团公司", "公司", "集团", "corporation", "incorporated",
    "limited", "company", "gmbh", "corp", "inc", "ltd", "llc", "plc", "co", "ag", "sa", "kg",
  ]

  private static func withoutForm(_ fold: String) -> String {
    var rest = fold[...]
    while true {
      rest = rest.trimmed
      guard let form = forms.first(where: { isEnding($0, of: rest) }) else { return String(rest) }
      rest = rest.dropLast(form.count)
    }
  }

  /// A form in letters stands by itself, and no name is all form.
  private static func isEnding(_ form: String, of text: Substring) -> Bool {
    guard text.hasSuffix(form), text.count > form.count else { return false }
    guard form.utf8.first.map({ $0 < 0x80 }) == true else { return true }
    return text.dropLast(form.count).last.map { !$0.isLetter && !$0.isNumber } ?? false
  }

  private static func core(of fold: String, in region: String) -> String {
    var outside = ""
    var depth = 0
    for character in fold {
      if "([（【".contains(character) { depth += 1 }
      if depth == 0 { outside.append(character) }
      if ")]）】".contains(character) { depth = max(0, depth - 1) }
    }
    var core = withoutForm(outside)
    if !region.isEmpty, core.hasPrefix(region), core.count > region.count {
      core.removeFirst(region.count)
    }
    return core.isEmpty ? withoutForm(fold) : core
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = drop { " .,&".contains($0) }
    while let last = rest.last, " .,&".contains(last) { rest.removeLast() }
    return rest
  }
}
