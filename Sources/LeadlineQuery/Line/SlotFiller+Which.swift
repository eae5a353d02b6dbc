internal import LeadlineModel

extension SlotFiller {
  /// Refs, rows, a filter that begins with a field term, or one name.
  func which(
    _ kinds: [RecordKind], slot index: Int, from start: Int
  ) throws(Fault) -> (SlotValue, Int) {
    let token = tokens[start]
    let piece = lexed.piece(token)
    if piece.isQuoted { return (.which(.name(piece.text)), start + 1) }
    if piece.text.hasPrefix("@") { return (.which(.rows(try rows(piece))), start + 1) }
    if let refs = try refs(token, kinds: kinds) {
      return try moreRefs(after: refs, kinds, slot: index, from: start + 1)
    }
    if Self.looksLikeRef(piece.text) {
      throw Fault(problem: .notARef(piece.text, kinds: kinds), range: piece.range)
    }
    let fields = scope.fields(of: kinds)
    if try beginsFilter(token, fields) {
      let end = endOfFilter(slot: index, from: start, fields)
      var parser = FilterParser(lexed: lexed, fields: fields, reader: reader)
      return (.which(.filter(try parser.filter(tokens[start..<end]))), end)
    }
    return (.which(.name(piece.text)), start + 1)
  }

  /// Whether a word is a WHICH by its shape (refs, rows or a filter) and fits no later slot.
  func onlySelects(slot index: Int, from start: Int) -> Bool {
    guard case .which(let kinds) = slots[index].kind,
      let (value, _) = try? which(kinds, slot: index, from: start),
      case .which(let which) = value
    else { return false }
    if case .name = which { return false }
    return !slots[(index + 1)...].contains { fits($0, tokens[start]) }
  }

  /// One letter and digits: a ref of no kind, or one with a leading zero.
  private static func looksLikeRef(_ text: String) -> Bool {
    guard let letter = text.utf8.first, (0x41...0x5A).contains(letter & 0xDF) else { return false }
    let digits = text.utf8.dropFirst()
    return !digits.isEmpty && digits.allSatisfy { (48...57).contains($0) }
  }

  /// Whether a token may be what a WHICH of these kinds takes, without trying a filter.
  func fits(_ kinds: [RecordKind], _ token: Token) -> Bool {
    let piece = lexed.piece(token)
    if piece.isQuoted { return true }
    if piece.text.hasPrefix("@") { return (try? rows(piece)) != nil }
    guard let refs = try? refs(token, kinds: kinds) else {
      return (try? self.refs(token, kinds: RecordKind.allCases)) == nil
    }
    return !refs.isEmpty
  }

  /// `@3`, `@1-3,7`, `@all`; nil means all.
  private func rows(_ piece: Piece) throws(Fault) -> [Int]? {
    let text = piece.text.dropFirst()
    if ["all", "全部"].contains(text.lowercased()) { return nil }
    var rows: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(Self.row)
      guard let first = ends[0], ends.count <= 2, let last = ends[ends.count - 1], first <= last
      else { throw Fault(problem: .badRows(piece.text), range: piece.range) }
      rows += (first...last).filter { !rows.contains($0) || last - first > 1000 }
      guard rows.count <= Self.mostRows else {
        throw Fault(problem: .badRows(piece.text), range: piece.range)
      }
    }
    return rows
  }

  /// A listing longer than this is named by a filter, not by its rows.
  private static let mostRows = 100_000

  private static func row(_ digits: Substring) -> Int? {
    guard digits.count <= 6, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let row = Int(digits), row > 0
    else { return nil }
    return row
  }

  /// The refs that a token is, nil where it is none.
  private func refs(_ token: Token, kinds: [RecordKind]) throws(Fault) -> [Ref]? {
    guard !token.isQuoted else { return nil }
    var refs: [Ref] = []
    let scalars = lexed.line.unicodeScalars[token.range]
    for part in scalars.split(omittingEmptySubsequences: false, whereSeparator: Marks.separates) {
      let text = String(part)
      let range = part.startIndex..<part.endIndex
      guard let ref = Ref(text) else {
        if refs.isEmpty { return nil }
        throw Fault(problem: .notARef(text, kinds: kinds), range: range)
      }
      guard kinds.contains(ref.kind) else {
        throw Fault(problem: .wrongKind(ref, expected: kinds), range: range)
      }
      refs.append(ref)
    }
    return refs
  }

  /// Takes the refs that follow, unless the next slot takes refs itself.
  private func moreRefs(
    after first: [Ref], _ kinds: [RecordKind], slot index: Int, from start: Int
  ) throws(Fault) -> (SlotValue, Int) {
    var refs = first
    var end = start
    while end < tokens.count, let more = try? self.refs(tokens[end], kinds: kinds),
      !nextSlots(after: index).contains(where: { fits($0, tokens[end]) })
    {
      refs += more
      end += 1
    }
    return (.which(.refs(refs)), end)
  }

  /// The slots that the next word may be for: the optional ones and the first required one.
  private func nextSlots(after index: Int) -> ArraySlice<Slot> {
    let later = slots[(index + 1)...]
    guard let required = later.firstIndex(where: \.isRequired) else { return later }
    return later[...required]
  }

  private func beginsFilter(_ token: Token, _ fields: FieldIndex) throws(Fault) -> Bool {
    let inner = Brackets(of: token, in: lexed.line).inner
    let words = WordReader(lexed: lexed, fields: fields)
    return try words.term(inner, of: token) != nil
  }

  /// The filter goes on up to the first word that fits the next slot.
  private func endOfFilter(slot index: Int, from start: Int, _ fields: FieldIndex) -> Int {
    let next = nextSlots(after: index)
    var depth = 0
    var needsWord = false
    var end = start
    while end < tokens.count {
      let token = tokens[end]
      let brackets = Brackets(of: token, in: lexed.line)
      let joint = token.isQuoted ? nil : FilterParser.joint(String(lexed.line[brackets.inner]))
      let isTerm = (try? beginsFilter(token, fields)) ?? true
      if end > start, depth == 0, !needsWord, joint == nil, !isTerm,
        next.contains(where: { fits($0, token) })
      {
        return end
      }
      depth += brackets.opening.count - brackets.closing.count
      needsWord = joint != nil
      end += 1
    }
    return end
  }
}
