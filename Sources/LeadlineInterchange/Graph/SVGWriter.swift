public import LeadlineModel
public import LeadlineReports

/// Writes a diagram as a picture that stands by itself, from left to right, light or dark as the
/// viewer is.
public struct SVGWriter {
  private let sink: any ByteSink
  private let language: Language
  /// All in pixels.
  private static let box = (width: 190.0, height: 40.0)
  private static let step = (across: 440.0, down: 96.0)
  private static let margin = 24.0

  public init(to sink: any ByteSink, language: Language) {
    self.sink = sink
    self.language = language
  }

  public func write(_ diagram: Diagram) throws {
    let places = Self.places(of: diagram)
    let width = (places.values.map(\.x).max() ?? 0) + Self.box.width + Self.margin
    let height = (places.values.map(\.y).max() ?? 0) + Self.box.height + Self.margin
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" lang="\(language.rawValue)" \
      width="\(Int(width))" height="\(Int(height))" viewBox="0 0 \(Int(width)) \(Int(height))">
      <style>\(Self.style)</style>
      <rect class="page" width="100%" height="100%"/>

      """
    for line in diagram.lines {
      guard let from = places[line.from], let to = places[line.to] else { continue }
      text += Self.drawn(line, from, to)
    }
    for box in diagram.boxes {
      guard let place = places[box.id] else { continue }
      text += Self.drawn(box, place)
    }
    try sink.write(Array((text + "</svg>\n").utf8))
  }

  private typealias Place = (x: Double, y: Double)

  private static func places(of diagram: Diagram) -> [String: Place] {
    diagram.boxes.reduce(into: [:]) { places, box in
      places[box.id] = (
        margin + Double(box.column) * step.across, margin + Double(box.row) * step.down
      )
    }
  }

  private static func drawn(_ box: Diagram.Box, _ place: Place) -> String {
    let middle = (x: place.x + self.box.width / 2, y: place.y + self.box.height / 2 + 5)
    return """
      <rect class="box" x="\(place.x)" y="\(place.y)" width="\(self.box.width)" \
      height="\(self.box.height)" rx="6"/>
      <text x="\(middle.x)" y="\(middle.y)" text-anchor="middle">\
      \(escaped(CellWidth.truncate(box.text, to: 24, ending: "…")))<title>\(escaped(box.text))</title></text>

      """
  }

  /// A line that passes other columns bends down, so as not to go behind their boxes.
  private static func drawn(_ line: Diagram.Line, _ from: Place, _ to: Place) -> String {
    let (x1, y1) = (from.x + box.width, from.y + box.height / 2)
    let (x2, y2) = (to.x, to.y + box.height / 2)
    let bend = x2 - x1 > step.across ? step.down / 2 : 0
    let (x, y) = ((x1 + x2) / 2, (y1 + y2) / 2 + bend)
    return """
      <path class="\(line.isWeak ? "weak" : "tie")" d="M\(x1) \(y1)Q\(x) \(y + bend) \(x2) \(y2)"/>
      <text class="why" x="\(x)" y="\(y - 6)" text-anchor="middle">\
      \(escaped(CellWidth.truncate(line.text, to: 36, ending: "…")))\
      <title>\(escaped(line.text))</title></text>

      """
  }

  private static func escaped(_ text: String) -> String {
    VisibleText.of(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  private static let style = """
    .page{fill:#fff}.box{fill:#eef1f4;stroke:#59636e}text{fill:#1b1f24;font:14px system-ui,\
    "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}.why{font-size:12px;\
    paint-order:stroke;stroke:#fff;stroke-width:4px}\
    path{fill:none;stroke-width:2}.tie{stroke:#59636e}.weak{stroke:#b3261e;stroke-dasharray:6 4}\
    @media (prefers-color-scheme:dark){.page{fill:#14171b}.box{fill:#22272d;stroke:#9aa4af}\
    text{fill:#e6e9ed}.why{stroke:#14171b}.tie{stroke:#9aa4af}.weak{stroke:#ff9a92}}
    """
}
