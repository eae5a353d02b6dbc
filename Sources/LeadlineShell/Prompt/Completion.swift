/// What may stand at the cursor of a line.
public struct Completion: Hashable, Sendable {
  /// Where the word to be replaced starts, in UTF-8 bytes from the line's beginning.
  public let start: Int
  /// The likeliest first, each with the quotes it needs.
  public let candidates: [String]
  /// Whether a blank follows a single candidate: not after `stage:`.
  public let endsWord: Bool

  public init(start: Int, candidates: [String], endsWord: Bool = true) {
    self.start = start
    self.candidates = candidates
    self.endsWord = endsWord
  }
}

/// Completes `line`, of which the first `cursor` UTF-8 bytes stand before the cursor; nil where
/// nothing is to be completed.
public typealias Completer = (_ line: String, _ cursor: Int) -> Completion?
