/// Something in a vCard file that could not be taken; the rest of the file was.
public struct VCardIssue: Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// The card has no `END:VCARD`; what it had was taken.
    case missingEnd
    /// Properties stand outside any card.
    case missingBegin
    /// A line is no property: there is no colon in it.
    case notAProperty
    /// The property's text is in none of the encodings tried.
    case undecodable(property: String)
    /// The card names an encoding that is not known; the usual ones were tried.
    case unknownCharset(String)
    /// The card has neither a name nor a phone nor an e-mail address.
    case emptyCard
  }

  /// The number of the card in the file, counted from 1; 0 before the first.
  public let card: Int
  /// The line of the file, counted from 1.
  public let line: Int
  public let cause: Cause

  public init(card: Int, line: Int, cause: Cause) {
    self.card = card
    self.line = line
    self.cause = cause
  }
}
