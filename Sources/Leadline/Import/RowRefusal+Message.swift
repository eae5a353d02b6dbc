public import LeadlineModel
internal import LeadlineQuery

extension RowRefusal {
  /// The reason and how the row is mended, in a line.
  public func words(_ language: Language) -> String {
    if case .badAmount(let field, let error) = self {
      return "\(field): \(error.words(language))"
    }
    return (dayWords ?? valueWords ?? rowWords)[language]
  }

  private var dayWords: Words? {
    switch self {
    case .badDay(let field, let text):
      Words(
        "\(field): '\(text)' is not a day; write it as 2022-11-05",
        "\(field)：“\(text)”不是日期，请写成 2022-11-05",
        "\(field)：「\(text)」不是日期，請寫成 2022-11-05")
    case .ambiguousDay(let field, let text):
      Words(
        "\(field): in '\(text)' the month or the day may come first; write it as 2022-11-05",
        "\(field)：“\(text)”分不清月和日，请写成 2022-11-05",
        "\(field)：「\(text)」分不清月和日，請寫成 2022-11-05")
    case .dayInFuture(let field, let day):
      Words(
        "\(field): \(day) lies in the future", "\(field)：\(day) 在将来", "\(field)：\(day) 在將來")
    case .daysOutOfOrder(let field, let day, let before):
      Words(
        "\(field): \(day) is before \(before), the day of what came first",
        "\(field)：\(day) 早于前一步的日期 \(before)", "\(field)：\(day) 早於前一步的日期 \(before)")
    default: nil
    }
  }

  private var valueWords: Words? {
    switch self {
    case .unknownStage(let word, let known):
      Words(
        "stage '\(word)' is not known; say what it is with --stage \"\(word)=\(known[0])\" "
          + "(\(known.joined(separator: ", ")))",
        "不认识阶段“\(word)”，请用 --stage \"\(word)=\(known[0])\" 说明（\(known.joined(separator: "、"))）",
        "不認識階段「\(word)」，請用 --stage \"\(word)=\(known[0])\" 說明（\(known.joined(separator: "、"))）")
    case .unknownChoice(let field, let word, let known):
      Words(
        "\(field) '\(word)' is not known; use one of \(known.joined(separator: ", "))",
        "\(field)：不认识“\(word)”，可用：\(known.joined(separator: "、"))",
        "\(field)：不認識「\(word)」，可用：\(known.joined(separator: "、"))")
    case .badNumber(let field, let text):
      Words(
        "\(field): '\(text)' is not a whole number", "\(field)：“\(text)”不是整数",
        "\(field)：「\(text)」不是整數")
    case .tooManyGuests(let text):
      Words(
        "guests: '\(text)' is not a number of guests", "guests：“\(text)”不是客商人数",
        "guests：「\(text)」不是客商人數")
    case .unknownCurrency(let text):
      Words(
        "currency '\(text)' is not known; use a code such as USD", "不认识币种“\(text)”，请用代码，如 USD",
        "不認識幣種「\(text)」，請用代碼，如 USD")
    case .otherCurrency(let code, let lead):
      Words(
        "the amount is in \(code), the lead's others in \(lead)", "金额是 \(code)，该线索的其他金额是 \(lead)",
        "金額是 \(code)，該線索的其他金額是 \(lead)")
    case .badShares(let error):
      Words(
        error.words.english.firstLine, error.words.simplified.firstLine,
        error.words.traditional.firstLine)
    default: nil
    }
  }

  private var rowWords: Words {
    switch self {
    case .noName(let kind): Self.noName(kind)
    case .tooManyCells(let count, let columns):
      Words(
        "\(count) cells, but \(columns) columns; is a quote missing?",
        "有 \(count) 格，但只有 \(columns) 列；是不是少了引号？", "有 \(count) 格，但只有 \(columns) 欄；是不是少了引號？")
    case .hasNUL: Words("it has a NUL character", "含有 NUL 字符", "含有 NUL 字元")
    case .repeatedKey(let key, let line):
      Words(
        "line \(line) has the key '\(key)' too and says something else",
        "第 \(line) 行也是编号“\(key)”，但内容不同", "第 \(line) 行也是編號「\(key)」，但內容不同")
    case .sectionWithoutDepartment(let name):
      Words(
        "section '\(name)' needs its department; give department=NAME",
        "科室“\(name)”需要部门，请加 department=部门", "科室「\(name)」需要部門，請加 department=部門")
    case .noSuchLead(let name):
      Words("there is no lead '\(name)'", "没有线索“\(name)”", "沒有線索「\(name)」")
    case .severalLeads(let name, let refs):
      Words(
        "'\(name)' may be \(refs.map(\.description).joined(separator: ", "))",
        "“\(name)”可能是 \(refs.map(\.description).joined(separator: "、"))",
        "「\(name)」可能是 \(refs.map(\.description).joined(separator: "、"))")
    case .noKindOfActivity:
      Words(
        "what kind of activity is it? give kind=visit or a column",
        "是哪种方式？请加 kind=visit 或一列方式", "是哪種方式？請加 kind=visit 或一欄方式")
    default: Words("", "", "")
    }
  }

  private static func noName(_ kind: RecordKind) -> Words {
    switch kind {
    case .lead: Words("it has neither a title nor an org", "没有名称，也没有单位", "沒有名稱，也沒有單位")
    case .activity: Words("it has no day", "没有日期", "沒有日期")
    default: Words("it has no name", "没有姓名或名称", "沒有姓名或名稱")
    }
  }
}

extension String {
  fileprivate var firstLine: String { String(prefix { $0 != "\n" }) }
}
