/// What a line leaves open, so that the next line goes on with it.
public enum OpenPart: Hashable, Sendable {
  /// A quote, with its opening mark.
  case quote(Character)
  /// This many brackets.
  case groups(Int)
}

extension Lexer {
  /// What `line` leaves open, nil for a line that is complete.
  public static func openPart(_ line: String) -> OpenPart? {
    let lexed = tokens(line: line)
    if let quote = lexed.openQuote { return line[quote].first.map(OpenPart.quote) }
    var depth = 0
    for token in lexed.tokens {
      let brackets = Brackets(of: token, in: line)
      depth = max(0, depth + brackets.opening.count - brackets.closing.count)
    }
    return depth > 0 ? .groups(depth) : nil
  }
}
