/// A place in a folded text, from which words are taken one after another.
struct TextCursor {
  private(set) var rest: Substring

  init(_ text: String) {
    rest = text[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Steps over `word` if it stands here.
  mutating func take(_ word: String) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    rest.removeFirst(word.count)
    return true
  }

  /// Steps over the first of `words` that stands here; longer words come before their beginnings.
  mutating func take<Meaning>(oneOf words: [(String, Meaning)]) -> Meaning? {
    for (word, meaning) in words where take(word) { return meaning }
    return nil
  }

  mutating func take(while belongs: (Character) -> Bool) -> String {
    let run = rest.prefix(while: belongs)
    rest = rest[run.endIndex...]
    return String(run)
  }

  mutating func takeDigits() -> String { take(while: \.isPlainDigit) }
  mutating func takeLetters() -> String { take(while: \.isPlainLetter) }
  mutating func skipBlanks() { _ = take { $0 == " " } }
}

extension Character {
  /// One of `0` to `9`.
  var isPlainDigit: Bool { ("0"..."9").contains(self) && isASCII }
  /// One of `a` to `z`; folded text has no capitals.
  var isPlainLetter: Bool { ("a"..."z").contains(self) && isASCII }
}
