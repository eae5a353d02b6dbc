public import LeadlineModel

extension CSVError {
  /// The error in a sentence, in every language.
  public var message: Words {
    switch self {
    case .input(let error): error.message
    case .unclosedQuote(let line):
      Words(
        "the quote that opens on line \(line) is never closed", "第 \(line) 行的引号没有闭合",
        "第 \(line) 行的引號沒有閉合")
    case .rowTooLong(let line, let limit):
      Words(
        "the row on line \(line) is longer than \(limit) bytes: is a quote left open?",
        "第 \(line) 行开始的记录超过 \(limit) 字节：是否有引号未闭合？",
        "第 \(line) 行開始的記錄超過 \(limit) 位元組：是否有引號未閉合？")
    }
  }
}
