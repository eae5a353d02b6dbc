public import LeadlineModel

extension TextDecodingError {
  /// The error in a sentence, in every language.
  public var message: Words {
    switch self {
    case .undecodable(let tried, let at):
      Words(
        "line \(at.line) is not \(tried.joined(separator: " or ")) text (byte \(at.offset)); "
          + "name the encoding with --encoding",
        "第 \(at.line) 行不是 \(tried.joined(separator: " 或 ")) 文本（字节 \(at.offset)）；"
          + "请用 --encoding 指明编码",
        "第 \(at.line) 行不是 \(tried.joined(separator: " 或 ")) 文字（位元組 \(at.offset)）；"
          + "請用 --encoding 指明編碼")
    case .unknownEncoding(let name, let known):
      Words(
        "unknown encoding '\(name)'; known are \(known.joined(separator: ", "))",
        "未知编码“\(name)”；可用：\(known.joined(separator: "、"))",
        "未知編碼「\(name)」；可用：\(known.joined(separator: "、"))")
    }
  }
}
