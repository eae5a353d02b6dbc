public import LeadlineModel

/// A report to be read or printed: sections of figures, tables and charts, in words already.
public struct ReportDocument: Hashable, Sendable {
  public let title: String
  /// Which day, compared with which, for whom.
  public let subtitle: String
  public let language: Language
  public var sections: [Section]

  public struct Section: Hashable, Sendable {
    public let title: String
    public let blocks: [Block]

    public init(_ title: String, _ blocks: [Block]) {
      self.title = title
      self.blocks = blocks
    }
  }

  public enum Block: Hashable, Sendable {
    case figures([Figure])
    case heading(String)
    case text(String)
    case items([String])
    case table(ReportTable)
    case bars(BarChart)
  }

  /// One number of the headline.
  public struct Figure: Hashable, Sendable {
    public let label: String
    public let value: String
    /// What it was, or what more to know; empty for nothing.
    public let note: String

    public init(_ label: String, _ value: String, note: String = "") {
      self.label = label
      self.value = value
      self.note = note
    }
  }

  public init(title: String, subtitle: String, language: Language, sections: [Section]) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.sections = sections
  }
}
