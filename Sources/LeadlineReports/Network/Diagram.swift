/// Boxes and the lines between them, as a picture shows them.
public struct Diagram: Hashable, Sendable {
  public struct Box: Hashable, Sendable {
    /// Stable and plain, such as `C7`.
    public let id: String
    public let text: String
    /// How many steps it stands from the start.
    public fileprivate(set) var column: Int
    /// How far down it stands.
    public let row: Int

    public init(id: String, text: String, column: Int, row: Int) {
      self.id = id
      self.text = text
      self.column = column
      self.row = row
    }
  }

  public struct Line: Hashable, Sendable {
    /// The ids of two boxes.
    public let from: String
    public let to: String
    public let text: String
    /// Whether it is the weak part of something.
    public let isWeak: Bool

    public init(from: String, to: String, text: String, isWeak: Bool) {
      self.from = from
      self.to = to
      self.text = text
      self.isWeak = isWeak
    }
  }

  public private(set) var boxes: [Box] = []
  public private(set) var lines: [Line] = []

  public init() {}

  /// Adds a box; one that is there stays in its row, in the later of the two columns.
  public mutating func add(_ box: Box) {
    guard let place = boxes.firstIndex(where: { $0.id == box.id }) else {
      boxes.append(box)
      return
    }
    boxes[place].column = max(boxes[place].column, box.column)
  }

  /// Adds a line, once between two boxes.
  public mutating func add(_ line: Line) {
    if !lines.contains(where: { $0.from == line.from && $0.to == line.to }) { lines.append(line) }
  }
}
