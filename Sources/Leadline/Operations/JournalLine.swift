internal import LeadlineModel

// What the journal shows for an operation whose caller names no line: the operation in the words
// of the command language.

extension [Ref] {
  /// The refs one after another; the first and how many where there are many.
  var spoken: String {
    count <= 8
      ? map(\.description).joined(separator: ",") : "\(self[0]) and \(count - 1) more"
  }
}

extension [Change] {
  /// The title that the changes give, empty where none does.
  var titleGiven: String {
    lazy.compactMap { change in
      if change.field.name == "title", case .text(let title) = change.value { title } else { nil }
    }.first ?? ""
  }
}
