internal import Leadline
internal import LeadlineInterchange

/// How a value that was understood is said back.
struct EchoText {
  let crm: CRM

  init(_ crm: CRM) { self.crm = crm }

  func text(_ value: FieldValue, in column: ReportColumn) throws -> String {
    switch value {
    case .record(let ref, _): try label(ref)
    case .records(let records): try records.map { try label($0.ref) }.joined(separator: ", ")
    case .none: Words("none", "无", "無")[crm.language]
    case .money(let money): "\(money)"
    case .day(let day): DayWords(today: crm.today).echo(day, language: crm.language)
    default:
      Printable.escaping(
        CellStyle(base: crm.currency, usesNames: true).text(value, in: column))
    }
  }

  private func label(_ ref: Ref) throws -> String {
    "\(ref) \(Printable.escaping(try crm.named(ref).name))"
  }
}
