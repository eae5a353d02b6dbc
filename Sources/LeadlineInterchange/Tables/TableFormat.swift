public import LeadlineModel
public import LeadlineReports

/// The forms in which a table, a page or a picture can be given out.
public enum TableFormat: String, Hashable, Sendable, CaseIterable {
  /// Columns on a screen, and `field: value` lines: the shell draws these two.
  case table, record
  case tsv, csv, json, jsonl, md, html
  /// Pictures of boxes and lines, which no table is.
  case dot, svg

  /// The endings of files in this format, the usual one first.
  public var fileEndings: [String] {
    switch self {
    case .table, .record: []
    case .tsv: ["tsv", "tab"]
    case .csv: ["csv"]
    case .json: ["json"]
    case .jsonl: ["jsonl", "ndjson"]
    case .md: ["md", "markdown"]
    case .html: ["html", "htm"]
    case .dot: ["dot", "gv"]
    case .svg: ["svg"]
    }
  }

  /// The format that files with this ending have; the case does not count.
  public init?(fileEnding ending: some StringProtocol) {
    let wanted = ending.lowercased()
    guard let found = Self.allCases.first(where: { $0.fileEndings.contains(wanted) }) else {
      return nil
    }
    self = found
  }

  public var isPicture: Bool { self == .dot || self == .svg }

  /// The names that `--format` takes.
  public static var names: [String] { allCases.map(\.rawValue) }

  /// A writer of tables in this format; nil for the two that the shell draws, and for pictures.
  ///
  /// `forMachine` concerns CSV alone; the other formats have one form. A page, HTML
  /// or Markdown, words its amounts in a language.
  public func writer(
    to sink: any ByteSink, base: Currency, forMachine: Bool = false,
    language: Language = .english
  ) -> (any TableWriter)? {
    switch self {
    case .table, .record, .dot, .svg: nil
    case .tsv: TSVWriter(to: sink, base: base)
    case .csv: CSVWriter(to: sink, base: base, reader: forMachine ? .machine : .person)
    case .json: JSONWriter(to: sink, form: .array)
    case .jsonl: JSONWriter(to: sink, form: .lines)
    case .md: MarkdownWriter(to: sink, language: language)
    case .html: HTMLWriter(to: sink, language: language)
    }
  }
}
