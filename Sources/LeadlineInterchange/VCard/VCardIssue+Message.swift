public import LeadlineModel

extension VCardIssue {
  /// The issue in a sentence, in every language.
  public var message: Words {
    let cause = cause.words
    return Words(
      "card \(card), line \(line): \(cause.english)",
      "第 \(card) 张名片，第 \(line) 行：\(cause.simplified)",
      "第 \(card) 張名片，第 \(line) 行：\(cause.traditional)")
  }
}

extension VCardIssue.Cause {
  var words: Words {
    switch self {
    case .missingEnd: Words("END:VCARD is missing", "缺少 END:VCARD", "缺少 END:VCARD")
    case .missingBegin: Words("BEGIN:VCARD is missing", "缺少 BEGIN:VCARD", "缺少 BEGIN:VCARD")
    case .notAProperty: Words("not a property", "不是有效的属性行", "不是有效的屬性列")
    case .undecodable(let property):
      Words(
        "the text of \(property) is in no known encoding", "\(property) 的文本编码无法识别",
        "\(property) 的文字編碼無法辨識")
    case .unknownCharset(let name):
      Words("unknown encoding '\(name)'", "未知编码“\(name)”", "未知編碼「\(name)」")
    case .emptyCard:
      Words(
        "no name, phone or e-mail address", "没有姓名、电话或电子邮箱", "沒有姓名、電話或電子郵件")
    }
  }
}
