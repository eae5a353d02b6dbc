/// What to ask the index for a query: ranges and single tokens.
///
/// A name is found when one of its tokens lies in one of the ranges or is one of `cut`, and, where
/// the part is not exact, `NameMatch` (for an address, `EmailMatch`) agrees. The place of its best
/// key is the rank of a name that only exact ranges hold; else `NameMatch` tells it.
public struct SearchProbe: Sendable, Equatable {
  /// What a part of the probe looks among.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case name, email, phone
  }

  /// The tokens from `lower` up to but not including `upper`, in the order of their bytes.
  public struct TokenRange: Hashable, Sendable {
    public let kind: Kind
    public let lower: String
    public let upper: String
    /// Whether every token in the range is a match.
    public let isExact: Bool

    public func contains(_ token: String) -> Bool {
      !token.utf8.lexicographicallyPrecedes(lower.utf8)
        && token.utf8.lexicographicallyPrecedes(upper.utf8)
    }
  }

  public private(set) var ranges: [TokenRange] = []
  /// Tokens of names and addresses whose text goes on beyond the key; they need to be verified.
  public private(set) var cut: [String] = []

  /// Whether the index alone decides.
  public var isExact: Bool { cut.isEmpty && ranges.allSatisfy(\.isExact) }

  /// Whether the phone number is one that the probe asks for.
  public func finds(number: String) -> Bool {
    SearchKeys.phoneTokens(of: number).contains { token in
      ranges.contains { $0.kind == .phone && $0.contains(token) }
    }
  }

  /// Prepares a query. Numbers without a country are read as numbers of `country`.
  public init(_ query: String, country: String = "CN") {
    let units = NameUnit.units(of: query)
    guard !units.isEmpty else { return }
    addText(units)
    addSpoken(units)
    addEmail(units)
    addPhone(query, country: country)
  }

  private mutating func addText(_ units: [NameUnit]) {
    let text = String(scalars: units.lazy.map(\.scalar))
    if units.count > PackedText.limit {
      cut.append(units.text(from: 0))
    } else {
      let isExact = !units.indices.contains(where: units.needsBlank)
      add(.name, text, isExact: isExact)
    }
  }

  /// Han characters in a query that is not all Han are looked up by their first reading.
  private mutating func addSpoken(_ units: [NameUnit]) {
    guard units.contains(where: { !$0.isHan }) else { return }
    let literal = units.packedText(from: 0)
    for speech in literal == nil ? Speech.allCases : [.pinyin] {
      guard let form = SpokenForms.first(of: units, by: speech) else { continue }
      if form.isCut {
        addCut(form.text)
      } else if form != literal {
        add(.name, form.text, isExact: false)
      }
      if form.count > SpokenForms.shortLimit {
        addCut(form.cut(to: SpokenForms.shortLimit).text)
      }
    }
  }

  private mutating func addCut(_ token: String) {
    if !cut.contains(token) { cut.append(token) }
  }

  private mutating func addEmail(_ units: [NameUnit]) {
    guard !units.contains(where: { $0.followsBlank }) else { return }
    let token = SearchKeys.emailClass + units.text(from: 0)
    if units.count > PackedText.limit {
      cut.append(token)
    } else {
      add(.email, token, isExact: true)
    }
  }

  private mutating func addPhone(_ query: String, country: String) {
    for digits in SearchKeys.tails(ofQuery: query, country: country) {
      add(.phone, SearchKeys.phoneToken(of: digits), isExact: true)
    }
  }

  private mutating func add(_ kind: Kind, _ prefix: String, isExact: Bool) {
    let range = TokenRange(
      kind: kind, lower: prefix, upper: prefix.successorOfPrefix, isExact: isExact)
    if !ranges.contains(range) { ranges.append(range) }
  }
}

extension String {
  /// The least text, by bytes, that is greater than every text beginning with this one.
  fileprivate var successorOfPrefix: String {
    var scalars = unicodeScalars.map(\.value)
    while let last = scalars.popLast() {
      if last == 0x10FFFF { continue }
      scalars.append(last == 0xD7FF ? 0xE000 : last + 1)
      break
    }
    return String(scalars: scalars)
  }
}
