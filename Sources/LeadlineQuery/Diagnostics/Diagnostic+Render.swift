public import LeadlineModel

extension Diagnostic {
  /// The error as it is shown: what, the line with a caret under the place, the next step.
  ///
  /// Text of the user is made visible and harmless; carets count display cells.
  public func render(_ language: Language) -> String {
    var lines = [Self.prefix(language) + Printable.escaping(message[language])]
    if let range, !line.isEmpty {
      lines += ["  \(Printable.escaping(line))", "  \(caret(under: range))"]
    }
    let steps = [didYouMean, nextStep].compactMap { $0?[language] }
    if !steps.isEmpty { lines.append("  \(Printable.escaping(steps.joined(separator: "   ")))") }
    return lines.joined(separator: "\n")
  }

  /// What stands before the message of every error.
  public static func prefix(_ language: Language) -> String {
    Words("error: ", "错误：", "錯誤：")[language]
  }

  private func caret(under range: Range<String.Index>) -> String {
    let before = CellWidth.of(Printable.escaping(String(line[..<range.lowerBound])))
    let marked = CellWidth.of(Printable.escaping(String(line[range])))
    return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked))
  }

  /// A bad value says in its message what was probably meant.
  private var didYouMean: Words? {
    if case .badValue = problem { return nil }
    guard !suggestions.isEmpty else { return nil }
    let english = suggestions.joined(separator: ", ")
    let chinese = suggestions.joined(separator: "、")
    return Words("did you mean \(english)?", "是不是 \(chinese)？", "是不是 \(chinese)？")
  }
}
