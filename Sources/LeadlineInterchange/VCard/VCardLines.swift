import Foundation

/// Reads a vCard file line by line and puts folded lines together again.
struct VCardLines: ~Copyable {
  private var window: InputWindow
  /// The next line of the file: its length, and with its line ending.
  private var peeked: (length: Int, taken: Int)?
  private var nextNumber = 1

  /// The property line come to, in one piece, without its line ending.
  var line: [UInt8] = []
  /// Where it begins in the file, counted from 1.
  private(set) var number = 0
  /// vCard 2.1 folds at a blank, which stays; later versions add one, which goes.
  var keepsFoldBlanks = false

  init(_ window: consuming InputWindow) {
    self.window = window
  }

  /// Goes to the next property line; false at the end.
  mutating func advance() throws(FileError) -> Bool {
    line.removeAll(keepingCapacity: true)
    while try peek() {
      if !line.isEmpty, !join() { return true }
      if line.isEmpty {
        number = nextNumber
        line.append(contentsOf: current)
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { line.removeAll(keepingCapacity: true) }
      }
      take()
    }
    return !line.isEmpty
  }

  private var current: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: window.base + window.start, count: peeked?.length ?? 0)
  }

  private mutating func take() {
    guard let peeked else { return }
    window.start += peeked.taken
    nextNumber += 1
    self.peeked = nil
  }

  /// Finds the end of the file's next line: LF, CR LF, CR CR LF or CR.
  private mutating func peek() throws(FileError) -> Bool {
    if peeked != nil { return true }
    while true {
      let bytes = window.unread
      if let base = bytes.baseAddress, let feed = memchr(base, 10, bytes.count) {
        let taken = UnsafeRawPointer(feed) - UnsafeRawPointer(base) + 1
        peeked = Self.cut(bytes, taken: taken)
        return true
      }
      if try window.fill() { continue }
      guard window.count > 0 else { return false }
      peeked = Self.cut(window.unread, taken: window.count)
      return true
    }
  }

  /// Takes the line ending off `taken` bytes, or less where a CR alone ends the line.
  private static func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, taken: Int
  ) -> (length: Int, taken: Int) {
    var length = taken
    if bytes[length - 1] == 10 { length -= 1 }
    while length > 0, bytes[length - 1] == 13 { length -= 1 }
    if length > 0, let base = bytes.baseAddress, let found = memchr(base, 13, length) {
      let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      return (index, index + 1)
    }
    return (length, taken)
  }

  /// Adds the file's next line to this one where it belongs to it.
  private mutating func join() -> Bool {
    let next = current
    let isBroken = line.last == 0x3D && head(contains: "QUOTED-PRINTABLE")
    guard let first = next.first else {
      // Broken to be gone on with by nothing.
      if isBroken { line.removeLast() }
      return false
    }
    if isBroken, !Self.isEnd(next) {
      line.removeLast()
      append(next, from: !keepsFoldBlanks && first == 0x20 ? 1 : 0)
      return true
    }
    if first == 0x20 || first == 0x09 {
      append(next, from: keepsFoldBlanks ? 0 : 1)
      return true
    }
    if next.contains(0x3A) { return false }
    return joinLoose(next)
  }

  /// A line without a colon: the rest of binary data, or of a text with line ends in it.
  private mutating func joinLoose(_ next: UnsafeBufferPointer<UInt8>) -> Bool {
    if head(contains: "BASE64") || head(contains: "ENCODING=B") {
      append(next, from: 0)
      return true
    }
    if line.last == 0x5C {
      line.removeLast()
    } else if !mayHaveLineEnds {
      return false
    }
    line.append(10)
    append(next, from: 0)
    return true
  }

  private static let longestLine = 16 << 20

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    guard line.count < Self.longestLine else { return }
    line.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  private var mayHaveLineEnds: Bool {
    let end = line.firstIndex { $0 == 0x3A || $0 == 0x3B } ?? line.count
    let name = line[..<end]
    return ["NOTE", "ADR", "LABEL"].contains { ASCII.equal(name, $0) }
  }

  private func head(contains word: String) -> Bool {
    let head = line[..<(line.firstIndex(of: 0x3A) ?? line.count)]
    let length = word.utf8.count
    return head.indices.contains { start in
      start + length <= head.endIndex && ASCII.equal(head[start..<start + length], word)
    }
  }

  private static func isEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    ASCII.equal(bytes.prefix(9), "END:VCARD")
  }
}

/// Comparing ASCII without regard to case.
enum ASCII {
  /// `word` is upper case.
  @inline(__always)
  static func equal(_ bytes: some Collection<UInt8>, _ word: String) -> Bool {
    bytes.count == word.utf8.count
      && bytes.elementsEqual(word.utf8, by: { upper($0) == $1 })
  }

  @inline(__always)
  static func upper(_ byte: UInt8) -> UInt8 {
    (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
  }
}
