/// A table as a spreadsheet saves it: CRLF, quotes only where they are needed.
func csv(_ headings: [String], _ rows: [[String]]) -> String {
  ([headings] + rows).map { $0.map(csvCell).joined(separator: ",") + "\r\n" }.joined()
}

private func csvCell(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
    return text
  }
  return "\"" + text.replacing("\"", with: "\"\"") + "\""
}
