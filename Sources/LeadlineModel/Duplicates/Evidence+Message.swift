extension Evidence {
  public var words: Words {
    let words = degree == .same || degree == .other ? plain : likeWords
    guard let text, degree == .same else { return words }
    return Words(
      "\(words.english) \(text)", "\(words.simplified) \(text)", "\(words.traditional) \(text)")
  }

  private var plain: Words {
    let name = aspect.words
    return degree == .same
      ? Words(
        "same \(name.english)", "\(name.simplified)相同", "\(name.traditional)相同")
      : Words(
        "other \(name.english)", "\(name.simplified)不同", "\(name.traditional)不同")
  }

  private var likeWords: Words {
    let name = aspect.words
    return switch degree {
    case .sound:
      Words(
        "\(name.english) spoken alike", "\(name.simplified)同音", "\(name.traditional)同音")
    case .near:
      Words(
        "\(name.english) a slip apart", "\(name.simplified)仅差笔误", "\(name.traditional)僅差筆誤")
    default:
      Words(
        "\(name.english) in part the same", "\(name.simplified)部分相同",
        "\(name.traditional)部分相同")
    }
  }
}

extension Evidence.Aspect {
  public var words: Words {
    switch self {
    case .phone: Words("phone", "电话", "電話")
    case .email: Words("e-mail", "邮箱", "信箱")
    case .name: Words("name", "姓名", "姓名")
    case .organisation: Words("organisation", "单位", "單位")
    case .birthday: Words("birthday", "生日", "生日")
    case .address: Words("address", "地址", "地址")
    case .place: Words("region", "地区", "地區")
    case .company: Words("name", "名称", "名稱")
    case .title: Words("title", "标题", "標題")
    }
  }
}

extension Likeness {
  /// `97%`, in whole percent; never 100, as nobody can be certain.
  public var percent: String { "\(min(99, Int((probability * 100).rounded())))%" }

  /// The reasons in words, what speaks for it first.
  public func words(_ language: Language) -> String {
    evidence.map { $0.words[language] }.joined(separator: language.semicolon)
  }
}
