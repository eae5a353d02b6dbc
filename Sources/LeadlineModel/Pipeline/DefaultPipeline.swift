extension Pipeline {
  /// The pipeline of investment promotion: intent, signed, started, funded.
  public static let standard = Pipeline(stages: standardStages, receiptsFrom: "signed")!

  private static let standardStages = [
    Stage(
      id: "intent", words: Words("intent", "意向", "意向"),
      requirements: [.title, .source, .owner],
      idleLimits: Limits(yellow: 30, red: 60), stageLimits: Limits(yellow: 90, red: 180),
      probability: 10),
    Stage(
      id: "signed", words: Words("signed", "签约", "簽約"), requirements: [.org, .agreed],
      idleLimits: Limits(yellow: 45, red: 90), stageLimits: Limits(yellow: 120, red: 240),
      probability: 50),
    Stage(
      id: "started", words: Words("started", "开工", "開工"), requirements: [.total, .site],
      idleLimits: Limits(yellow: 60, red: 120), stageLimits: Limits(yellow: 180, red: 365),
      probability: 80),
    Stage(
      id: "funded", words: Words("funded", "到账", "到帳"), requirements: [.receipt],
      idleLimits: nil, stageLimits: nil, probability: 100),
  ]
}
