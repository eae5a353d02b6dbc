/// The words in the name of an organisation that state its legal form, such as 有限公司 or GmbH.
public enum LegalForm {
  /// A folded name without them; a name that is nothing else stays.
  public static func removed(from fold: String) -> String {
    if forms.contains(fold) { return fold }
    var rest = fold[...]
    while true {
      rest = rest.trimmed
      guard let form = forms.first(where: { isEnding($0, of: rest) }) else { return String(rest) }
      rest = rest.dropLast(form.count)
    }
  }

  /// The folded names by which the same organisation may be entered: without a legal form, and
  /// with the usual ones. A group (集团) may be another one than a company of its name.
  public static func variants(of fold: String) -> [String] {
    let bare = removed(from: fold)
    guard !bare.isEmpty, !fold.contains("集团") else { return [] }
    let isLatin = bare.utf8.last.map { $0 < 0x80 } ?? true
    return [bare] + (isLatin ? latinEndings : hanEndings).map { bare + $0 }
  }

  private static let hanEndings = ["有限公司", "股份有限公司", "有限责任公司", "公司"]
  private static let latinEndings = [
    " gmbh", " ag", " inc", " inc.", ", inc.", " ltd", " ltd.", " co ltd", " co., ltd",
    " co., ltd.",
    " llc", " plc", " corp", " corp.", " limited", "有限公司",
  ]

  /// Longest first.
  private static let forms = [
    "股份有限公司", "有限责任公司", "有限公司", "集团公司", "公司", "集团", "corporation", "incorporated",
    "limited", "company", "gmbh", "corp", "inc", "ltd", "llc", "plc", "co", "ag", "sa", "kg",
  ]

  /// A form in letters stands by itself, and no name is all form.
  private static func isEnding(_ form: String, of text: Substring) -> Bool {
    guard text.hasSuffix(form), text.count > form.count else { return false }
    guard form.utf8.first.map({ $0 < 0x80 }) == true else { return true }
    return text.dropLast(form.count).last.map { !$0.isLetter && !$0.isNumber } ?? false
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = drop { " .,&".contains($0) }
    while let last = rest.last, " .,&".contains(last) { rest.removeLast() }
    return rest
  }
}
