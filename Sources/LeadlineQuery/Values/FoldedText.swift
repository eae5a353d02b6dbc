/// What a person typed, made comparable: no case, no width, simplified characters, no outer blanks.
///
/// Only for reading values; errors show the text as it was typed.
struct FoldedText {
  let text: String

  init(_ typed: String) {
    var folded = ""
    for character in typed {
      folded.append(Self.folded(character))
    }
    text = Self.trimmed(folded)
  }

  private static func folded(_ character: Character) -> Character {
    if let simplified = simplified[character] { return simplified }
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    switch scalar.value {
    case 0x41...0x5A: return Character(Unicode.Scalar(UInt8(scalar.value) + 0x20))
    case 0xFF21...0xFF3A: return Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0) + 0x20))
    case 0xFF01...0xFF5E: return Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x09, 0xA0, 0x2007, 0x202F, 0x3000: return " "
    case 0x2212, 0xFE63: return "-"
    default: return character
    }
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { $0 != " " }),
      let last = text.lastIndex(where: { $0 != " " })
    else { return "" }
    return String(text[first...last])
  }

  /// The characters that occur in days and amounts, in their other forms.
  private static let simplified: [Character: Character] = {
    let pairs = """
      後后 週周 兩两 號号 禮礼 個个 這这 萬万 億亿 圓圆 幣币 歐欧 鎊镑 韓韩 貳贰 參叁 叄叁 陸陆 \
      負负 點点 臺台 門门 亞亚 盧卢 銖铢 馬马 來来 紐纽 蘭兰 爾尔 聯联 ￥¥ ￡£ ￦₩ 塊块 錢钱 賓宾
      """
    var table: [Character: Character] = [:]
    for pair in pairs.split(separator: " ") {
      guard let other = pair.first, let plain = pair.last, other != plain else { continue }
      table[other] = plain
    }
    return table
  }()
}
