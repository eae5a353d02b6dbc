/// Where somebody was, as people write it into one field: `南京大学 1995-1999`,
/// `南京大学（1995.9—1999.7）`, `南京大学 计算机系 95级`, `73021部队1990年至1994年`.
public struct WrittenStay: Hashable, Sendable {
  /// The school, the employer, the unit or the town.
  public let place: String
  /// The class, the department or the unit within the place.
  public let group: String?
  public let years: YearSpan?

  /// At a place of which nothing more is told.
  public init(place: String) {
    (self.place, group, years) = (place, nil, nil)
  }

  /// Years and group are read from the end; what is not understood belongs to the place.
  public init(_ text: String) {
    var rest = text.trimmed
    var years: YearSpan?
    var group: String?
    while true {
      if years == nil, let found = Self.years(endOf: rest) {
        (rest, years) = found
      } else if group == nil, let found = Self.group(endOf: rest) {
        (rest, group) = found
      } else {
        break
      }
    }
    (place, self.group, self.years) = (rest, group, years)
  }

  /// The years at the end of a text, in brackets, behind a gap, or behind the name itself.
  private static func years(endOf text: String) -> (rest: String, years: YearSpan)? {
    if let last = text.last, ")）".contains(last),
      let start = text.lastIndex(where: { "(（".contains($0) }), start > text.startIndex
    {
      let inner = text[text.index(after: start)...].dropLast()
      return years(inner).map { (String(text[..<start]).trimmed, $0) }
    }
    let name = text.lastIndex { !marks.contains($0) && !$0.isASCIIDigit }
    guard let name, let start = text[name...].firstIndex(where: { $0.isGap || $0.isASCIIDigit })
    else { return nil }
    let (rest, found) = (String(text[..<start]).trimmed, text[start...])
    // A mere number is part of a name, as in Studio 1984, unless it stands by itself behind that of
    // a school or a unit.
    let isNumber = found.allSatisfy { $0.isGap || $0.isASCIIDigit }
    let hasYears =
      found.first?.isGap ?? false && [.school, .unit].contains(PlaceKind(guessedFrom: rest))
    guard !isNumber || hasYears, let years = years(found) else { return nil }
    return (rest, years)
  }

  private static let marks = Set(" \t\u{3000},，.。/-–—~～至到今年月级級届屆")

  /// A span, with months or without, or the year of a class: who is of it was there in that year.
  private static func years(_ text: Substring) -> YearSpan? {
    let bare = text.filter { !$0.isGap }
    if let last = bare.last, "级級届屆".contains(last) {
      return year(ofClass: bare.dropLast()).map { YearSpan(from: $0, to: $0) }
    }
    let ends = bare.split(omittingEmptySubsequences: false) { "-–—~～至到".contains($0) }
    guard let span = YearSpan(ends.map(withoutMonth).joined(separator: "-")) else { return nil }
    return [span.from, span.to].compactMap(\.self).allSatisfy(plausible.contains) ? span : nil
  }

  private static let plausible = 1850...2100

  /// `1995.9`, `1995/09`, `1995年9月` without the month.
  private static func withoutMonth(_ end: Substring) -> String {
    let parts = end.split { "./年月".contains($0) }
    guard parts.count == 2, let month = Int(parts[1]), (1...12).contains(month) else {
      return String(end)
    }
    return String(parts[0])
  }

  /// Two digits are of the century that makes a class of the past.
  private static func year(ofClass digits: Substring) -> Int? {
    guard let number = Int(digits), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    if digits.count == 2 { return number > 40 ? 1900 + number : 2000 + number }
    return digits.count == 4 && plausible.contains(number) ? number : nil
  }

  /// The group behind a gap, where what stands before is a place that has such groups; behind a
  /// university there need be none.
  private static func group(endOf text: String) -> (rest: String, group: String)? {
    let gap = text.lastIndex(where: \.isGap)
    let glued =
      gap == nil ? universities.compactMap { text.firstRange(of: $0)?.upperBound }.first : nil
    guard let start = gap ?? glued, start > text.startIndex else { return nil }
    let (rest, group) = (String(text[..<start]).trimmed, String(text[start...]).trimmed)
    let fold = Fold.text(group)
    let kind = groups.first { $0.endings.contains { fold.hasSuffix($0) } }?.kind
    guard let kind, PlaceKind(guessedFrom: rest) == kind else { return nil }
    // 附中三班, 商学院: a place by itself, which only a gap would make a part of the other.
    if glued != nil, fold.hasPrefix("附") || fold.hasSuffix("学院") { return nil }
    return (rest, group)
  }

  private static let universities = ["大学", "大學"]

  private static let groups: [(kind: PlaceKind, endings: [String])] = [
    (.school, ["系", "班", "专业", "学院"]), (.unit, ["连", "排", "营"]),
  ]
}

extension String {
  /// Without gaps and commas at both ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isGap).reversed().drop(while: \.isGap).reversed())
  }
}

extension Character {
  fileprivate var isGap: Bool { isWhitespace || self == "," || self == "，" }
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
