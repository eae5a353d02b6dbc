internal import LeadlineModel
internal import LeadlineReports

/// How values are worded on a page for people: amounts in its language, choices by their names.
struct PageText {
  let language: Language
  private let style = CellStyle(base: .cny, usesNames: true)

  init(_ language: Language) { self.language = language }

  func callAsFunction(_ value: FieldValue, in column: ReportColumn) -> String {
    if case .money(let money) = value { return money.text(in: language) }
    return style.text(value, in: column)
  }
}
