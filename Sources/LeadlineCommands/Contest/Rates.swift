internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let rates = Command(
    Signature("rates", aliases: ["汇率", "匯率"]),
    .contest,
    Words("lists what other currencies are worth", "列出汇率", "列出匯率"), examples: ["rates"],
    details: """
      new rate USD 7.1 on=2022-11-01 says what one unit is worth in the currency of the database, \
      from that day on. Sums across currencies use the rate of the day that counts; without one \
      they are refused.
      """
  ) { _, session in
    let rates = try session.crm.rates()
    let language = session.crm.language
    try session.console.table(try session.tableRequest()) { writer in
      try writer.begin([
        ReportColumn(
          id: "currency", heading: Words("currency", "币种", "幣種")[language], type: .currency),
        ReportColumn(id: "on", heading: Words("from", "自", "自")[language], type: .day(.back)),
        ReportColumn(
          id: "rate", heading: "\(session.crm.currency.code)", type: .text),
      ])
      for rate in rates {
        try writer.row([
          .choice(rate.currency.code), .day(rate.day),
          .text(rate.value.decimal(places: 8) ?? ""),
        ])
      }
      try writer.end()
    }
    if rates.isEmpty {
      session.notice(
        Words(
          "no rates: new rate USD 7.1 on=2022-11-01", "尚无汇率：new rate USD 7.1 on=2022-11-01",
          "尚無匯率：new rate USD 7.1 on=2022-11-01"))
    }
  }

  /// Enters the rate that the words of `new rate` say: a currency, and its worth or `none`.
  static func addRate(_ words: String, _ parsed: ParsedLine, _ session: Session) throws {
    let parts = words.split(separator: " ").map(String.init)
    guard parts.count == 2 else {
      throw CommandError.missing("CURRENCY RATE", example: "new rate USD 7.1 on=2022-11-01")
    }
    let (crm, day) = (session.crm, try session.day("on", parsed))
    let isTakenAway = ["none", "无", "無"].contains(parts[1].lowercased())
    let rate = try crm.setRate(
      of: parts[0], to: isTakenAway ? nil : parts[1], from: day, line: session.line
    ).result
    let when = DayWords(today: crm.today).echo(day ?? crm.today, language: crm.language)
    guard let rate else {
      return try session.say(
        Words(
          "\(parts[0]): no rate of \(when)", "\(parts[0])：\(when)无汇率", "\(parts[0])：\(when)無匯率"))
    }
    let value = rate.value.decimal(places: 8) ?? ""
    try session.say(
      Words(
        "1 \(rate.currency.code) = \(value) \(crm.currency.code) from \(when)",
        "自\(when)起 1 \(rate.currency.code) = \(value) \(crm.currency.code)",
        "自\(when)起 1 \(rate.currency.code) = \(value) \(crm.currency.code)"))
  }
}
