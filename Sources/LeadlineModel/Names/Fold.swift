import CHanTable

/// The folding of names and texts: what two spellings must share to be taken for the same.
public enum Fold {
  /// The version of the tables behind folding, readings and search keys.
  ///
  /// Keys written with another version must be written anew.
  public static var version: Int { Int(leadline_han_version()) }

  /// `text` without case, accents and width, traditional characters as simplified ones.
  ///
  /// White space of any kind becomes one blank, none at the ends; middle dots between names count
  /// as white space; control characters are dropped. Folding a folded text changes nothing.
  public static func text(_ text: String) -> String {
    isFolded(text) ? text : String(scalars: scalars(of: text))
  }

  /// Quick to see that nothing needs folding: ASCII without capitals, controls or idle blanks.
  private static func isFolded(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      let isPlain = (0x20..<0x7F).contains(byte) && !(0x41...0x5A).contains(byte)
      guard isPlain, byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 || text.isEmpty
  }

  /// The folded text as scalars.
  static func scalars(of text: String) -> [UInt32] {
    var folded = FoldedScalars(capacity: text.utf8.count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 18) { buffer in
      for scalar in text.unicodeScalars {
        let count = Int(leadline_fold(scalar.value, buffer.baseAddress))
        for index in 0..<count { folded.append(buffer[index]) }
      }
    }
    return folded.scalars
  }
}

/// Collects folded scalars, one blank for each run of them, none at the ends.
private struct FoldedScalars {
  private(set) var scalars: [UInt32] = []
  private var blankIsDue = false

  init(capacity: Int) {
    scalars.reserveCapacity(capacity)
  }

  mutating func append(_ scalar: UInt32) {
    if scalar == 0x20 {
      blankIsDue = !scalars.isEmpty
      return
    }
    if blankIsDue {
      scalars.append(0x20)
      blankIsDue = false
    }
    scalars.append(scalar)
  }
}

extension String {
  /// A text of scalars that are known to be valid.
  init(scalars: some Sequence<UInt32>) {
    var text = String.UnicodeScalarView()
    for value in scalars {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    self.init(text)
  }
}
