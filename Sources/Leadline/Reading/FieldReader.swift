internal import LeadlineModel

/// The values of one record by the names of their fields, read as what they are.
struct FieldReader {
  private var values: [String: FieldValue] = [:]

  init(_ fields: [Field], _ values: [FieldValue]) {
    for (field, value) in zip(fields, values) { self.values[field.name] = value }
  }

  func text(_ name: String) -> String? {
    switch values[name] {
    case .text(let text), .choice(let text): text
    default: nil
    }
  }

  func list(_ name: String) -> [String] {
    if case .list(let items) = values[name] { items } else { [] }
  }

  func day(_ name: String) -> Day? {
    if case .day(let day) = values[name] { day } else { nil }
  }

  func days(_ name: String) -> Int? {
    if case .days(let days) = values[name] { days } else { nil }
  }

  func money(_ name: String) -> Money? {
    if case .money(let money) = values[name] { money } else { nil }
  }

  func record(_ name: String) -> NamedRef? {
    if case .record(let ref, let name) = values[name] { NamedRef(ref, name: name) } else { nil }
  }

  func records(_ name: String) -> [NamedRef] {
    if case .records(let records) = values[name] { records } else { [] }
  }
}
