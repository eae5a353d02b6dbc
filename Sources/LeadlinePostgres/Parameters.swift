#if PostgreSQL
  internal import LeadlineModel
  internal import LeadlineStore

  /// Values as libpq takes them: texts that end in a zero, one after another.
  struct Parameters {
    private var bytes: [CChar] = []
    /// Where each begins; nil for NULL.
    private var starts: [Int?] = []

    /// Throws for a text with a zero in it, which no text of PostgreSQL can hold.
    init(_ data: [Datum]) throws(StorageError) {
      starts.reserveCapacity(data.count)
      for datum in data {
        guard let text = datum.serverText else {
          starts.append(nil)
          continue
        }
        starts.append(bytes.count)
        for byte in text.utf8 {
          if byte == 0 { throw .failed("a NUL character in a text") }
          bytes.append(CChar(bitPattern: byte))
        }
        bytes.append(0)
      }
    }

    var count: Int32 { Int32(starts.count) }

    func withPointers<Result>(
      _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
      bytes.withUnsafeBufferPointer { bytes in
        let pointers = starts.map { start in start.flatMap { bytes.baseAddress?.advanced(by: $0) } }
        return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
      }
    }
  }

  extension Datum {
    /// As the server reads it; nil for NULL.
    var serverText: String? {
      switch self {
      case .null: nil
      case .integer(let value): String(value)
      case .text(let value): value
      case .day(let value): value.iso
      }
    }
  }
#endif
