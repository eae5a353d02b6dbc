internal import Foundation

/// How strong ties are, as numbers: strengths lie between 0 and 1, and a chain of introductions is
/// as strong as the product of its ties.
///
/// The numbers are judgements of people who do this work, not measurements; they are data so that
/// a city can have its own.
public struct TieScale: Hashable, Sendable, Codable {
  /// What a shared place of a kind is worth, by `Affiliation.Kind`.
  public var place: [String: Double]
  /// The same within one class, unit or department.
  public var group: [String: Double]
  /// By how many people were there in those years, in order; the first size that is not exceeded.
  public var sizes: [Step]
  /// What the first common year is worth, and each further one, up to 1 in all.
  public var firstYear: Double
  public var furtherYear: Double
  /// Where it is not known whether the years met: no more than one year that did is worth however
  /// long ago, so that knowing more never makes a tie weaker.
  public var unknownYears: Double
  /// After so many years a tie is worth half.
  public var halfLife: Double
  /// However long ago, it stays worth so much.
  public var oldest: Double
  /// What declared strengths from 1 to 5 are worth.
  public var declared: [Double]
  /// The strength of a declared tie that states none, by its kind.
  public var usual: [String: Int]
  /// By the days since the two last dealt with each other, in order.
  public var dealings: [Step]
  /// Where they never did, or longer ago.
  public var silence: Double
  /// No tie is worth more.
  public var most: Double

  /// A factor that holds up to a number.
  public struct Step: Hashable, Sendable, Codable {
    public var upTo: Int
    public var factor: Double

    public init(upTo: Int, factor: Double) {
      self.upTo = upTo
      self.factor = factor
    }
  }

  public static let standard = TieScale(
    place: ["study": 0.35, "work": 0.4, "service": 0.5, "town": 0.1],
    group: ["study": 0.65, "work": 0.6, "service": 0.7, "town": 0.1],
    sizes: [
      Step(upTo: 60, factor: 1), Step(upTo: 150, factor: 0.8), Step(upTo: 500, factor: 0.6),
    ],
    firstYear: 0.7, furtherYear: 0.1, unknownYears: 0.28, halfLife: 25, oldest: 0.4,
    declared: [0.2, 0.4, 0.6, 0.8, 0.95],
    usual: [
      "classmate": 3, "colleague": 3, "comrade": 4, "townsman": 2, "kin": 5, "friend": 4,
      "investor": 3, "met": 1,
    ],
    dealings: [
      Step(upTo: 30, factor: 1.2), Step(upTo: 180, factor: 1.1), Step(upTo: 730, factor: 1),
    ],
    silence: 0.9, most: 0.98)
}

extension TieScale {
  /// The largest group in which people count as knowing each other.
  public var largestGroup: Int { sizes.last?.upTo ?? 0 }

  /// The strength of the tie between two persons who shared a place; nil where it makes none.
  ///
  /// `size` is how many people were there in those years, in the common group where there is one.
  /// strength = worth of the place × size × common years × how long ago.
  public func strength(
    of kind: Affiliation.Kind, years: SharedYears, isOneGroup: Bool, size: Int, in year: Int
  ) -> Double? {
    guard let base = (isOneGroup ? group : place)[kind.rawValue], size <= largestGroup else {
      return nil
    }
    return base * factor(ofSize: size) * (kind == .town ? 1 : worth(of: years, in: year))
  }

  /// What a group of a size makes of a tie; 0 for one that is too large.
  public func factor(ofSize size: Int) -> Double {
    sizes.first { size <= $0.upTo }?.factor ?? 0
  }

  /// A bound for the strength of ties through a person's time at a place.
  public func most(of stay: Affiliation, in year: Int) -> Double {
    let kind = stay.kind.rawValue
    let worth = max(place[kind] ?? 0, stay.group == nil ? 0 : group[kind] ?? 0)
    if stay.kind == .town { return worth }
    guard let from = stay.from, from <= stay.to ?? year else { return worth * unknownYears }
    return worth * max(unknownYears, self.worth(of: .known(from...(stay.to ?? year)), in: year))
  }

  private func worth(of years: SharedYears, in year: Int) -> Double {
    guard case .known(let range) = years else { return unknownYears }
    let length = min(1, firstYear + furtherYear * Double(range.count - 1))
    let age = Double(max(0, year - range.upperBound))
    return length * max(oldest, pow(0.5, age / halfLife))
  }

  /// The strength of a declared tie, from 1 to 5 where it states one.
  public func strength(declared number: Int?, kind: String) -> Double {
    let number = number ?? usual[kind] ?? 1
    return declared[min(max(number, 1), declared.count) - 1]
  }

  /// A tie's strength with what the two had to do with each other since: touches make it warmer,
  /// silence cools it. `days` are those since the last dealing; nil for none.
  public func warmed(_ strength: Double, days: Int?) -> Double {
    let factor = days.flatMap { days in dealings.first { days <= $0.upTo }?.factor } ?? silence
    return min(most, strength * factor)
  }
}
