internal import Leadline
internal import LeadlineInterchange

/// How a value that was understood is said back.
struct EchoText {
  let crm: CRM

  init(_ crm: CRM) { self.crm = crm }

  func text(_ value: FieldValue, in column: ReportColumn) -> String {
    switch value {
    case .none: Words("none", "无", "無")[crm.language]
    case .money(let money): "\(money)"
    case .day(let day): DayWords(today: crm.today).echo(day, language: crm.language)
    case .record(let ref, ""): Printable.escaping((try? crm.named(ref).name) ?? "\(ref)")
    default:
      Printable.escaping(
        CellStyle(base: crm.currency, usesNames: true).text(value, in: column))
    }
  }
}
