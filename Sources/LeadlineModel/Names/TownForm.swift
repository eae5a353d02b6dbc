/// The words in the name of a Chinese home town that state what it is, and its province.
public enum TownForm {
  /// The folded names, without a province, by which the same town may be entered already: 常州 for
  /// 常州市 and for 江苏省常州市.
  public static func variants(of fold: String) -> [String] {
    let place = fold.split(separator: "省").last.map(String.init) ?? fold
    let isStated = place.count > 2 && ["市", "县"].contains { place.hasSuffix($0) }
    let bare = isStated ? String(place.dropLast()) : place
    let isHan = bare.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    guard isHan, (2...4).contains(bare.count) else { return [] }
    return [bare, bare + "市", bare + "县"].filter { $0 != fold }
  }
}
