internal import Leadline

/// A writer that ends at the next row after Ctrl-C, wherever the database was when it came.
struct StoppableWriter: TableWriter {
  private var writer: any TableWriter
  private let interruption: Interruption?

  init(_ writer: any TableWriter, _ interruption: Interruption?) {
    self.writer = writer
    self.interruption = interruption
  }

  mutating func begin(_ columns: [ReportColumn]) throws { try writer.begin(columns) }

  mutating func row(_ values: [FieldValue]) throws {
    if interruption?.isSet == true { throw StorageError.cancelled }
    try writer.row(values)
  }

  mutating func end() throws { try writer.end() }
}
