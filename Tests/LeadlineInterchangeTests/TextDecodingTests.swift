import LeadlineInterchange
import LeadlineModel
import Testing

@Suite struct TextDecodingTests {
  private static let text = "编号,姓名\r\n1,王伟\n"

  private static func wide(_ text: String, width: Int, big: Bool, mark: Bool) -> [UInt8] {
    let units =
      width == 2 ? text.utf16.map(UInt32.init) : text.unicodeScalars.map(\.value)
    return ((mark ? [0xFEFF] : []) + units).flatMap { unit in
      let bytes = (0..<width).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
      return big ? bytes.reversed() : bytes
    }
  }

  @Test(arguments: [true, false], [true, false])
  func readsWideText(big: Bool, mark: Bool) throws {
    for (width, name) in [(2, "utf-16"), (4, "utf-32")] {
      let bytes = Self.wide(Self.text + "😀", width: width, big: big, mark: mark)
      let decoded = try TextDecoding.decode(bytes)
      #expect(decoded.text == Self.text + "😀")
      #expect(decoded.encoding == name + (big ? "be" : "le"))
      #expect(try TextDecoding.decode(bytes, declared: name).text == decoded.text)
    }
  }

  @Test func readsUTF8AndItsMark() throws {
    let plain = Array(Self.text.utf8)
    #expect(try TextDecoding.decode(plain).encoding == "utf-8")
    #expect(try TextDecoding.decode([0xEF, 0xBB, 0xBF] + plain).text == Self.text)
    #expect(try TextDecoding.decode([]).text == "")
  }

  @Test func readsGB18030AsTheReferenceDoes() throws {
    guard let bytes = try Corpora.bytes("encoding/encoding_rs/gb18030_in.txt"),
      let reference = try Corpora.bytes("encoding/encoding_rs/gb18030_in_ref.txt")
    else { return }
    let decoded = try TextDecoding.decode(bytes)
    #expect(decoded.encoding == "gb18030")
    #expect(Array(decoded.text.utf8) == reference)
  }

  @Test(
    arguments: [
      ("gbk", [0xCD, 0xF5], "王"), ("GB2312", [0xCE, 0xB0], "伟"), ("big5", [0xA4, 0xFD], "王"),
      ("Latin1", [0xE9], "é"), ("ISO-8859-1", [0xE9], "é"), ("iso-8859-7", [0xCB], "Λ"),
      ("windows-1252", [0x80], "€"), ("cp1251", [0xE9], "й"), ("shift_jis", [0x88, 0xC0], "安"),
      ("EUC-KR", [0xB0, 0xA1], "가"), ("UTF8", [0xC3, 0xA9], "é"),
    ] as [(String, [UInt8], String)])
  func readsByName(name: String, bytes: [UInt8], text: String) throws {
    #expect(try TextDecoding.decode(bytes, declared: name).text == text)
  }

  @Test func everyKnownNameReadsASCII() throws {
    for name in TextEncoding.names where !name.hasPrefix("utf-16") && !name.hasPrefix("utf-32") {
      #expect(try TextDecoding.decode(Array("a1,".utf8), declared: name).text == "a1,", "\(name)")
    }
  }

  @Test func namesTheByteAndLineItFailsAt() {
    let bytes = Array("id,name\n1,王\n2,".utf8) + [0xFF, 0x0A]
    #expect(
      throws: TextDecodingError.undecodable(
        tried: ["utf-8", "gb18030"], at: TextPosition(offset: 16, line: 3))
    ) { try TextDecoding.decode(bytes) }
    #expect(
      throws: TextDecodingError.undecodable(
        tried: ["utf-8"], at: TextPosition(offset: 16, line: 3))
    ) { try TextDecoding.decode(bytes, declared: "utf-8") }
  }

  @Test func aLoneSurrogateIsAnError() {
    #expect(
      throws: TextDecodingError.undecodable(
        tried: ["utf-16le"], at: TextPosition(offset: 4, line: 1))
    ) { try TextDecoding.decode([0xFF, 0xFE, 0x41, 0, 0, 0xD8, 0x41, 0]) }
  }

  @Test func anUnknownNameListsTheKnown() {
    #expect(
      throws: TextDecodingError.unknownEncoding("klingon", known: TextEncoding.names)
    ) { try TextDecoding.decode([], declared: "klingon") }
    #expect(TextEncoding.names.contains("gb18030"))
  }

  @Test func reportsNUL() throws {
    let decoded = try TextDecoding.decode(Array("ab,cdefghijklmnopqrstuvwxyz\nx\0y".utf8))
    #expect(decoded.encoding == "utf-8")
    #expect(decoded.firstNUL == TextPosition(offset: 29, line: 2))
  }

  @Test func messagesAreInEveryLanguage() {
    let error = TextDecodingError.undecodable(
      tried: ["utf-8"], at: TextPosition(offset: 16, line: 3))
    #expect(error.message.all.count == 3)
    #expect(error.message.english.contains("line 3"))
  }
}
