/// A key under which the index finds a name: the name is found by every beginning of `token`.
public struct SearchKey: Hashable, Sendable {
  public let token: String
  /// The rank of a name found by a beginning of this key; when the query is the whole of a key at
  /// the start of a name, the rank is `.whole`.
  public let place: NameMatch.Rank
}

/// The keys written beside a record when it is saved, so that search is a range of an index.
///
/// Keys of names, e-mail addresses and phone numbers live in one table; addresses and numbers
/// begin with a control character each, which no folded text contains.
public enum SearchKeys {
  static let emailClass = "\u{1D}"
  static let phoneClass = "\u{1E}"

  /// The tokens of `keys(of:)` alone, without repetition.
  public static func tokens(of name: String) -> [String] {
    keys(of: name).map(\.token)
  }

  /// The keys of a name, each token once: its text from every position on, its pinyin and its
  /// initials from every Han character on.
  ///
  /// A token has at most twelve letters; where the text goes on, U+001F follows.
  public static func keys(of name: String) -> [SearchKey] {
    let units = NameUnit.units(of: name)
    var packed: [PackedKey] = []
    packed.reserveCapacity(units.count * 3)
    var wide: [Int] = []
    for start in units.indices {
      if let text = units.packedText(from: start) {
        packed.append(PackedKey(text: text, place: units.place(of: start)))
      } else {
        wide.append(start)
      }
    }
    appendSpoken(of: units, to: &packed)
    return unique(packed) + keys(of: units, from: wide)
  }

  private static func appendSpoken(of units: [NameUnit], to packed: inout [PackedKey]) {
    guard units.contains(where: \.isHan) else { return }
    var forms = SpokenForms(units: units)
    for start in units.indices where units.maySpeak(from: start) {
      let place = units.place(of: start)
      for text in forms.all(from: start, by: .pinyin) {
        packed.append(PackedKey(text: text, place: place))
      }
      for text in forms.all(from: start, by: .initials) where text.count > 1 {
        packed.append(PackedKey(text: text, place: place))
      }
    }
  }

  private static func unique(_ packed: [PackedKey]) -> [SearchKey] {
    let sorted = packed.sorted { ($0.text.bits, $0.place) < ($1.text.bits, $1.place) }
    var keys: [SearchKey] = []
    keys.reserveCapacity(sorted.count)
    for index in sorted.indices
    where index == 0 || sorted[index - 1].text.bits != sorted[index].text.bits {
      keys.append(SearchKey(token: sorted[index].text.text, place: sorted[index].place))
    }
    return keys
  }

  /// The text keys that are not plain ASCII; of equal ones the best place is kept.
  private static func keys(of units: [NameUnit], from starts: [Int]) -> [SearchKey] {
    var keys: [SearchKey] = []
    keys.reserveCapacity(starts.count)
    var seen: [Int] = []
    for start in starts {
      let place = units.place(of: start)
      if let index = seen.firstIndex(where: { units.sameText(from: $0, and: start) }) {
        if place < keys[index].place {
          keys[index] = SearchKey(token: keys[index].token, place: place)
        }
      } else {
        seen.append(start)
        keys.append(SearchKey(token: units.text(from: start), place: place))
      }
    }
    return keys
  }
}

private struct PackedKey {
  let text: PackedText
  let place: NameMatch.Rank
}

extension [NameUnit] {
  /// The key of the text from `start` on, when it is plain ASCII.
  func packedText(from start: Int) -> PackedText? {
    var text = PackedText()
    for unit in self[start...] {
      guard text.count < PackedText.limit else {
        text.cut()
        break
      }
      guard unit.isASCII else { return nil }
      text.append(unit.scalar, limit: PackedText.limit)
    }
    return text
  }

  /// The key of the text from `start` on.
  func text(from start: Int) -> String {
    let text = String(scalars: self[start...].lazy.prefix(PackedText.limit).map(\.scalar))
    return start + PackedText.limit < count ? text + PackedText.mark : text
  }

  fileprivate func sameText(from first: Int, and second: Int) -> Bool {
    guard self[first].scalar == self[second].scalar else { return false }
    return text(from: first) == text(from: second)
  }
}
