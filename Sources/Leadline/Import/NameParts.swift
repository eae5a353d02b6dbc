internal import LeadlineInterchange
internal import LeadlineModel

/// The columns that have a person's name in parts.
struct NameParts {
  private enum Part { case family, given, middle }

  private var columns: [Int: Part] = [:]

  init(_ headings: [String]) {
    for (index, heading) in headings.enumerated() {
      columns[index] = Self.words[HeadingNames.plain(heading)]
    }
    // A middle name alone names nobody.
    if !columns.values.contains(where: { $0 != .middle }) { columns = [:] }
  }

  var isEmpty: Bool { columns.isEmpty }

  func contains(_ index: Int) -> Bool { columns[index] != nil }

  /// The whole name: family first without blanks where it is Chinese, else given first.
  func name(_ text: (Int) -> String?) -> String? {
    var card = VCard(line: 0)
    for (index, part) in columns {
      guard let text = text(index)?.trimmed else { continue }
      switch part {
      case .family: card.name.family = text
      case .given: card.name.given = text
      case .middle: card.name.additional = text
      }
    }
    return card.name.isEmpty ? nil : card.displayName
  }

  private static let words: [String: Part] = [
    "lastname": .family, "familyname": .family, "surname": .family, "姓": .family, "姓氏": .family,
    "firstname": .given, "givenname": .given, "forename": .given, "名": .given,
    "middlename": .middle, "additionalname": .middle,
  ]
}
