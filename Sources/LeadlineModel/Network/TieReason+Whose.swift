extension TieReason {
  /// Of whom somebody is what: `schoolmate of 李娜, 南京大学 1996–1999`.
  public func words(of name: String) -> Words {
    let role = role
    let detail =
      switch self {
      case .shared(_, let place, let group, let years):
        [place.name, group ?? "", years.text].filter { !$0.isEmpty }.joined(separator: " ")
      case .dealings(let day): "\(day)"
      case .declared: ""
      }
    let (comma, wideComma) = detail.isEmpty ? ("", "") : (", ", "，")
    return Words(
      "\(role.english) \(name)\(comma)\(detail)", "\(name)\(role.simplified)\(wideComma)\(detail)",
      "\(name)\(role.traditional)\(wideComma)\(detail)")
  }

  private var role: Words {
    switch self {
    case .shared(.study, _, nil, _): Words("schoolmate of", "的校友", "的校友")
    case .shared(.study, _, _, _): Words("classmate of", "的同班同学", "的同班同學")
    case .shared(.work, _, _, _): Words("colleague of", "的同事", "的同事")
    case .shared(.service, _, _, _): Words("comrade of", "的战友", "的戰友")
    case .shared(.town, _, _, _): Words("townsman of", "的同乡", "的同鄉")
    case .dealings: Words("dealt with", "打过交道", "打過交道")
    case .declared(let kind, _): Self.role(kind)
    }
  }

  private static func role(_ kind: String) -> Words {
    switch kind {
    case "kin": Words("kin of", "的亲属", "的親屬")
    case "investor": Words("investor known to", "认识的客商", "認識的客商")
    case "met": Words("known to", "认识", "認識")
    default:
      (Choices.tieKinds.first { $0.id == kind }?.words).map {
        Words("\($0.english) of", "的\($0.simplified)", "的\($0.traditional)")
      } ?? Words("known to", "认识", "認識")
    }
  }

  /// The source of a lead that comes by this tie, one of `Choices.sources`; nil where none says it.
  public var source: String? {
    switch self {
    case .shared(let kind, _, _, _): Self.sources[kind.rawValue]
    case .declared(let kind, _): Self.sources[kind]
    case .dealings: nil
    }
  }

  private static let sources = [
    "study": "alumni", "work": "colleague", "service": "comrade", "town": "townsman",
    "classmate": "alumni", "colleague": "colleague", "comrade": "comrade", "townsman": "townsman",
    "kin": "kin", "investor": "investor",
  ]
}
