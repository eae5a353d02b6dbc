/// The properties that are read; all others are passed over.
enum VCardProperty: String {
  case begin = "BEGIN"
  case end = "END"
  case version = "VERSION"
  case name = "N"
  case formattedName = "FN"
  case organisation = "ORG"
  case title = "TITLE"
  case role = "ROLE"
  case phone = "TEL"
  case email = "EMAIL"
  case address = "ADR"
  case birthday = "BDAY"
  case note = "NOTE"
  case nickname = "NICKNAME"
  case categories = "CATEGORIES"
  case revision = "REV"
  case uid = "UID"
  case kind = "KIND"
  case showAs = "X-ABSHOWAS"
  case label = "X-ABLABEL"
  case phoneticGiven = "X-PHONETIC-FIRST-NAME"
  case phoneticAdditional = "X-PHONETIC-MIDDLE-NAME"
  case phoneticFamily = "X-PHONETIC-LAST-NAME"

  private static let longestName = 22

  /// The property of this name, in any case.
  init?(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
    guard name.count <= Self.longestName else { return nil }
    let upper = String(unsafeUninitializedCapacity: name.count) { target in
      var length = 0
      for byte in name {
        target[length] = ASCII.upper(byte)
        length += 1
      }
      return length
    }
    self.init(rawValue: upper)
  }
}
