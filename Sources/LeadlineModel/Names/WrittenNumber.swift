/// The digits of a phone number as written, and whether a country stands before them.
struct WrittenNumber {
  private(set) var digits = ""
  /// What follows the digits.
  private(set) var tail = PhoneTail.none
  private var hasPlus = false

  /// Takes digits of any width up to an extension or a pause (`,` `;` `#` `*` `p` `w` `x` `ext` 转).
  init(_ raw: String) {
    var scalars = Fold.scalars(of: raw)[...]
    if scalars.starts(with: "tel:".unicodeScalars.map(\.value)) { scalars = scalars.dropFirst(4) }
    for (index, scalar) in zip(scalars.indices, scalars) {
      switch scalar {
      case 0x30...0x39: digits.unicodeScalars.append(Unicode.Scalar(UInt8(scalar)))
      case 0x2B where digits.isEmpty: hasPlus = true
      case 0x20, 0x28, 0x29, 0x2D...0x2F, 0x5F: continue
      default:
        guard digits.isEmpty else {
          tail = PhoneTail(scalars[index...])
          return
        }
      }
    }
  }

  /// The digits from the country on; nil unless the number begins with + or 00 and has a shape.
  var international: String? {
    guard hasPlus || digits.hasPrefix("00") else { return nil }
    let full = hasPlus ? digits : digits.drop("00")
    guard (7...15).contains(full.utf8.count), !full.hasPrefix("0") else { return nil }
    if full.hasPrefix("1") { return NumberShape.isNorthAmerican(full.drop("1")) ? full : nil }
    let country = Self.withTrunkZero.first { full.hasPrefix($0 + "0") }
    return country.map { $0 + full.drop($0 + "0") } ?? full
  }

  /// Countries where numbers begin with 0 at home and without it from abroad, which many write
  /// all the same: `+49 (0)89`. Italy keeps its 0; Hong Kong, Macao and Singapore have none.
  private static let withTrunkZero = [
    "31", "32", "33", "41", "43", "44", "46", "49", "61", "64", "66", "81", "82", "84", "86",
    "886", "91",
  ]
}
