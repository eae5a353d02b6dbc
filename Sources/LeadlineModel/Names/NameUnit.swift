import CHanTable

/// One scalar of a folded name, blanks left out but remembered.
struct NameUnit: Equatable {
  let scalar: UInt32
  let isHan: Bool
  let followsBlank: Bool
  /// Every Han character starts a word, as does what follows a blank or a sign.
  let startsWord: Bool

  var isASCII: Bool { scalar < 0x80 }
  var isLetterOrDigit: Bool { Self.isLetterOrDigit(scalar) }

  static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  /// The units of a text, which is folded on the way.
  static func units(of text: String) -> [NameUnit] {
    let scalars = Fold.scalars(of: text)
    var units: [NameUnit] = []
    units.reserveCapacity(scalars.count)
    var followsBlank = false
    var previous: UInt32 = 0x20
    var followsHan = false
    for scalar in scalars {
      if scalar == 0x20 {
        followsBlank = true
        previous = scalar
        continue
      }
      let isHan = scalar > 0x3000 && leadline_is_han(scalar)
      let isBoundary = isHan || followsHan || !isLetterOrDigit(previous)
      units.append(
        NameUnit(
          scalar: scalar, isHan: isHan, followsBlank: followsBlank, startsWord: isBoundary))
      (followsBlank, previous, followsHan) = (false, scalar, isHan)
    }
    return units
  }
}

extension [NameUnit] {
  /// Whether pinyin or initials may begin here: at a Han character that has a reading, or at a
  /// plain word that leads to one (IBM中国).
  func maySpeak(from start: Int) -> Bool {
    if self[start].isHan { return HanReadings(of: self[start].scalar).count > 0 }
    guard self[start].startsWord, self[start].isASCII, self[start].isLetterOrDigit else {
      return false
    }
    let next = self[start...].first { !$0.isASCII }
    return next.map { $0.isHan } ?? false
  }

  /// What a match or a key beginning at `start` is worth at best when it does not cover all.
  func place(of start: Int) -> NameMatch.Rank {
    if start == 0 { return .start }
    return self[start].startsWord ? .word : .elsewhere
  }
}
