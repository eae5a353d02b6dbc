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
    let (short, long) =
      sounds.count <= other.sounds.count ? (sounds, other.sounds) : (other.sounds, sounds)
    if short.count == long.count {
      if Self.isFound(short, in: long, by: EditDistance.isSlip) { return .near }
    } else if EditDistance.isSlip(short.joined(), long.joined()) {
      return .near
    }
    let isPart = Self.isFound(short, in: long) {
      EditDistance.isSlip($0, $1) || Self.isInitial($0, $1)
    }
    return isPart ? .part : .other
  }

  /// Whether every word is another one of `words`, or stands for it.
  private static func isFound(
    _ some: [String], in words: [String], by isMeant: (String, String) -> Bool
  ) -> Bool {
    var rest = words
    return !some.isEmpty
      && some.allSatisfy { word in
        let place = rest.firstIndex(of: word) ?? rest.firstIndex { isMeant(word, $0) }
        if let place { rest.remove(at: place) }
        return place != nil
      }
  }

  private static func isInitial(_ word: String, _ other: String) -> Bool {
    let (short, long) = word.count < other.count ? (word, other) : (other, word)
    return short.count == 1 && long.hasPrefix(short)
  }
}
