/// A language of the interface.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case simplified = "zh-Hans"
  case traditional = "zh-Hant"
}

/// The marks that stand between words, with the blank that follows them where there is one.
extension Language {
  public var colon: String { self == .english ? ": " : "：" }
  public var semicolon: String { self == .english ? "; " : "；" }
  /// Between parts of a sentence.
  public var comma: String { self == .english ? ", " : "，" }
  /// Between the items of a list.
  public var listComma: String { self == .english ? ", " : "、" }
}

/// One wording in every language of the interface.
public struct Words: Hashable, Codable, Sendable {
  public let english: String
  public let simplified: String
  public let traditional: String

  public init(_ english: String, _ simplified: String, _ traditional: String) {
    self.english = english
    self.simplified = simplified
    self.traditional = traditional
  }

  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .simplified: simplified
    case .traditional: traditional
    }
  }

  /// Every wording once, English first.
  public var all: [String] {
    [english, simplified] + (traditional == simplified ? [] : [traditional])
  }
}
