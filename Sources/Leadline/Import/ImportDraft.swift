internal import LeadlineInterchange
internal import LeadlineModel

/// What one row or card says of one record.
struct ImportDraft {
  let line: Int
  let kind: RecordKind
  /// What tells it from the other records of its origin.
  var key = ""
  /// The record of this database that the row names.
  var ref: Ref?
  /// What it says, by field; blanks are left out.
  var values: [String: FieldValue] = [:]
  /// The same as texts, by which a later file is compared.
  var said: [String: String] = [:]
  /// What only a card has.
  var card: CardDetails?

  struct CardDetails {
    /// The labels of the phones and of the addresses, in their order.
    var phoneLabels: [String?] = []
    var emailLabels: [String?] = []
    /// Organisations with their units, the first being where the person is now.
    var places: [(organisation: String, units: [String], role: String?)] = []
  }

  func text(_ field: String) -> String? {
    if case .text(let text)? = values[field] { text } else { nil }
  }

  func day(_ field: String) -> Day? {
    if case .day(let day)? = values[field] { day } else { nil }
  }

  func choice(_ field: String) -> String? {
    if case .choice(let id)? = values[field] { id } else { nil }
  }

  func money(_ field: String) -> Money? {
    if case .money(let money)? = values[field] { money } else { nil }
  }

  func list(_ field: String) -> [String] {
    switch values[field] {
    case .list(let items): items
    case .text(let text): [text]
    case .records(let records): records.map(\.name)
    case .record(_, let name): [name]
    default: []
    }
  }

  /// What the record is called.
  var name: String {
    switch kind {
    case .lead: text("title") ?? list("org").first ?? ""
    case .activity: choice("kind") ?? ""
    default: text("name") ?? ""
    }
  }
}

/// Values as the memory of an import keeps them: exact, and the same whatever the file's wording.
enum SaidValue {
  static func text(_ value: FieldValue) -> String {
    switch value {
    case .none: ""
    case .text(let text): text
    case .number(let number): String(number)
    case .money(let money): "\(money.decimal) \(money.currency.code)"
    case .day(let day): day.iso
    case .days(let days): String(days)
    case .choice(let id): id
    case .record(_, let name): name
    case .records(let records): ListText.joined(records.map(\.name))
    case .list(let items): ListText.joined(items)
    }
  }

  static func value(_ text: String, of field: Field) -> FieldValue {
    if text.isEmpty { return .none }
    switch field.type {
    case .money: return money(text).map(FieldValue.money) ?? .none
    case .day: return Day(iso: text).map(FieldValue.day) ?? .none
    case .number: return Int64(text).map(FieldValue.number) ?? .none
    case .choice, .choices, .stage, .currency: return .choice(text)
    case .list, .phones, .records: return .list(ListText.split(text))
    default: return .text(text)
    }
  }

  private static func money(_ text: String) -> Money? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let currency = Currency(code: String(parts[1])) else { return nil }
    let digits = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = Int64(digits[0]) else { return nil }
    let rest = digits.count == 2 ? Int64(digits[1]) ?? 0 : 0
    return Money(minorUnits: whole * currency.minorUnitsPerMajor + rest, currency: currency)
  }
}
