/// Address books as three generations of phones write them.
enum VCards {
  /// vCard 2.1 in quoted-printable, as an old phone writes it.
  static func old(_ contacts: [Contact]) -> String {
    contacts.map { contact in
      let name = contact.name
      return card([
        "VERSION:2.1", quoted("N", [name.family, name.given, "", "", ""]),
        quoted("FN", [name.written]), "TEL;CELL:\(contact.phone.replacing(" ", with: ""))",
        contact.email.isEmpty ? "" : "EMAIL;INTERNET:\(contact.email)",
        quoted("ORG", [contact.org]), quoted("TITLE", [contact.title]),
        quoted("NOTE", [contact.note]),
      ])
    }.joined()
  }

  /// vCard 3.0 with grouped and labelled properties.
  static func iPhone(_ contacts: [Contact]) -> String {
    contacts.map { contact in
      let name = contact.name
      return card([
        "VERSION:3.0", "PRODID:-//Apple Inc.//iPhone OS 15.6.1//EN",
        "N:\(escaped(name.family));\(escaped(name.given));;;", "FN:\(escaped(name.written))",
        contact.org.isEmpty ? "" : "ORG:\(escaped(contact.org));",
        contact.title.isEmpty ? "" : "TITLE:\(escaped(contact.title))",
        "item1.EMAIL;type=INTERNET;type=pref:\(contact.email)", "item1.X-ABLabel:邮箱",
        "TEL;type=CELL;type=VOICE;type=pref:\(contact.phone)",
        contact.note.isEmpty ? "" : "NOTE:\(escaped(contact.note))",
      ])
    }.joined()
  }

  /// vCard 4.0 with numbers as addresses and long lines folded.
  static func android(_ contacts: [Contact]) -> String {
    contacts.map { contact in
      let name = contact.name
      let phone = contact.phone.hasPrefix("+") ? contact.phone : "+86 " + contact.phone
      return card(
        [
          "VERSION:4.0", "KIND:individual", "UID:urn:leadline:example:\(name.latin)",
          "N:\(escaped(name.family));\(escaped(name.given));;;", "FN:\(escaped(name.written))",
          "TEL;VALUE=uri;PREF=1;TYPE=\"voice,cell\":tel:\(phone.replacing(" ", with: "-"))",
          "EMAIL;TYPE=work:\(contact.email)",
          contact.org.isEmpty ? "" : "ORG:\(escaped(contact.org))",
          contact.title.isEmpty ? "" : "TITLE:\(escaped(contact.title))",
          contact.note.isEmpty ? "" : "NOTE:\(escaped(contact.note))",
        ].map(folded))
    }.joined()
  }

  /// A card of these lines; empty ones are left out.
  private static func card(_ lines: [String]) -> String {
    (["BEGIN:VCARD"] + lines.filter { !$0.isEmpty } + ["END:VCARD"]).map { $0 + "\r\n" }.joined()
  }

  /// A property in quoted-printable, broken softly before 76 columns; empty without a value.
  private static func quoted(_ property: String, _ parts: [String]) -> String {
    if parts.allSatisfy(\.isEmpty) { return "" }
    let head = "\(property);CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
    var column = head.count
    var text = head
    for piece in parts.map({ $0.utf8.map(quotedByte) }).joined(separator: [";"]) {
      if column + piece.count > 75 {
        text += "=\r\n"
        column = 0
      }
      text += piece
      column += piece.count
    }
    return text
  }

  private static func quotedByte(_ byte: UInt8) -> String {
    let isPlain = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "=")
    if isPlain, byte != UInt8(ascii: ";") { return String(UnicodeScalar(byte)) }
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "=0" + digits : "=" + digits
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(",", with: "\\,").replacing(";", with: "\\;")
  }

  /// Folds a line at 75 bytes, never inside a character.
  private static func folded(_ line: String) -> String {
    var text = ""
    var width = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if width + size > 75 {
        text += "\r\n "
        width = 1
      }
      text.unicodeScalars.append(scalar)
      width += size
    }
    return text
  }
}
