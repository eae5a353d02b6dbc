extension AskCount {
  /// `asked 4 times, last 2022-11-20`.
  public var words: Words {
    Words(
      "asked \(times == 1 ? "once" : "\(times) times"), last \(last)",
      "已托请\(times)次，最近 \(last)", "已託請\(times)次，最近 \(last)")
  }
}

extension Ask {
  /// What came of it, in a word or two.
  public var resultWords: Words {
    Choices.askResults.first { $0.id == result }?.words ?? Words(result, result, result)
  }
}
