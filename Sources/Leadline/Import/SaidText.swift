internal import Foundation

/// What a file said of a record, by field, as the database keeps it: JSON with sorted names.
enum SaidText {
  static func encode(_ said: [String: String]) -> String {
    var text = "{"
    for (name, value) in said.sorted(by: { $0.key < $1.key }) {
      if text.utf8.count > 1 { text += "," }
      append(name, to: &text)
      text += ":"
      append(value, to: &text)
    }
    return text + "}"
  }

  static func decode(_ text: String) -> [String: String] {
    let object = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    return object ?? [:]
  }

  private static func append(_ value: String, to text: inout String) {
    let isPlain = value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    text += "\""
    if isPlain { text += value } else { escape(value, to: &text) }
    text += "\""
  }

  private static func escape(_ value: String, to text: inout String) {
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
