public import LeadlineModel

extension ValueError {
  /// The cause, what was probably meant, and what is accepted, in one line.
  public func words(_ language: Language) -> String {
    let refused = "\(opening[language])\(cause[language])"
    let proposal = suggestion.map { meant($0)[language] } ?? ""
    return refused + proposal + accepted[language]
  }

  private var opening: Words {
    if text.isEmpty { return Words("", "", "") }
    switch expected {
    case .day: return Words("'\(text)' is not a day: ", "“\(text)”不是日期：", "「\(text)」不是日期：")
    case .period:
      return Words("'\(text)' is not a period: ", "“\(text)”不是时间段：", "「\(text)」不是時間段：")
    case .amount:
      return Words("'\(text)' is not an amount: ", "“\(text)”不是金额：", "「\(text)」不是金額：")
    case .duration:
      return Words("'\(text)' is not a duration: ", "“\(text)”不是天数：", "「\(text)」不是天數：")
    }
  }

  private func meant(_ form: String) -> Words {
    Words("; did you mean \(form)?", "；是不是 \(form)？", "；是不是 \(form)？")
  }

  private var accepted: Words {
    switch expected {
    case .day:
      Words(
        "; accepted: 2026-12-05, 12-05, today, +3d, -2w, fri, eom, 明天, 下周三, 12月5日",
        "；可用：2026-12-05、12-05、明天、3天后、周五、下周三、月底、12月5日、+3d、fri",
        "；可用：2026-12-05、12-05、明天、3天後、週五、下週三、月底、12月5日、+3d、fri")
    case .period:
      Words(
        "; accepted: 2022, 2022-11, 2022-q4, this-month, last-week, 本月, or any day",
        "；可用：2022、2022-11、2022-q4、本周、上月、本季、去年，或任何一天",
        "；可用：2022、2022-11、2022-q4、本週、上月、本季、去年，或任何一天")
    case .amount:
      Words(
        "; accepted: 52000000, 52,000,000, 52m, 1.2bn, 5200万, 3mUSD, 'USD 3m', 300万美元",
        "；可用：5200万、1.2亿、1亿2000万、三千五百万元、52,000,000、300万美元、52m、3mUSD",
        "；可用：5200萬、1.2億、1億2000萬、三千五百萬元、52,000,000、300萬美元、52m、3mUSD")
    case .duration:
      Words(
        "; accepted: 30, 30d, 6w, 30天, 两周",
        "；可用：30、30天、6周、两周、30d、6w", "；可用：30、30天、6週、兩週、30d、6w")
    }
  }

  private var cause: Words {
    switch reason {
    case .empty: empty
    case .notUnderstood: Words("not understood", "看不懂", "看不懂")
    case .digitRun:
      Words(
        "digits alone do not say which is the year, the month and the day",
        "只有数字，分不清年月日", "只有數字，分不清年月日")
    case .monthEnds(let year, let month, let days): monthEnds(year, month, days)
    case .noSuchMonth(let month):
      Words("there is no month \(month)", "没有\(month)月", "沒有\(month)月")
    case .noSuchQuarter(let quarter):
      Words("there is no quarter \(quarter)", "没有第\(quarter)季度", "沒有第\(quarter)季度")
    case .outOfCalendar:
      Words("years run from 1 to 9999", "年份只能在1到9999之间", "年份只能在1到9999之間")
    case .yearDigits: Words("years have four digits", "年份要写四位", "年份要寫四位")
    case .dayOrMonthFirst:
      Words(
        "the month or the day may come first", "分不清月和日的先后", "分不清月和日的先後")
    case .yearNotFirst: Words("the year comes first", "年份要写在最前", "年份要寫在最前")
    case .unsigned:
      Words("it needs + (later) or - (earlier)", "要写明+（以后）或-（以前）", "要寫明+（以後）或-（以前）")
    case .withoutUnit:
      Words("it needs d, w, m or y", "缺少单位d、w、m或y", "缺少單位d、w、m或y")
    case .isPeriod:
      Words("it is a period, one day is needed", "这是一段时间，要的是某一天", "這是一段時間，要的是某一天")
    case .negative: negative
    case .grouping:
      Words(
        "commas stand before every three digits, a point before decimals",
        "逗号要每三位一个，小数用点", "逗號要每三位一個，小數用點")
    case .decimals(let currency, let allowed): decimals(currency.code, allowed)
    case .tooLarge: Words("it is too large", "数字太大", "數字太大")
    case .currencies(let one, let other):
      Words(
        "it names two currencies, \(one.code) and \(other.code)",
        "写了两种货币：\(one.code)和\(other.code)", "寫了兩種貨幣：\(one.code)和\(other.code)")
    case .unknownCurrency(let code):
      Words(
        "'\(code)' is not a currency of ISO 4217", "“\(code)”不是ISO 4217货币代码",
        "「\(code)」不是ISO 4217貨幣代碼")
    case .ambiguous:
      Words("it can be read in two ways, write every unit", "有两种读法，请写全单位", "有兩種讀法，請寫全單位")
    case .lengthVaries:
      Words(
        "months and years differ in length, give days or weeks", "月和年长短不一，请写天数或周数",
        "月和年長短不一，請寫天數或週數")
    }
  }

  private var empty: Words {
    switch expected {
    case .day: Words("a day is missing", "缺少日期", "缺少日期")
    case .period: Words("a day or a period is missing", "缺少日期或时间段", "缺少日期或時間段")
    case .amount: Words("an amount is missing", "缺少金额", "缺少金額")
    case .duration: Words("a number of days is missing", "缺少天数", "缺少天數")
    }
  }

  private var negative: Words {
    switch expected {
    case .amount: Words("amounts are not negative", "金额不能为负", "金額不能為負")
    default: Words("durations are not negative", "天数不能为负", "天數不能為負")
    }
  }

  private func monthEnds(_ year: Int?, _ month: Int, _ days: Int) -> Words {
    let number = month < 10 ? "0\(month)" : String(month)
    guard let year else {
      return Words(
        "month \(number) has \(days) days at most", "\(month)月最多\(days)天", "\(month)月最多\(days)天")
    }
    return Words(
      "\(year)-\(number) has \(days) days", "\(year)年\(month)月只有\(days)天",
      "\(year)年\(month)月只有\(days)天")
  }

  private func decimals(_ code: String, _ allowed: Int) -> Words {
    allowed == 0
      ? Words("\(code) has no decimal places", "\(code)没有小数", "\(code)沒有小數")
      : Words(
        "\(code) has \(allowed) decimal places", "\(code)只有\(allowed)位小数",
        "\(code)只有\(allowed)位小數")
  }
}
