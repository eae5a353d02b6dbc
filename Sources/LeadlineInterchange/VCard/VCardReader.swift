/// Reads the cards of a vCard file (2.1, 3.0, 4.0) one at a time.
///
/// Text may be in the encoding each property states; else it is UTF-8 or GB18030, decided line by
/// line. A card within a card is a card of its own. What cannot be taken is told in `issues`, the
/// rest comes in.
public struct VCardReader: ~Copyable {
  private static let deepest = 8

  private var lines: VCardLines
  private var text: VCardText
  /// The cards begun and not ended, the outermost first.
  private var open: [VCardDraft] = []
  private var begun = 0

  /// What could not be taken so far.
  public private(set) var issues: [VCardIssue] = []

  /// Reads bytes. `encoding` is tried for text that states none and is not UTF-8.
  public init(bytes: [UInt8], encoding: String? = nil) throws(InputError) {
    let fallback = try Self.fallback(encoding)
    guard Self.isWide(bytes) else {
      self.init(InputWindow(bytes: bytes), fallback)
      return
    }
    let source = try TextSource(bytes: bytes, declared: nil)
    self.init(source, fallback)
  }

  /// Reads a file in blocks.
  public init(file path: String, encoding: String? = nil) throws(InputError) {
    let fallback = try Self.fallback(encoding)
    var bytes: [UInt8] = []
    do throws(FileError) {
      var window = InputWindow(descriptor: try FileBytes.open(path), path: path)
      let isRead = try window.fill()
      guard isRead, Self.isWide(window.unread.prefix(4096)) else {
        self.init(window, fallback)
        return
      }
      while try window.fill() {}
      bytes = Array(window.unread)
    } catch {
      throw .file(error)
    }
    let source = try TextSource(bytes: bytes, declared: nil)
    self.init(source, fallback)
  }

  private init(_ source: consuming TextSource, _ fallback: TextEncoding) {
    self.init(source.window, fallback)
  }

  private init(_ window: consuming InputWindow, _ fallback: TextEncoding) {
    var window = window
    if window.startsWithMark { window.start += 3 }
    lines = VCardLines(window)
    text = VCardText(fallback: fallback)
  }

  /// UTF-16 and UTF-32 are read as a whole; all else line by line.
  private static func isWide(_ bytes: some Collection<UInt8>) -> Bool {
    if let mark = EncodingGuess.byMark(bytes) { return mark.encoding != .utf8 }
    return EncodingGuess.byZeros(bytes) != nil
  }

  private static func fallback(_ name: String?) throws(InputError) -> TextEncoding {
    guard let name else { return .gb18030 }
    do throws(TextDecodingError) {
      return try TextDecoding.named(name)
    } catch {
      throw .encoding(error)
    }
  }

  /// The next card, or nil at the end.
  public mutating func next() throws(FileError) -> VCard? {
    while try lines.advance() {
      if let card = takeLine() { return card }
    }
    while !open.isEmpty {
      if let card = giveUp(open.removeFirst()) { return card }
    }
    return nil
  }

  /// Takes the line come to; gives the card it ends.
  private mutating func takeLine() -> VCard? {
    let number = lines.number
    // The line's bytes are out of `self` while they are read, so that the rest of it may change.
    var bytes: [UInt8] = []
    swap(&bytes, &lines.line)
    defer { swap(&bytes, &lines.line) }
    return bytes.withUnsafeBufferPointer { bytes -> VCard? in
      switch VCardLine.read(bytes) {
      case .unused: break
      case .notAProperty: report(.notAProperty, line: number)
      case .line(let line): return take(line, number)
      }
      return nil
    }
  }

  private mutating func take(_ line: VCardLine, _ number: Int) -> VCard? {
    switch line.property {
    case .begin: return begin(number)
    case .end: return end()
    default: break
    }
    if open.isEmpty {
      begun += 1
      open.append(VCardDraft(line: number, number: begun, hasBegin: false))
      report(.missingBegin, line: number)
    }
    let last = open.count - 1
    text.begin()
    open[last].take(line, &text)
    if line.property == .version { lines.keepsFoldBlanks = open[last].card.version == "2.1" }
    reportTrouble(line, number)
    return nil
  }

  /// Opens a card; gives the one that this ends, where the file forgot to.
  private mutating func begin(_ number: Int) -> VCard? {
    var ended: VCard?
    if let last = open.last, !last.hasBegin {
      ended = finish(open.removeLast())
    } else if open.count == Self.deepest {
      ended = giveUp(open.removeFirst())
    }
    begun += 1
    open.append(VCardDraft(line: number, number: begun))
    lines.keepsFoldBlanks = false
    return ended
  }

  private mutating func end() -> VCard? {
    guard let draft = open.popLast() else { return nil }
    lines.keepsFoldBlanks = open.last?.card.version == "2.1"
    return finish(draft)
  }

  private mutating func giveUp(_ draft: VCardDraft) -> VCard? {
    if draft.hasBegin { report(.missingEnd, draft) }
    return finish(draft)
  }

  private mutating func finish(_ draft: VCardDraft) -> VCard? {
    guard draft.isEmpty else { return draft.finished() }
    guard draft.hasBegin else { return nil }
    report(.emptyCard, draft)
    return draft.finished()
  }

  private mutating func reportTrouble(_ line: VCardLine, _ number: Int) {
    switch text.trouble {
    case nil: break
    case .undecodable: report(.undecodable(property: line.property.rawValue), line: number)
    case .unknownCharset(let name): report(.unknownCharset(name), line: number)
    }
  }

  private mutating func report(_ cause: VCardIssue.Cause, line: Int) {
    issues.append(VCardIssue(card: open.last?.number ?? begun, line: line, cause: cause))
  }

  private mutating func report(_ cause: VCardIssue.Cause, _ draft: VCardDraft) {
    issues.append(VCardIssue(card: draft.number, line: draft.card.line, cause: cause))
  }
}
