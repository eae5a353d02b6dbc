internal import Foundation
internal import LeadlineModel

/// Values of named columns as the journal keeps them: JSON that a person can read.
enum OldValues {
  static func encode(_ values: [String: Datum]) throws(StorageError) -> String {
    let object = values.mapValues { datum -> Any in
      switch datum {
      case .null: NSNull()
      case .integer(let value): NSNumber(value: value)
      case .text(let text): text
      case .day(let day): day.iso
      }
    }
    guard
      let data = try? JSONSerialization.data(
        withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    else { throw .failed("old values that cannot be written") }
    return String(decoding: data, as: UTF8.self)
  }

  static func decode(_ text: String, of table: TableShape) -> [String: Datum] {
    guard
      let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    else { return [:] }
    return object.reduce(into: [:]) { result, pair in
      result[pair.key] = datum(pair.value, as: table.column(pair.key)?.type ?? .integer)
    }
  }

  private static func datum(_ value: Any, as type: ColumnType) -> Datum {
    switch (value, type) {
    case (let text as String, .day): Datum(Day(iso: text))
    case (let text as String, _): .text(text)
    case (let number as NSNumber, _): .integer(number.int64Value)
    default: .null
    }
  }
}
