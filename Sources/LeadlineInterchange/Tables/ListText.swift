/// Several texts in one cell: `first; second`.
///
/// An item is quoted where it would not come back otherwise: one with `;`, one that begins with a
/// quote, has blanks at its ends or is empty.
public enum ListText {
  public static func joined(_ items: [String]) -> String {
    items.map(quoted).joined(separator: "; ")
  }

  /// The items of a cell written by `joined` or by hand; unquoted empty items are none.
  public static func split(_ text: String) -> [String] {
    var items: [String] = []
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      if first == " " || first == ";" {
        rest = rest.dropFirst()
      } else if first == "\"" {
        items.append(takeQuoted(&rest))
      } else {
        items.append(takePlain(&rest))
      }
    }
    return items
  }

  private static func takePlain(_ rest: inout Substring.UnicodeScalarView) -> String {
    var plain = rest.prefix { $0 != ";" }
    rest = rest[plain.endIndex...]
    while plain.last == " " { plain.removeLast() }
    return String(plain)
  }

  /// Text after the closing quote belongs to the item.
  private static func takeQuoted(_ rest: inout Substring.UnicodeScalarView) -> String {
    var item = String.UnicodeScalarView()
    rest = rest.dropFirst()
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard rest.first == "\"" else { break }
        rest = rest.dropFirst()
      }
      item.append(scalar)
    }
    return String(item) + takePlain(&rest)
  }

  private static func quoted(_ item: String) -> String {
    let scalars = item.unicodeScalars
    let isPlain =
      !scalars.isEmpty && !scalars.contains(";") && scalars.first != "\"" && scalars.first != " "
      && scalars.last != " "
    if isPlain { return item }
    var out = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in scalars {
      if scalar == "\"" { out.append("\"") }
      out.append(scalar)
    }
    out.append("\"")
    return String(out)
  }
}
