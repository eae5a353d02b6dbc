/// The name under which a file's keys hold.
enum ImportOrigin {
  /// The file's name without folder, ending, digits, and separators at the ends.
  ///
  /// What comes of mending rejected rows has the origin of the file they were rejected from.
  static func name(of path: String) -> String {
    var name = path.split(separator: "/").last.map { $0[...] } ?? ""
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
    while let range = rejected(in: name) { name = name[..<range] }
    let plain = name.filter { !$0.isNumber }
    let kept = String(plain.trimming { !$0.isLetter })
    return kept.isEmpty ? String(name) : kept
  }

  /// Where `.rejected` or `.rejected-2` begins at the end of a name.
  private static func rejected(in name: Substring) -> Substring.Index? {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let tail = name[name.index(after: dot)...]
    guard tail == "rejected" || tail.hasPrefix("rejected-"),
      tail.dropFirst(9).allSatisfy(\.isNumber)
    else { return nil }
    return dot
  }
}
