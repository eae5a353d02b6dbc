/// A person's name as it is compared: folded, and by its sounds.
public struct NameForm: Hashable, Sendable {
  public let fold: String
  /// Its words, those in Han characters as syllables of pinyin.
  let sounds: [String]
  let isHan: Bool

  public init(_ name: String) {
    self.init(sortKey: SortKey.of(name, isPerson: true))
  }

  /// Reads the key by which the name is ordered: its sounds, and behind U+001F its folded text.
  public init(sortKey: String) {
    let parts = sortKey.split(separator: "\u{1F}", maxSplits: 1)
    isHan = parts.count > 1
    fold = String(parts.last ?? "")
    sounds = (parts.first ?? "").split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The sounds in no order: given name and surname are written either way.
  var sound: String { sounds.sorted().joined() }

  /// How near another name is.
  ///
  /// Slips of the hand are looked for in words of letters only: one other character makes another
  /// Chinese name, while one of the same sound is what an input method picks by mistake.
  public func degree(with other: NameForm) -> Evidence.Degree {
    if fold == other.fold { return .same }
    if sound == other.sound { return isHan || other.isHan ? .sound : .same }
    if isHan || other.isHan { return .other }
    if EditDistance.isSlip(sounds.joined(), other.sounds.joined()) { return .near }
    let (short, long) =
      sounds.count <= other.sounds.count ? (sounds, other.sounds) : (other.sounds, sounds)
    guard !short.isEmpty, Self.isFound(short, in: long) else { return .other }
    return short.count == long.count ? .near : .part
  }

  /// Whether every word stands for another one of `words`, mistyped perhaps or as its initial.
  private static func isFound(_ some: [String], in words: [String]) -> Bool {
    var rest = words
    return some.allSatisfy { word in
      let place =
        rest.firstIndex(of: word)
        ?? rest.firstIndex { EditDistance.isSlip(word, $0) || isInitial(word, $0) }
      if let place { rest.remove(at: place) }
      return place != nil
    }
  }

  private static func isInitial(_ word: String, _ other: String) -> Bool {
    let (short, long) = word.count < other.count ? (word, other) : (other, word)
    return short.count == 1 && long.hasPrefix(short)
  }
}
