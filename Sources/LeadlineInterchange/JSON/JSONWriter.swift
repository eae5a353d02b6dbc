public import LeadlineModel
public import LeadlineReports

/// Writes a table as JSON, one object per row, keys being the field names.
///
/// Amounts are exact numbers in major units, days ISO 8601 strings, choices their ids, records
/// `{"id":"C7","name":"…"}`, lists arrays, empty values null.
public struct JSONWriter: TableWriter {
  public enum Form: Hashable, Sendable {
    /// One array, an object on each line.
    case array
    /// JSON Lines: an object on each line and nothing else.
    case lines
  }

  private let form: Form
  private var keys: [[UInt8]] = []
  private var columns: [ReportColumn] = []
  private var hasRows = false
  private var block: OutputBlock

  public init(to sink: any ByteSink, form: Form) {
    self.form = form
    block = OutputBlock(sink)
  }

  public mutating func begin(_ columns: [ReportColumn]) throws {
    self.columns = columns
    keys = columns.map { column in
      var key: [UInt8] = []
      JSONText.append(column.id, to: &key)
      return key + [0x3A]
    }
    if form == .array { block.append("[") }
  }

  public mutating func row(_ values: [FieldValue]) throws {
    if form == .array { block.append(hasRows ? ",\n" : "\n") }
    hasRows = true
    block.bytes.append(0x7B)
    for (index, value) in values.prefix(keys.count).enumerated() {
      if index > 0 { block.bytes.append(0x2C) }
      block.bytes += keys[index]
      append(value, in: columns[index])
    }
    block.bytes.append(0x7D)
    if form == .lines { block.bytes.append(10) }
    try block.rowEnded()
  }

  public mutating func end() throws {
    if form == .array { block.append(hasRows ? "\n]\n" : "]\n") }
    try block.flush()
  }

  private mutating func append(_ value: FieldValue, in column: ReportColumn) {
    switch value {
    case .none: block.append("null")
    case .number(let number): block.append(String(number))
    case .money(let money): block.append(money.decimal)
    case .days(let days): block.append(String(days))
    case .text(let text), .choice(let text): JSONText.append(text, to: &block.bytes)
    case .day(let day): JSONText.append(day.iso, to: &block.bytes)
    case .record(let ref, _) where column.type == .id:
      JSONText.append(ref.description, to: &block.bytes)
    case .record(let ref, let name): append(NamedRef(ref, name: name))
    case .records(let records): append(records) { $0.append($1) }
    case .list(let items): append(items) { JSONText.append($1, to: &$0.block.bytes) }
    }
  }

  private mutating func append(_ record: NamedRef) {
    block.append("{\"id\":\"\(record.ref)\",\"name\":")
    JSONText.append(record.name, to: &block.bytes)
    block.bytes.append(0x7D)
  }

  private mutating func append<Item>(_ items: [Item], _ one: (inout JSONWriter, Item) -> Void) {
    block.bytes.append(0x5B)
    for (index, item) in items.enumerated() {
      if index > 0 { block.bytes.append(0x2C) }
      one(&self, item)
    }
    block.bytes.append(0x5D)
  }
}
