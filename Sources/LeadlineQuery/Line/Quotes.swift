/// The marks that quote, and how a quoted text ends.
///
/// A straight mark is written twice inside its own quotes; the others nest.
enum Quotes {
  /// Where a quote that opens at an index leads.
  enum End: Equatable {
    /// Just after the closing mark.
    case closed(String.Index)
    /// The mark closes in the middle of a word: it was an ordinary character.
    case ordinary
    /// It never closes.
    case open
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    closing(of: scalar) != nil || scalar == "”" || scalar == "」"
  }

  static func closing(of mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case "\"", "'": mark
    case "“": "”"
    case "「": "」"
    default: nil
    }
  }

  /// What stands between the marks.
  static func content(of quoted: Substring) -> String {
    let scalars = quoted.unicodeScalars
    guard scalars.count >= 2, let mark = scalars.first else { return String(quoted) }
    let inner = String.UnicodeScalarView(scalars.dropFirst().dropLast())
    guard mark == "\"" || mark == "'" else { return String(inner) }
    var content = String.UnicodeScalarView()
    var skips = false
    for scalar in inner {
      if skips, scalar == mark {
        skips = false
        continue
      }
      content.append(scalar)
      skips = scalar == mark
    }
    return String(content)
  }

  /// Finds the end of the quote whose mark stands at `start`; `closes` tells whether what follows
  /// an index lets a quote end there.
  static func end(
    in scalars: Substring.UnicodeScalarView, from start: String.Index,
    closes: (String.Index) -> Bool
  ) -> End {
    guard start < scalars.endIndex, let closing = closing(of: scalars[start]) else {
      return .ordinary
    }
    let body = scalars.index(after: start)
    return closing == scalars[start]
      ? straightEnd(in: scalars, from: body, mark: closing, closes: closes)
      : nestedEnd(
        in: scalars, from: body, opening: scalars[start], closing: closing, closes: closes)
  }

  private static func straightEnd(
    in scalars: Substring.UnicodeScalarView, from start: String.Index, mark: Unicode.Scalar,
    closes: (String.Index) -> Bool
  ) -> End {
    var index = start
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      if scalars[index] == mark {
        if closes(next) { return .closed(next) }
        if next < scalars.endIndex, scalars[next] == mark {
          index = scalars.index(after: next)
          continue
        }
        // An apostrophe inside a quoted text: 'the O'Neill plant'.
        if mark != "'" { return .ordinary }
      }
      index = next
    }
    return .open
  }

  private static func nestedEnd(
    in scalars: Substring.UnicodeScalarView, from start: String.Index, opening: Unicode.Scalar,
    closing: Unicode.Scalar, closes: (String.Index) -> Bool
  ) -> End {
    var depth = 1
    var index = start
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      if scalars[index] == opening { depth += 1 }
      if scalars[index] == closing { depth -= 1 }
      if depth == 0 { return closes(next) ? .closed(next) : .ordinary }
      index = next
    }
    return .open
  }
}
