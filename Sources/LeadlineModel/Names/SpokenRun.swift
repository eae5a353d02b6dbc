/// Follows a query through a name by ear; a Han character in the query stands for itself.
struct SpokenRun {
  let query: [UInt32]
  let name: [NameUnit]
  let start: Int
  let speech: Speech

  /// How far the query goes, nil when it does not match from `start` on.
  func extent() -> Extent? {
    extent(from: start, query: 0)
  }

  private func extent(from index: Int, query position: Int) -> Extent? {
    if position == query.count { return end(at: index) }
    guard index < name.count else { return nil }
    let unit = name[index]
    if unit.isHan { return hanExtent(from: index, query: position) }
    guard unit.isASCII else { return nil }
    let previous = position == 0 ? 0 : query[position - 1]
    guard Umlaut.spelt(unit.scalar, after: previous) == query[position] else { return nil }
    return extent(from: index + 1, query: position + 1)
  }

  /// Initials are two letters at least; a single one is the beginning of a syllable.
  private func end(at index: Int) -> Extent {
    let isWhole = index == name.count && (speech == .pinyin || index - start > 1)
    return isWhole ? .whole : .part
  }

  private func hanExtent(from index: Int, query position: Int) -> Extent? {
    let readings = HanReadings(of: name[index].scalar)
    guard readings.count > 0 else { return nil }
    var best: Extent?
    if query[position] == name[index].scalar {
      best = extent(from: index + 1, query: position + 1)
    }
    for number in 0..<readings.count where best != .whole {
      best = extent(of: readings[number], from: index, query: position) ?? best
    }
    return best
  }

  private func extent(
    of syllable: Syllable, from index: Int, query position: Int
  ) -> Extent? {
    let count = speech == .initials ? 1 : syllable.count
    var previous: UInt32 = 0
    for offset in 0..<count {
      guard position + offset < query.count else { return .part }
      let letter = Umlaut.spelt(UInt32(syllable[offset]), after: previous)
      guard query[position + offset] == letter else { return nil }
      previous = letter
    }
    return extent(from: index + 1, query: position + count)
  }
}
