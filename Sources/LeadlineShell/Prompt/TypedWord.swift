internal import Leadline

/// The word at the cursor as far as it is typed, which a candidate replaces.
struct TypedWord {
  /// The quotation mark that it opens with.
  let mark: Character?

  init(_ text: some StringProtocol) {
    mark = text.first.flatMap { Self.closing[$0] == nil ? nil : $0 }
  }

  /// `text` as one word of a line: in quotes where they are open, or where it would be read
  /// otherwise without them.
  func word(_ text: String) -> String {
    guard let mark = mark ?? (Self.needsQuotes(text) ? "\"" : nil),
      let closing = Self.closing[mark]
    else { return text }
    return "\(mark)\(Self.inside(text, mark))\(closing)"
  }

  /// `text` as it stands between the marks: a straight mark twice.
  static func inside(_ text: String, _ mark: Character) -> String {
    closing[mark] == mark ? text.replacing(String(mark), with: "\(mark)\(mark)") : text
  }

  private static let closing: [Character: Character] = [
    "\"": "\"", "'": "'", "“": "”", "「": "」",
  ]
  private static let separators = ",，、|;；:：=＝<>＜＞"
  private static let words: Set<String> = [
    "and", "or", "not", "且", "或", "非", "none", "any", "空", "有", "无", "無", "me", "我", "本人",
  ]

  static func needsQuotes(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    if text.contains(where: { $0.isWhitespace || separators.contains($0) }) { return true }
    if closing[first] != nil || "(（@-".contains(first) || text.contains("..") { return true }
    let opened = text.count { "(（".contains($0) }
    if ")）".contains(last), opened != text.count(where: { ")）".contains($0) }) { return true }
    return words.contains(text.lowercased())
  }
}
