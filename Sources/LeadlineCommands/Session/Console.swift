public import Leadline
public import LeadlineInterchange

/// Where commands print and whom they ask: the prompt, a script's output, or a test.
///
/// Text is raw: making it safe to print is the console's work.
public protocol Console: AnyObject {
  /// Asks the person; nil where nobody is there.
  var dialogue: (any Dialogue)? { get }
  /// Whether output goes to a terminal.
  var isTerminal: Bool { get }
  /// A line of the command's result.
  func say(_ text: String) throws
  /// Several lines that may be taller than the screen.
  func page(_ text: [GradedText]) throws
  /// A line beside the result: what was understood, what else to know.
  func notice(_ text: String)
  /// Shows how far long work has come; nil takes it away.
  func progress(_ text: String?)
  /// Prints a table, as its request says.
  func table(_ request: TableRequest, _ body: (inout any TableWriter) throws -> Void) throws
  /// Sends bytes that are whole already, such as a page, to where the request says.
  func bytes(_ request: TableRequest, _ body: (any ByteSink) throws -> Void) throws
}

extension Console {
  func page(_ text: String) throws { try page([GradedText(text)]) }
}

/// A piece of text; one that words a level or a card has its colour at a terminal.
public struct GradedText: Sendable {
  public let text: String
  /// The level or card.
  public let grade: FieldValue

  public init(_ text: String, as grade: FieldValue = .none) {
    self.text = text
    self.grade = grade
  }
}

/// Questions to the person at the terminal.
public protocol Dialogue: AnyObject {
  /// Asks for a line; the prefill can be edited.
  func ask(_ question: String, prefill: String) -> Answer
  /// Yes or no; Enter and the end of input mean no.
  func confirm(_ question: String) -> Bool
}

public enum Answer: Hashable, Sendable {
  case text(String)
  /// `<`: to the question before.
  case back
  /// Ctrl-C or the end of input.
  case cancelled
}

/// In which form a table is wanted, and where.
public struct TableRequest: Sendable {
  /// Nil for the usual form: columns at a terminal, tab-separated elsewhere.
  public var format: TableFormat?
  public var destination: Destination
  /// CSV without what people's spreadsheets need.
  public var isForMachine: Bool
  public var base: Currency
  public var language: Language

  public enum Destination: Hashable, Sendable {
    case standard
    case file(String)
    case program(String)
  }
}
