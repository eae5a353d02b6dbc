/// The lines on which the keys of a TOML text stand, for what is wrong with their values.
///
/// Tables in an array are numbered from 1: `tier`, `2`, `signed`.
struct TOMLPlaces {
  private var lines: [[String]: Int] = [:]

  init(_ text: String) {
    var header: [String] = []
    var counts: [String: Int] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let trimmed = line.drop(while: \.isWhitespace)
      if trimmed.hasPrefix("[[") {
        let name = Self.key(trimmed.dropFirst(2).prefix { $0 != "]" })
        counts[name, default: 0] += 1
        header = [name, "\(counts[name] ?? 1)"]
        note(header, index)
      } else if trimmed.hasPrefix("["), Self.isHeader(trimmed) {
        header = trimmed.dropFirst().prefix { $0 != "]" }.split(separator: ".").map(Self.key)
        note(header, index)
      } else if let equals = trimmed.firstIndex(of: "=") {
        note(header + trimmed[..<equals].split(separator: ".").map(Self.key), index)
      }
    }
  }

  /// The line of a key, else that of the table around it; the first where nothing is known.
  func line(of path: [String]) -> Int {
    for length in stride(from: path.count, to: 0, by: -1) {
      if let line = lines[Array(path.prefix(length))] { return line }
    }
    return 1
  }

  private mutating func note(_ path: [String], _ index: Int) {
    if lines[path] == nil { lines[path] = index + 1 }
  }

  /// Whether a line that begins with a bracket is a header, not a line of an array.
  private static func isHeader(_ line: some StringProtocol) -> Bool {
    guard let end = line.firstIndex(of: "]") else { return false }
    let rest = line[line.index(after: end)...].drop(while: \.isWhitespace)
    return (rest.isEmpty || rest.first == "#") && !line[..<end].contains { ",\"{".contains($0) }
  }

  private static func key(_ text: some StringProtocol) -> String {
    String(text.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
  }
}
