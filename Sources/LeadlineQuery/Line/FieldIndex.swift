internal import LeadlineModel

/// Finds fields by name, by their words in Chinese and by their other names, folded.
struct FieldIndex {
  let fields: [Field]
  private let byName: [String: Field]

  /// Where two fields share a name, the first in the list has it; names go before words, words
  /// before other names.
  init(_ fields: [Field]) {
    self.fields = fields
    var byName: [String: Field] = [:]
    func add(_ names: (Field) -> [String]) {
      for field in fields {
        for name in names(field) {
          let folded = Self.folded(name)
          if byName[folded] == nil { byName[folded] = field }
        }
      }
    }
    add { [$0.name] }
    add { $0.words.all }
    add { $0.aliases }
    self.byName = byName
  }

  subscript(name: some StringProtocol) -> Field? { byName[Self.folded(String(name))] }

  func nearest(to name: String) -> [String] {
    NearestNames.of(name, in: fields.map(\.name) + fields.flatMap(\.aliases).filter(isLatin))
      .map { byName[Self.folded($0)]?.name ?? $0 }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The words in Chinese that differ from `name` in one character, in the script typed.
  func nearestWords(to name: String) -> [String] {
    let typed = Array(name.unicodeScalars)
    guard typed.count >= 2, typed.allSatisfy(\.properties.isIdeographic) else { return [] }
    let words = fields.flatMap { $0.words.all + $0.aliases }.filter { word in
      let scalars = Array(word.unicodeScalars)
      return scalars.count == typed.count
        && zip(scalars, typed).filter { $0 != $1 }.count == 1
    }
    return words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func isLatin(_ name: String) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } }

  /// Names are compared without case, width and script; `_` is `-`.
  static func folded(_ name: String) -> String {
    let folded = Fold.text(name)
    guard folded.utf8.contains(UInt8(ascii: "_")) else { return folded }
    return String(folded.map { $0 == "_" ? "-" : $0 })
  }
}
