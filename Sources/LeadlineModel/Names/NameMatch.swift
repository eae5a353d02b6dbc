/// Whether and how well a name answers a query: the definition that every index must agree with.
///
/// A query matches a run of the folded text; or pinyin from a syllable's start on, the last
/// syllable possibly cut; or initials. Blanks in the name never hinder; a blank in the query must
/// stand in the name only between two plain letters of the text.
public struct NameMatch: Sendable {
  /// How well a name answers, the best first.
  public enum Rank: UInt8, Comparable, Hashable, Sendable, CaseIterable {
    case whole, start, word, elsewhere

    public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  private let units: [NameUnit]
  private let spoken: [UInt32]

  public init(_ query: String) {
    let units = NameUnit.units(of: query)
    self.units = units
    spoken = units.indices.map { index in
      let previous = index == 0 ? 0 : units[index - 1].scalar
      return Umlaut.spelt(units[index].scalar, after: previous)
    }
  }

  /// The rank of `name` for `query`, nil when it does not match; an empty query matches nothing.
  public static func rank(query: String, name: String) -> Rank? {
    NameMatch(query).rank(of: name)
  }

  /// The rank of `name`, nil when it does not match.
  public func rank(of name: String) -> Rank? {
    if units.isEmpty { return nil }
    let name = NameUnit.units(of: name)
    var best: Rank?
    for start in name.indices {
      let place = name.place(of: start)
      if let best, best <= place, start > 0 { continue }
      guard let extent = extent(in: name, from: start) else { continue }
      if start == 0 && extent == .whole { return .whole }
      best = min(best ?? place, place)
    }
    return best
  }

  private func extent(in name: [NameUnit], from start: Int) -> Extent? {
    var best = textExtent(in: name, from: start)
    guard best != .whole, name.maySpeak(from: start) else { return best }
    for speech in Speech.allCases {
      let run = SpokenRun(query: spoken, name: name, start: start, speech: speech)
      guard let extent = run.extent() else { continue }
      if extent == .whole { return .whole }
      best = extent
    }
    return best
  }

  private func textExtent(in name: [NameUnit], from start: Int) -> Extent? {
    guard start + units.count <= name.count else { return nil }
    for index in units.indices {
      guard units[index].scalar == name[start + index].scalar else { return nil }
      if units.needsBlank(before: index), !name[start + index].followsBlank { return nil }
    }
    return start + units.count == name.count ? .whole : .part
  }
}

/// Whether a match goes on to the end of the name.
enum Extent {
  case part, whole
}

extension [NameUnit] {
  /// Whether a query has a blank here that its text must have too.
  func needsBlank(before index: Int) -> Bool {
    index > 0 && self[index].followsBlank && !self[index].isHan && !self[index - 1].isHan
  }
}
