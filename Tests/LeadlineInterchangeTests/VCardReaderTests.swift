import Foundation
import LeadlineInterchange
import LeadlineModel
import Testing

@Suite struct VCardReaderTests {
  static func cards(
    _ reader: consuming VCardReader
  ) throws -> (cards: [VCard], issues: [VCardIssue]) {
    var reader = reader
    var cards: [VCard] = []
    while let card = try reader.next() { cards.append(card) }
    return (cards, reader.issues)
  }

  static func card(_ body: String, version: String = "3.0") throws -> VCard {
    try card(bytes: Array(body.utf8), version: version)
  }

  static func card(bytes: [UInt8], version: String) throws -> VCard {
    let head = Array("BEGIN:VCARD\r\nVERSION:\(version)\r\n".utf8)
    let whole = head + bytes + Array("\r\nEND:VCARD\r\n".utf8)
    return try #require(try cards(VCardReader(bytes: whole)).cards.first)
  }

  @Test(arguments: [
    ("N:王;伟;;;", "王伟"), ("N:安藤;ロイド", "安藤ロイド"), ("N:김;민준", "김민준"),
    ("N:Doe;John;Q.;Mr.;Jr.", "Mr. John Q. Doe Jr."), ("N:Doe;;;;", "Doe"),
    ("N:Doe;John\r\nFN: Jonny ", "Jonny"), ("NICKNAME:Joe", "Joe"), ("ORG:Acme;Sales", "Acme"),
    ("N:;;;;\r\nFN:", ""),
  ])
  func namesToShow(body: String, name: String) throws {
    #expect(try Self.card(body).displayName == name)
  }

  @Test func escapesAndFolds() throws {
    let card = try Self.card(
      "NOTE:one\\ntwo\\, three\\; four \\\\ five\\C\r\n"
        + "ORG:A\\;B;C\\,D\r\nTITLE:long t\r\n itle\r\nCATEGORIES:x,y\\,z , x")
    #expect(card.note == "one\ntwo, three; four \\ five\\C")
    #expect(card.organisations == [VCard.Organisation(name: "A;B", units: ["C,D"])])
    #expect(card.title == "long title")
    #expect(card.categories == ["x", "y,z"])
  }

  @Test func phonesAndAddresses() throws {
    let card = try Self.card(
      "item1.TEL;TYPE=CELL,VOICE;type=pref:138 1234 5678\r\nitem1.X-ABLabel:_$!<Mobile>!$_\r\n"
        + "TEL;VALUE=uri;TYPE=\"work,voice\";PREF=1:tel:+1-418-656-9254;ext=102\r\n"
        + "TEL:sip:someone@example.com\r\nTEL;TYPE=home:\r\n"
        + "EMAIL;TYPE=INTERNET;X-ID=\"a:b;c\":mailto:a@b.cn\r\n"
        + "ADR;TYPE=WORK:;;1 Road\\, East;Suzhou;Jiangsu;215000;China")
    #expect(
      card.phones == [
        VCard.Entry(value: "138 1234 5678", types: ["cell", "voice", "pref", "mobile"]),
        VCard.Entry(value: "+1-418-656-9254 ext. 102", types: ["work", "voice", "pref"]),
      ])
    #expect(card.emails == [VCard.Entry(value: "a@b.cn", types: ["internet"])])
    #expect(card.addresses.first?.street == "1 Road, East")
    #expect(card.addresses.first?.postalCode == "215000")
  }

  @Test(arguments: [
    ("BDAY:1980-03-22", VCardBirthday.day(Day(year: 1980, month: 3, day: 22)!)),
    ("BDAY:19800322", .day(Day(year: 1980, month: 3, day: 22)!)),
    ("BDAY;VALUE=date:1980/03/22", .day(Day(year: 1980, month: 3, day: 22)!)),
    ("BDAY:1980-03-22T00:00:00Z", .day(Day(year: 1980, month: 3, day: 22)!)),
    ("BDAY:--0203", .monthDay(month: 2, day: 3)), ("BDAY:--02-29", .monthDay(month: 2, day: 29)),
    ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-22", .monthDay(month: 3, day: 22)),
    ("BDAY:1980-02-30", .text("1980-02-30")), ("BDAY:spring 1980", .text("spring 1980")),
  ])
  func birthdays(line: String, birthday: VCardBirthday) throws {
    #expect(try Self.card(line).birthday == birthday)
  }

  @Test func quotedPrintable() throws {
    let card = try Self.card(
      "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E4=BC=9F=3B=\r\n=E6=98=8E;;;\r\n"
        + "NOTE;QUOTED-PRINTABLE:one=0D=0Atwo=zz=", version: "2.1")
    #expect(card.name.family == "王")
    #expect(card.name.given == "伟;明")
    #expect(card.note == "one\ntwo=zz=")
  }

  @Test func aSoftBreakBeforeAnEmptyLineIsNoText() throws {
    let card = try Self.card(
      "ORG;ENCODING=QUOTED-PRINTABLE:A=C3=91=\r\n=C3=91=\r\n\r\nTITLE:x", version: "2.1")
    #expect(card.organisations.map(\.name) == ["AÑÑ"])
    #expect(card.title == "x")
  }

  @Test func otherEncodings() throws {
    let gbk: [UInt8] = [0xCD, 0xF5, 0xCE, 0xB0]
    let bare = try Self.card(bytes: Array("FN:".utf8) + gbk, version: "3.0")
    #expect(bare.formattedName == "王伟")
    let stated = try Self.card(bytes: Array("FN;CHARSET=GBK:".utf8) + gbk, version: "2.1")
    #expect(stated.formattedName == "王伟")
    // 0x815C is one character whose second byte looks like a backslash.
    let slash = try Self.card(
      bytes: Array("N;CHARSET=GBK:".utf8) + [0x81, 0x5C] + Array(";x".utf8), version: "2.1")
    #expect(slash.name.given == "x")
    let latin = try Self.card(
      bytes: Array("FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Jos=E9".utf8), version: "2.1")
    #expect(latin.formattedName == "José")
    let base = try Self.card("FN;CHARSET=UTF-8;ENCODING=BASE64:546L5Lyf", version: "2.1")
    #expect(base.formattedName == "王伟")
  }

  @Test func wideFilesAndMarks() throws {
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王伟\r\nEND:VCARD\r\n"
    let units = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let wide: [UInt8] = [0xFF, 0xFE] + units
    #expect(try Self.cards(VCardReader(bytes: wide)).cards.first?.displayName == "王伟")
    let marked = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    #expect(try Self.cards(VCardReader(bytes: marked)).cards.first?.displayName == "王伟")
    for ending in ["\n", "\r", "\r\r\n"] {
      let other = text.replacing("\r\n", with: ending)
      let found = try Self.cards(VCardReader(bytes: Array(other.utf8)))
      #expect(found.cards.first?.displayName == "王伟")
      #expect(found.issues.isEmpty)
    }
  }

  @Test func photosArePassedOver() throws {
    let card = try Self.card(
      "PHOTO;ENCODING=BASE64;TYPE=JPEG:\r\n /9j/4QoPRXhp\r\nZgAATU0AKgAA\r\n\r\nFN:x\r\n"
        + "LOGO;ENCODING=b:AAAA\r\n BBBB\r\nTITLE:y", version: "2.1")
    #expect(card.formattedName == "x")
    #expect(card.title == "y")
  }

  @Test func agentsAreCardsOfTheirOwn() throws {
    let text =
      "BEGIN:VCARD\nVERSION:2.1\nN:Boss\nAGENT:\nBEGIN:VCARD\nN:Aide\nTEL:2\nEND:VCARD\nTEL:1\n"
      + "END:VCARD\n"
    let found = try Self.cards(VCardReader(bytes: Array(text.utf8)))
    #expect(found.cards.map(\.displayName) == ["Aide", "Boss"])
    #expect(found.cards.map { $0.phones.map(\.value) } == [["2"], ["1"]])
    #expect(found.issues.isEmpty)
  }

  @Test func brokenCardsDoNotTakeTheOthersAlong() throws {
    let text =
      "FN:Headless\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:Endless\nBEGIN:VCARD\nFN:Good\nnonsense\n"
      + "END:VCARD\nBEGIN:VCARD\nX-A:1\nEND:VCARD\n"
    let found = try Self.cards(VCardReader(bytes: Array(text.utf8)))
    #expect(found.cards.map(\.displayName) == ["Headless", "Good", "", "Endless"])
    #expect(
      found.issues == [
        VCardIssue(card: 1, line: 1, cause: .missingBegin),
        VCardIssue(card: 3, line: 8, cause: .notAProperty),
        VCardIssue(card: 4, line: 10, cause: .emptyCard),
        VCardIssue(card: 2, line: 4, cause: .missingEnd),
      ])
    #expect(found.issues[3].message.english == "card 2, line 4: END:VCARD is missing")
  }

  @Test func manyCardsWithoutEndsStayWithinBounds() throws {
    let text = (1...100).map { "BEGIN:VCARD\nFN:n\($0)\n" }.joined()
    let found = try Self.cards(VCardReader(bytes: Array(text.utf8)))
    #expect(found.cards.map(\.displayName) == (1...100).map { "n\($0)" })
    #expect(found.issues.count == 100)
  }

  @Test func unknownCharsetsAreTold() throws {
    let text = "BEGIN:VCARD\nFN;CHARSET=KLINGON:x\nEND:VCARD\n"
    let found = try Self.cards(VCardReader(bytes: Array(text.utf8)))
    #expect(found.cards.first?.displayName == "x")
    #expect(found.issues == [VCardIssue(card: 1, line: 2, cause: .unknownCharset("KLINGON"))])
  }

  @Test(arguments: [UInt64(41), 42, 43])
  func noBytesBreakTheReader(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SeededNumbers(seed: seed)
    let words =
      [
        "BEGIN:VCARD", "END:VCARD", "VERSION:2.1", "N;CHARSET=GBK:", "FN:", "TEL;TYPE=\"a", "=",
        ";",
        "ENCODING=QUOTED-PRINTABLE:", "PHOTO;BASE64:AA", " ", "\n", "\n", "\r\n", "\r", "\\", ":",
      ].map { Array($0.utf8) } + [[0xFF], [0x81, 0x5C], [0xE7, 0x8E], [0]]
    for _ in 0..<500 {
      let bytes = (0..<60).flatMap { _ in words.randomElement(using: &random) ?? [] }
      _ = try Self.cards(VCardReader(bytes: bytes))
    }
  }
}
