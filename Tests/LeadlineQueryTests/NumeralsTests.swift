import Foundation
import LeadlineQuery
import Testing

struct NumeralsTests {
  @Test(
    arguments: [
      ("三千五百万", "35000000"), ("1亿2000万", "120000000"), ("1億2000萬", "120000000"),
      ("两亿", "200000000"), ("5千万", "50000000"), ("1.2亿", "120000000"), ("1.2万亿", "1200000000000"),
      ("三点五亿", "350000000"), ("一点二五", "1.25"), ("二十", "20"), ("廿二", "22"), ("卅", "30"),
      ("〇", "0"), ("壹佰捌拾壹", "181"), ("贰仟零伍", "2005"), ("三万五", "35000"), ("一亿二", "120000000"),
      ("1亿5万", "100050000"), ("2千3百万", "23000000"), ("１２万", "120000"), ("5,200万", "52000000"),
      ("负十一", "-11"), ("-10.1万", "-101000"), ("一亿零五千", "100005000"), ("12", "12"), ("0.50", "0.5"),
    ])
  func reads(_ text: String, _ value: String) {
    #expect(ChineseNumeral.value(text)?.description == value)
  }

  @Test(
    arguments: [
      "", "元", "一一", "三五万", "八九千", "十七十八", "百十一", "零点", "点一", "12万万", "一亿五千", "3万5",
      "万", "千万", "一百零", "10.1万零100", "10..1万", "1,2,3万", "1,2345", "一千千", "一百二千", "亿亿", "零零",
      "九百二十二亿亿", "99999999999999999999", "9999999999999万亿", "兆", "abc", "1e9", "负负一",
    ])
  func refuses(_ text: String) {
    #expect(ChineseNumeral.value(text) == nil)
  }

  /// Every strict case, and the cases of the other modes that state one number in one reading.
  @Test func holdsTheNumbersOfTheCorpus() {
    let spelled: Set<Character> = ["一", "二", "三", "四", "七", "壹", "零"]
    var held = 0
    for record in corpusRecords("cn2an_numbers.jsonl") {
      guard let mode = record["mode"] as? String, let input = record["input"] as? String,
        ["strict", "normal", "smart"].contains(mode), let value = record["expected"] as? NSNumber,
        !input.contains(where: { "元圆".contains($0) })
      else { continue }
      // Digits said one by one are years to us, never amounts.
      let body = input.drop { $0 == "负" }.prefix { $0 != "点" }
      if mode == "normal", body.count > 1, body.allSatisfy(spelled.contains) { continue }
      held += 1
      let number = ChineseNumeral.value(input)
      #expect(number.flatMap { Double($0.description) } == value.doubleValue, "\(input)")
    }
    if held > 0 { #expect(held == 111) }
  }

  @Test func refusesTheErrorsOfTheCorpus() {
    for record in corpusRecords("cn2an_numbers.jsonl") {
      guard let mode = record["mode"] as? String, mode.hasPrefix("error"),
        let input = record["input"] as? String
      else { continue }
      #expect(ChineseNumeral.value(input) == nil, "\(input)")
    }
  }

  /// The plain and the financial form of every number that was written out.
  @Test func readsBackWhatWasWritten() {
    for record in corpusRecords("cn2an_an2cn.jsonl") {
      guard let forms = record["expected"] as? [String], let value = record["input"] as? NSNumber
      else { continue }
      for form in forms.prefix(2) {
        let number = ChineseNumeral.value(form)
        #expect(number.flatMap { Double($0.description) } == value.doubleValue, "\(form)")
      }
    }
  }

  @Test func readsTheNumbersOfTheSpokenCorpus() {
    for record in corpusRecords("wetext_itn.jsonl") where record["set"] as? String == "number" {
      guard let input = record["input"] as? String, let value = record["expected"] as? String,
        Double(value) != nil
      else { continue }
      #expect(ChineseNumeral.value(input)?.description == value, "\(input)")
    }
  }

  @Test(arguments: [1, 20_261_123] as [UInt64])
  func neverTraps(_ seed: UInt64) {
    var random = SeededValues(seed: seed)
    let pieces = Array("0123456789,.一二九十百千万亿零点两负-壹拾廿 9999")
    for _ in 0..<4000 {
      let length = Int.random(in: 0...24, using: &random)
      let text = String((0..<length).compactMap { _ in pieces.randomElement(using: &random) })
      guard let number = ChineseNumeral.value(text) else { continue }
      #expect(ChineseNumeral.value(number.description) == number, "\(text)")
    }
  }
}
