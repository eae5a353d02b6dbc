extension TieReason {
  public var words: Words {
    switch self {
    case .declared(let kind, let strength): Self.declared(kind, strength)
    case .dealings(let day):
      Words("last dealt with \(day)", "最近往来 \(day)", "最近往來 \(day)")
    case .shared(let kind, let place, let group, let years):
      Self.shared(kind, isOneGroup: group != nil).followed(
        by: [place.name, group ?? "", years.text].filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  private static func declared(_ kind: String, _ strength: Int?) -> Words {
    let name = Choices.tieKinds.first { $0.id == kind }?.words ?? Words(kind, kind, kind)
    guard let strength else { return name }
    return Words(
      "\(name.english), \(strength) of 5", "\(name.simplified)，强度\(strength)",
      "\(name.traditional)，強度\(strength)")
  }

  private static func shared(_ kind: Affiliation.Kind, isOneGroup: Bool) -> Words {
    switch kind {
    case .study:
      isOneGroup ? Words("classmates", "同班同学", "同班同學") : Words("schoolmates", "校友", "校友")
    case .work:
      isOneGroup
        ? Words("colleagues of one department", "同部门同事", "同部門同事")
        : Words("colleagues", "同事", "同事")
    case .service:
      isOneGroup
        ? Words("comrades of one unit", "同连队战友", "同連隊戰友") : Words("comrades", "战友", "戰友")
    case .town: Words("townsmen", "同乡", "同鄉")
    }
  }
}

extension SharedYears {
  /// `1995–1999`, `1995`; empty where they are not known.
  public var text: String {
    guard case .known(let years) = self else { return "" }
    return years.count == 1
      ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
  }
}

extension Words {
  fileprivate func followed(by text: String) -> Words {
    Words("\(english), \(text)", "\(simplified)，\(text)", "\(traditional)，\(text)")
  }
}
