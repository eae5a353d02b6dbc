#if PostgreSQL
  internal import LeadlineStore

  /// Rows in the text format of COPY: tabs between values, `\N` for NULL, and backslashes before
  /// what would end a value or a row.
  struct CopyText {
    private(set) var bytes: [CChar] = []

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(_ row: [Datum]) throws(StorageError) {
      for (index, datum) in row.enumerated() {
        if index > 0 { append("\t") }
        if let text = datum.serverText { try append(text: text) } else { append("\\", "N") }
      }
      append("\n")
    }

    private mutating func append(text: String) throws(StorageError) {
      for byte in text.utf8 {
        switch byte {
        case 0: throw .failed("a NUL character in a text")
        case UInt8(ascii: "\\"): append("\\", "\\")
        case UInt8(ascii: "\n"): append("\\", "n")
        case UInt8(ascii: "\r"): append("\\", "r")
        case UInt8(ascii: "\t"): append("\\", "t")
        default: bytes.append(CChar(bitPattern: byte))
        }
      }
    }

    private mutating func append(_ signs: Unicode.Scalar...) {
      for sign in signs { bytes.append(CChar(bitPattern: UInt8(ascii: sign))) }
    }
  }
#endif
