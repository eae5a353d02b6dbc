import CHanTable

/// The key by which lists of names are ordered, byte by byte, the same on every system.
public enum SortKey {
  /// The pinyin of `name`, a blank after each syllable, then U+001F and the folded text.
  ///
  /// A character is read by its commonest reading; in the name of a person the surname, of one
  /// character or two, by its own.
  public static func of(_ name: String, isPerson: Bool = true) -> String {
    let folded = Fold.text(name)
    let units = NameUnit.units(of: folded)
    guard units.contains(where: \.isHan) else { return folded }
    let surname = isPerson ? self.surname(of: units) : []
    var key = ""
    for (index, unit) in units.enumerated() {
      let readings = HanReadings(of: unit.scalar)
      let isSpoken = unit.isHan && readings.count > 0
      if index > 0, isSpoken || unit.startsWord { key += " " }
      if isSpoken {
        key += (index < surname.count ? surname[index] : readings[0]).text
      } else {
        key += String(scalars: CollectionOfOne(unit.scalar))
      }
    }
    return key + "\u{1F}" + folded
  }

  /// Names, not of persons, in their order; an empty one, which stands for none, last.
  public static func ordered(_ names: some Sequence<String>) -> [String] {
    names.map { (name: $0, key: of($0, isPerson: false)) }.sorted {
      if $0.name.isEmpty != $1.name.isEmpty { return $1.name.isEmpty }
      return ($0.key, $0.name) < ($1.key, $1.name)
    }.map(\.name)
  }

  private static func surname(of units: [NameUnit]) -> [Syllable] {
    guard units[0].isHan else { return [] }
    var numbers: [UInt16] = [0, 0]
    if units.count > 2, units[1].isHan,
      leadline_surname(units[0].scalar, units[1].scalar, &numbers)
    {
      return numbers.map(Syllable.init)
    }
    guard units.count > 1, leadline_surname(units[0].scalar, 0, &numbers) else { return [] }
    return [Syllable(number: numbers[0])]
  }
}
