public import LeadlineModel

/// Reads lines of the command language against the signatures of the commands.
public struct LineParser: Sendable {
  public let signatures: [Signature]
  /// Options that every command takes, also before its name.
  public let globalOptions: [Option]
  public let pipeline: Pipeline
  /// Whether a command may be shortened as far as it stays unambiguous.
  public let allowsAbbreviation: Bool
  let reader: ValueReader

  /// `currency` is that of amounts that name none.
  public init(
    signatures: [Signature], globalOptions: [Option] = [], pipeline: Pipeline, today: Day,
    currency: Currency, allowsAbbreviation: Bool
  ) {
    self.signatures = signatures
    self.globalOptions = globalOptions
    self.pipeline = pipeline
    self.allowsAbbreviation = allowsAbbreviation
    reader = ValueReader(
      days: DayWords(today: today), amounts: AmountWords(currency: currency),
      stages: pipeline.choices)
  }

  /// Reads a line as typed at the prompt or in a script.
  public func parse(_ line: String) throws(Diagnostic) -> ParsedLine {
    try parse(Lexer.tokens(line: line))
  }

  /// Reads the arguments of a shell: each is one token.
  public func parse(arguments: [String]) throws(Diagnostic) -> ParsedLine {
    try parse(Lexer.tokens(arguments: arguments))
  }

  private func parse(_ lexed: LexedLine) throws(Diagnostic) -> ParsedLine {
    do {
      return try read(lexed)
    } catch {
      throw error.diagnostic(in: lexed.line)
    }
  }

  private func read(_ lexed: LexedLine) throws(Fault) -> ParsedLine {
    if let mark = lexed.openQuote {
      throw Fault(problem: .openQuote(String(lexed.line[mark])), range: mark)
    }
    guard let command = commandToken(in: lexed) else {
      let end = lexed.line.endIndex
      throw Fault(problem: .missingCommand, range: end..<end)
    }
    let signature = try signature(lexed.piece(command))
    var taker = OptionTaker(lexed: lexed, options: signature.options + globalOptions)
    try taker.take(lexed.tokens.filter { $0 != command }[...])
    let scope = Scope(signature: signature, pipeline: pipeline)
    var assigns = AssignTaker(lexed: lexed, scope: scope)
    try assigns.take(taker.rest)
    var parsed = ParsedLine(
      signature: signature, assigns: assigns.assigns, options: taker.values,
      text: lexed.text.map { String(lexed.line[$0]) }, redirect: try redirect(of: lexed),
      line: lexed.line, places: taker.places)
    let filler = SlotFiller(lexed: lexed, tokens: assigns.rest, scope: scope, reader: reader)
    let filled = try filler.fill()
    parsed.slots = filled.values
    parsed.places.merge(filled.places) { $1 }
    if signature.isListing {
      var filter = FilterParser(lexed: lexed, fields: scope.fields, reader: reader)
      parsed.filter = try filter.filter(assigns.rest[filled.end...])
    }
    return parsed
  }

  private func redirect(of lexed: LexedLine) throws(Fault) -> Redirect? {
    if let redirection = lexed.redirection {
      guard let name = redirection.words.first else {
        throw Fault(problem: .redirectNeedsName, range: redirection.mark)
      }
      if redirection.words.count > 1 || lexed.program != nil || lexed.text != nil {
        let last = redirection.words[redirection.words.count - 1].range.upperBound
        throw Fault(
          problem: .redirectTakesOneName, range: redirection.mark.lowerBound..<last)
      }
      return .file(lexed.piece(name).text)
    }
    guard let program = lexed.program else { return nil }
    let scalars = lexed.line[program].unicodeScalars
    guard let start = scalars.firstIndex(where: { !Marks.isBlank($0) }),
      let end = scalars.lastIndex(where: { !Marks.isBlank($0) })
    else {
      let mark = lexed.line.unicodeScalars.index(before: program.lowerBound)
      throw Fault(problem: .programMissing, range: mark..<program.lowerBound)
    }
    return .program(String(lexed.line[start...end]))
  }
}

/// What a command knows of fields.
struct Scope {
  let signature: Signature
  /// The fields that filters may ask for.
  let fields: FieldIndex
  /// The fields and parameters that the command takes.
  let assignable: FieldIndex
  private let pipeline: Pipeline

  init(signature: Signature, pipeline: Pipeline) {
    self.signature = signature
    self.pipeline = pipeline
    var kinds = signature.subject.map { [$0] } ?? []
    for case .which(let more) in signature.slots.map(\.kind) { kinds += more }
    fields = FieldIndex(Self.fields(kinds, pipeline))
    assignable = FieldIndex(signature.assignable)
  }

  /// The fields of these kinds of record.
  func fields(of kinds: [RecordKind]) -> FieldIndex {
    FieldIndex(Self.fields(kinds, pipeline))
  }

  private static func fields(_ kinds: [RecordKind], _ pipeline: Pipeline) -> [Field] {
    var seen: Set<RecordKind> = []
    return kinds.filter { seen.insert($0).inserted }.flatMap { Field.of($0, in: pipeline) }
  }
}
