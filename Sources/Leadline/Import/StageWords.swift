internal import LeadlineModel
internal import LeadlineQuery

/// The words that mean a stage of the pipeline, or that a lead is lost or shelved.
struct StageWords {
  private let known: [String: ImportOptions.StageMeaning]
  private let names: [String]
  private let ids: [String]

  init(_ pipeline: Pipeline) {
    var known: [String: ImportOptions.StageMeaning] = [:]
    var names: [String] = []
    for choice in Choices.outcomes where choice.id != Outcome.open.rawValue {
      for word in [choice.id] + choice.words.all + choice.aliases {
        known[HeadingNames.plain(word)] = choice.id == Outcome.lost.rawValue ? .lost : .shelved
        names.append(word)
      }
    }
    for stage in pipeline.stages {
      for word in [stage.id] + stage.words.all {
        known[HeadingNames.plain(word)] = .stage(stage.id)
        names.append(word)
      }
    }
    self.known = known
    self.names = names
    ids = pipeline.stages.map(\.id) + [Outcome.lost.rawValue, Outcome.shelved.rawValue]
  }

  /// The pipeline's own words, and those that the user gives a meaning in any of these words.
  func meanings(
    adding given: [(word: String, meaning: ImportOptions.StageMeaning)]
  ) throws(ImportError) -> [String: ImportOptions.StageMeaning] {
    var meanings = known
    for (word, meaning) in given { meanings[HeadingNames.plain(word)] = try resolved(meaning) }
    return meanings
  }

  private func resolved(
    _ meaning: ImportOptions.StageMeaning
  ) throws(ImportError) -> ImportOptions.StageMeaning {
    guard case .stage(let word) = meaning else { return meaning }
    if let found = known[HeadingNames.plain(word)] { return found }
    throw .unknownStage(word, nearest: NearestNames.of(word, in: names), known: ids)
  }
}
