/// An error in a line of the command language: what, where, the nearest right thing, the next step.
public struct Diagnostic: Error, Hashable, Sendable {
  public let problem: Problem
  public let line: String
  /// The place in `line`; nil where the error has none.
  public let range: Range<String.Index>?
  /// What was probably meant, the nearest first.
  public let suggestions: [String]

  public init(
    _ problem: Problem, line: String, range: Range<String.Index>? = nil, suggestions: [String] = []
  ) {
    self.problem = problem
    self.line = line
    self.range = range
    self.suggestions = suggestions
  }

  /// 4 where a ref or a name was not found or fits several records, else 2.
  public var exitCode: Int32 {
    switch problem {
    case .notFound, .ambiguousName: 4
    default: 2
    }
  }
}

/// A problem at a place, before it is known in which line.
struct Fault: Error {
  let problem: Problem
  let range: Range<String.Index>
  var suggestions: [String] = []

  func diagnostic(in line: String) -> Diagnostic {
    Diagnostic(problem, line: line, range: range, suggestions: suggestions)
  }
}
