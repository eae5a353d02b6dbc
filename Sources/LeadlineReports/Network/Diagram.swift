/// Boxes and the lines between them, as a picture shows them.
public struct Diagram: Hashable, Sendable {
  public struct Box: Hashable, Sendable {
    /// Stable and plain, such as `C7`.
    public let id: String
    public let text: String
    /// How many steps it stands from the start.
    public fileprivate(set) var column: Int
    /// How far down it stands.
    public fileprivate(set) var row: Int

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

  /// Adds a box; one that is there goes to the later of the two columns. Where another stands
  /// already it goes further down.
  public mutating func add(_ box: Box) {
    var box = box
    if let place = boxes.firstIndex(where: { $0.id == box.id }) {
      let known = boxes.remove(at: place)
      (box.column, box.row) = (max(known.column, box.column), known.row)
      boxes.insert(freed(box), at: place)
    } else {
      boxes.append(freed(box))
    }
  }

  private func freed(_ box: Box) -> Box {
    var box = box
    while boxes.contains(where: { ($0.column, $0.row) == (box.column, box.row) }) { box.row += 1 }
    return box
  }

  /// Adds a line, once between two boxes.
  public mutating func add(_ line: Line) {
    if !lines.contains(where: { $0.from == line.from && $0.to == line.to }) { lines.append(line) }
  }
}
