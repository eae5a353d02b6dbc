/// How a name is typed by ear: in pinyin, or by the initials of its syllables.
enum Speech: CaseIterable {
  case pinyin, initials
}

/// The spellings by ear of a name from one of its units on, each cut where a key ends.
struct SpokenForms {
  /// Beyond so many spellings, keys are cut at four letters instead of twelve.
  static let mostForms = 24
  static let shortLimit = 4

  private let units: [NameUnit]
  private var forms: [PackedText] = []
  private var next: [PackedText] = []

  init(units: [NameUnit]) {
    self.units = units
  }

  /// Every spelling, over all readings of each character; one cut short wherever they are many.
  mutating func all(from start: Int, by speech: Speech) -> [PackedText] {
    if !spell(from: start, by: speech, limit: PackedText.limit, most: Self.mostForms) {
      _ = spell(from: start, by: speech, limit: Self.shortLimit, most: .max)
    }
    return forms
  }

  /// The spelling by the first reading of each character; nil when it cannot all be spelt.
  static func first(of units: [NameUnit], by speech: Speech) -> PackedText? {
    var form = PackedText()
    for unit in units {
      if unit.isHan {
        let readings = HanReadings(of: unit.scalar)
        guard readings.count > 0 else { return nil }
        append(readings[0], to: &form, by: speech, limit: PackedText.limit)
      } else {
        guard unit.isASCII else { return nil }
        append(unit.scalar, to: &form, limit: PackedText.limit)
      }
    }
    return form
  }

  private mutating func spell(
    from start: Int, by speech: Speech, limit: Int, most: Int
  ) -> Bool {
    forms.removeAll(keepingCapacity: true)
    forms.append(PackedText())
    for unit in units[start...] {
      guard unit.isHan || unit.isASCII else {
        stop()
        return true
      }
      if unit.isHan {
        branch(over: HanReadings(of: unit.scalar), by: speech, limit: limit)
      } else {
        for index in forms.indices { Self.append(unit.scalar, to: &forms[index], limit: limit) }
      }
      if forms.count > most { return false }
      if forms.allSatisfy(\.isCut) { return true }
    }
    return true
  }

  /// What follows cannot be spelt: the forms end here, but the name does not.
  private mutating func stop() {
    for index in forms.indices { forms[index].cut() }
  }

  private mutating func branch(over readings: HanReadings, by speech: Speech, limit: Int) {
    switch readings.count {
    case 0: stop()
    case 1:
      for index in forms.indices {
        Self.append(readings[0], to: &forms[index], by: speech, limit: limit)
      }
    default:
      next.removeAll(keepingCapacity: true)
      for form in forms {
        for index in 0..<readings.count {
          var longer = form
          Self.append(readings[index], to: &longer, by: speech, limit: limit)
          if !next.contains(longer) { next.append(longer) }
        }
      }
      swap(&forms, &next)
    }
  }

  private static func append(
    _ syllable: Syllable, to form: inout PackedText, by speech: Speech, limit: Int
  ) {
    let count = speech == .initials ? 1 : syllable.count
    for index in 0..<count where !form.isCut {
      append(UInt32(syllable[index]), to: &form, limit: limit)
    }
  }

  private static func append(_ letter: UInt32, to form: inout PackedText, limit: Int) {
    if form.isCut { return }
    form.append(Umlaut.spelt(letter, after: form.last), limit: limit)
  }
}
