/// A region or an address as it is compared.
public struct RegionForm: Hashable, Sendable {
  private let letters: [Unicode.Scalar]
  /// The runs of digits: house number first, code of the post last.
  let numbers: [String]
  private let pairs: Set<UInt64>

  /// Reads a folded text.
  public init(fold: String) {
    letters = fold.unicodeScalars.filter(\.properties.isAlphabeticOrDigit)
    numbers = fold.split { !("0"..."9").contains($0) }.map(String.init)
    pairs = Set(
      zip(letters, letters.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
  }

  /// What a street and a number tell apart; a region tells a place.
  var isAddress: Bool { !numbers.isEmpty && letters.count > 5 }

  func evidence(with other: RegionForm) -> Evidence? {
    if letters.isEmpty || other.letters.isEmpty { return nil }
    if isAddress, other.isAddress {
      return Evidence(.address, isLike(other) ? .same : .other)
    }
    let (short, long) = letters.count <= other.letters.count ? (self, other) : (other, self)
    let isWithin = short.letters.count > 1 && long.pairs.isSuperset(of: short.pairs)
    return Evidence(.place, isWithin || letters == other.letters ? .same : .other)
  }

  /// By the share of neighbouring letters in common (Dice), which slips and left-out parts leave
  /// high; addresses of one city that have nothing in common share about a third.
  private func isLike(_ other: RegionForm) -> Bool {
    10 * pairs.intersection(other.pairs).count >= 3 * (pairs.count + other.pairs.count)
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphabeticOrDigit: Bool { isAlphabetic || numericType == .decimal }
}
