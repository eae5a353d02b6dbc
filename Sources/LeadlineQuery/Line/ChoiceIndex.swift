internal import LeadlineModel

/// Finds a choice by its id, its words or its other names, folded.
struct ChoiceIndex {
  let choices: [Choice]

  subscript(text: String) -> Choice? {
    let folded = FieldIndex.folded(text)
    return choices.first { FieldIndex.folded($0.id) == folded }
      ?? choices.first { names(of: $0).contains { FieldIndex.folded($0) == folded } }
  }

  func nearest(to text: String) -> [String] {
    NearestNames.of(text, in: choices.map(\.id) + choices.flatMap(names))
      .map { self[$0]?.id ?? $0 }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func names(of choice: Choice) -> [String] { choice.words.all + choice.aliases }
}

extension Pipeline {
  /// The stages as choices.
  var choices: [Choice] { stages.map { Choice($0.id, $0.words) } }
}
