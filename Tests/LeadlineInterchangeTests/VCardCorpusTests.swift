import Foundation
import LeadlineInterchange
import LeadlineModel
import Testing

@Suite struct VCardCorpusTests {
  private func cards(_ name: String) throws -> [VCard]? {
    guard let path = Corpora.path("vcard/" + name) else { return nil }
    return try VCardReaderTests.cards(VCardReader(file: path)).cards
  }

  /// What a field of Android's expectations is in ours.
  private static let fields: [(key: String, value: @Sendable (VCard) -> [String])] = [
    ("StructuredName.DISPLAY_NAME", { [$0.displayName] }),
    ("StructuredName.FAMILY_NAME", { [$0.name.family] }),
    ("StructuredName.GIVEN_NAME", { [$0.name.given] }),
    ("StructuredName.MIDDLE_NAME", { [$0.name.additional] }),
    ("StructuredName.PREFIX", { [$0.name.prefix] }),
    ("StructuredName.SUFFIX", { [$0.name.suffix] }),
    ("Phone.NUMBER", { $0.phones.map { $0.value.filter { $0 != "-" } } }),
    ("Email.ADDRESS", { $0.emails.map(\.value) }),
    ("Organization.COMPANY", { $0.organisations.map(\.name) }),
    ("Organization.DEPARTMENT", { $0.organisations.map { $0.units.joined(separator: " ") } }),
    ("Organization.TITLE", { $0.titles }),
  ]

  /// The expectations of these are cut short or are about something else (how Android dials).
  private static let apart = ["v21_backslash.vcf", "v30_pause_wait.vcf"]

  @Test func androidsExpectations() throws {
    var compared = 0
    for object in try Corpora.objects("expected/aosp_vcard_importer.jsonl") {
      guard let file = object["file"] as? String, !Self.apart.contains(file),
        let lines = object["assertions"] as? [String],
        lines.contains(where: { $0.contains("CONTENT_ITEM_TYPE") }),
        let cards = try cards("aosp-vcard/res/raw/" + file)
      else { continue }
      let wanted = lines.joined(separator: "\n").replacing("Email.DATA", with: "Email.ADDRESS")
      for field in Self.fields {
        let found = cards.flatMap(field.value).filter { !$0.isEmpty }
        let values = Self.values(of: field.key, in: wanted)
        if !values.isEmpty { #expect(found == values, "\(file) \(field.key)") }
        compared += values.count
      }
    }
    print("compared \(compared) values")
    #expect(Corpora.root == nil || compared > 60)
  }

  /// The strings in `.put(KEY, "…")`, dashes of phone numbers left out.
  private static func values(of key: String, in text: String) -> [String] {
    text.split(separator: ".put(\(key), \"", omittingEmptySubsequences: false).dropFirst().map {
      let raw = $0.prefix { $0 != "\"" }
      let data = Data("\"\(raw)\"".utf8)
      let value = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      let plain = value as? String ?? String(raw)
      return key == "Phone.NUMBER" ? plain.filter { $0 != "-" } : plain
    }
  }

  @Test func harmonysExpectations() throws {
    for object in try Corpora.objects("expected/openharmony_vcards.jsonl") {
      guard let text = object["vcard"] as? String, let lines = object["expect"] as? [[String]]
      else { continue }
      let cards = try VCardReaderTests.cards(VCardReader(bytes: Array(text.utf8))).cards
      for line in lines {
        guard let found = Self.harmony(line[0], cards) else { continue }
        #expect(found == line[1], "\(object["test"] ?? "") \(line[0])")
      }
    }
  }

  private static func harmony(_ key: String, _ cards: [VCard]) -> String? {
    let card = cards[0]
    switch key {
    case "contacts.size())": return String(cards.count)
    case "name": return card.displayName
    case "contacts[0]->GetEmails().size())": return String(card.emails.count)
    default: break
    }
    if let email = key.firstMatch(of: /GetEmails\(\)\[(\d)\]->GetAddress/) {
      return card.emails[Int(email.1) ?? 0].value
    }
    guard let part = key.split(separator: "->").last, key.contains("GetNameData") else {
      return nil
    }
    switch part {
    case "GetDisplayName()": return card.displayName
    case "GetFamily()": return card.name.family
    case "GetGiven()": return card.name.given
    case "GetMiddle()": return card.name.additional
    case "GetPrefix()": return card.name.prefix
    case "GetSuffix()": return card.name.suffix
    case "GetPhoneticFamily()": return card.phoneticName.family
    case "GetPhoneticGiven()": return card.phoneticName.given
    case "GetPhoneticMiddle()": return card.phoneticName.additional
    default: return nil
    }
  }

  @Test func harmonysFiles() throws {
    guard let old = try cards("openharmony/vcf/Telephony_VCardTest_V30.vcf"),
      let new = try cards("openharmony/vcf/Telephony_VCardTest_V40.vcf")
    else { return }
    #expect(old.map(\.displayName) == ["test1", "test2", "test3"])
    #expect(new.map(\.displayName) == ["test1", "test2", "test3"])
    #expect(new.map(\.line) == [1, 6, 11])
  }

  @Test func androidsOddities() throws {
    guard let slashes = try cards("aosp-vcard/res/raw/v21_backslash.vcf")?.first,
      let folded = try cards("aosp-vcard/res/raw/v21_adr_multiple_line.vcf")?.first,
      let nested = try cards("aosp-vcard/res/raw/v21_nest.vcf"),
      let japanese = try cards("aosp-vcard/res/raw/v21_japanese_1.vcf")?.first,
      let dated = try cards("aosp-vcard/res/raw/v21_x_android_custom_after_photo.vcf")?.first,
      let apple = try cards("aosp-vcard/res/raw/v30_ios_613_multiline.vcf")?.first,
      let pause = try cards("aosp-vcard/res/raw/v30_pause_wait.vcf")?.first,
      let broken = try cards("aosp-vcard/res/raw/v21_malformed_photo.vcf")?.first
    else { return }
    #expect(slashes.name.given == "A;B\\")
    #expect(slashes.name.additional == "C\\;")
    #expect(slashes.name.prefix == "D")
    #expect(slashes.name.suffix == ":E")
    #expect(
      folded.addresses.map(\.street) == [
        "Grindelberg 999", "Hermann v. Brevern\n9999999\nPackstation 999",
      ])
    #expect(folded.birthday?.day == Day(iso: "2008-12-03"))
    #expect(nested.map(\.displayName) == ["nest1", "nest2", "parent"])
    #expect(nested[2].phones.map(\.value) == ["1"])
    #expect(japanese.displayName == "安藤ロイド")
    #expect(dated.birthday?.day == Day(iso: "1975-08-20"))
    #expect(apple.phones.map(\.value) == ["(650) 555-1212"])
    #expect(pause.phones.map(\.value) == ["p1234p5678w9"])
    #expect(broken.displayName == "fullname")
  }

  @Test func cardsOfOtherPrograms() throws {
    guard let outlook = try cards("ez-vcard/io/text/outlook-2003.vcf")?.first,
      let evolution = try cards("ez-vcard/io/text/John_Doe_EVOLUTION.vcf")?.first,
      let google = try cards("ez-vcard/io/text/gmail-single.vcf")?.first,
      let mail = try cards("ez-vcard/io/text/John_Doe_GMAIL.vcf")?.first,
      let old = try cards("ez-vcard/io/text/rfc2426-example.vcf"),
      let new = try cards("ez-vcard/io/text/rfc6350-example.vcf")?.first,
      let android = try cards("ez-vcard/io/text/John_Doe_ANDROID.vcf")
    else { return }
    #expect(outlook.displayName == "John Doe III")
    #expect(outlook.organisations.first?.name == "Company, The")
    #expect(outlook.note.hasPrefix("This is the note field!!\nSecond line\n\nThird line is empty"))
    #expect(outlook.emails.map(\.value) == ["jdoe@hotmail.com"])
    #expect(outlook.phones.count == 4)
    #expect(outlook.birthday?.day == Day(iso: "1980-03-21"))
    #expect(outlook.role == "TheProfession")
    #expect(evolution.phones.map(\.value) == ["905-666-1234", "905-555-1234"])
    #expect(evolution.emails.map(\.value) == ["john.doe@ibm.com"])
    #expect(evolution.organisations.first?.units == ["Accounting", "Dungeon"])
    #expect(evolution.name.additional == "Richter, James")
    #expect(evolution.categories == ["VIP"])
    #expect(evolution.uid == "477343c8e6bf375a9bac1f96a5000837")
    #expect(google.phones.map(\.types) == [["cell"], ["GRAND_CENTRAL"]])
    #expect(google.birthday?.day == Day(iso: "1960-09-10"))
    #expect(google.note.hasSuffix("ACustomField: CustomField"))
    #expect(mail.displayName == "Mr. John Richter, James Doe Sr.")
    #expect(mail.note.contains("\"AS IS\""))
    #expect(old.map(\.displayName) == ["Frank Dawson", "Tim Howes"])
    #expect(old[0].emails.map(\.value) == ["Frank_Dawson@Lotus.com", "fdawson@earthlink.net"])
    #expect(new.phones.map(\.value) == ["+1-418-656-9254 ext. 102", "+1-418-262-6501"])
    #expect(new.birthday == .monthDay(month: 2, day: 3))
    #expect(android.count == 6)
    #expect(android[0].emails.map(\.value) == ["john.doe@company.com"])
    #expect(android[3].name.family.hasPrefix("Ñ Ñ Ñ"))
  }

  @Test func noFileOfTheCorporaGivesAnIssueItShouldNot() throws {
    let folders = ["aosp-vcard/res/raw", "ez-vcard/io/text", "openharmony/vcf"]
    for file in try folders.flatMap({ try Corpora.files(in: "vcard/" + $0, ending: ".vcf") }) {
      guard let path = Corpora.path(file) else { continue }
      let found = try VCardReaderTests.cards(VCardReader(file: path))
      #expect(!found.cards.isEmpty, "\(file)")
      let issues = found.issues.filter { $0.cause != .emptyCard }
      let allowed = file.contains("outlook") || file.contains("multiple_line")
      #expect(issues.isEmpty || allowed, "\(file): \(issues.map(\.message.english))")
    }
  }
}
