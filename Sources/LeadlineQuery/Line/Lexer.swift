/// Cuts a line, or the arguments of a shell, into tokens.
public enum Lexer {
  /// The tokens of a line as typed, and its pieces `-- text`, `> file` and `| program`.
  public static func tokens(line: String) -> LexedLine {
    var lexed = LexedLine(line: line)
    let scalars = line[...].unicodeScalars
    let scan = TokenScan(scalars: scalars, endsAtBlank: true)
    var index = scalars.startIndex
    var mark: Range<String.Index>?
    var words: [Token] = []
    while true {
      index = scalars[index...].firstIndex { !Marks.isBlank($0) } ?? scalars.endIndex
      guard index < scalars.endIndex else { break }
      if mark == nil, Marks.isGreater(scalars[index]) {
        mark = index..<scalars.index(after: index)
        index = scalars.index(after: index)
        continue
      }
      if scalars[index] == "|" {
        lexed.program = scalars.index(after: index)..<scalars.endIndex
        break
      }
      let (token, openQuote) = scan.token(from: index)
      if line[token.range] == "--" {
        lexed.text = text(in: line, from: token.range.upperBound)
        break
      }
      lexed.openQuote = lexed.openQuote ?? openQuote
      if mark == nil { lexed.tokens.append(token) } else { words.append(token) }
      index = token.range.upperBound
    }
    lexed.redirection = mark.map { Redirection(mark: $0, words: words) }
    return lexed
  }

  /// The text after `--` without the blank that sets it off.
  private static func text(in line: String, from index: String.Index) -> Range<String.Index> {
    let scalars = line.unicodeScalars
    let start = scalars[index...].firstIndex { !Marks.isBlank($0) } ?? line.endIndex
    return start..<line.endIndex
  }

  /// Each argument as one token, never split again; `--` starts the text, `>` and `|` are nothing.
  ///
  /// The line of the result is the arguments joined, quoted where a reader needs it.
  public static func tokens(arguments: [String]) -> LexedLine {
    let command = arguments.prefix { $0 != "--" }
    var line = ""
    var places: [(offset: Int, length: Int)] = []
    for argument in command {
      let mark = quote(for: argument)
      if !line.isEmpty { line += " " }
      line += mark
      places.append((line.utf8.count, argument.utf8.count))
      line += argument + mark
    }
    var textStart: Int?
    if command.count < arguments.count {
      line += line.isEmpty ? "-- " : " -- "
      textStart = line.utf8.count
      line += arguments[(command.count + 1)...].joined(separator: " ")
    }
    var lexed = LexedLine(line: line)
    let utf8 = line.utf8
    for place in places {
      let start = utf8.index(utf8.startIndex, offsetBy: place.offset)
      let end = utf8.index(start, offsetBy: place.length)
      lexed.tokens.append(argument(in: line[start..<end]))
    }
    lexed.text = textStart.map { utf8.index(utf8.startIndex, offsetBy: $0)..<line.endIndex }
    return lexed
  }

  private static func argument(in text: Substring) -> Token {
    let scan = TokenScan(scalars: text.unicodeScalars, endsAtBlank: false)
    let token = scan.token(from: text.startIndex).token
    return Token(range: text.startIndex..<text.endIndex, quotes: token.quotes)
  }

  private static func quote(for argument: String) -> String {
    let special = argument.unicodeScalars.contains { Marks.isBlank($0) || $0 == "|" }
    guard argument.isEmpty || special else { return "" }
    return argument.contains("'") ? "\"" : "'"
  }
}
