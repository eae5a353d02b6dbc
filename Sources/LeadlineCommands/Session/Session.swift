public import Leadline
public import LeadlineInterchange

/// One run of the program: the open database, the console, and what lines leave for later lines.
public final class Session {
  public let crm: CRM
  public let console: any Console
  public let commands: [Command]
  public let settings: Settings
  /// The records of each row that a listing command printed last, for `@3`; most rows have one.
  public private(set) var rows: [[Ref]] = []
  /// The line being run, for the journal.
  public private(set) var line = ""
  /// Ends the running command from any thread.
  public private(set) var canceller: CancelGroup
  /// Whether the person wants to leave.
  public private(set) var isOver = false
  private var current: ParsedLine?

  /// What the invocation says for every line.
  public struct Settings: Sendable {
    /// The database that was asked for, as it was said; it need not be open.
    public var location: String?
    public var format: TableFormat?
    public var output: String?
    public var isForMachine = false
    public var isConfirmed = false
    public var allowsRows = false
    public var allowsAbbreviation = false

    public init() {}
  }

  public init(
    crm: CRM, console: any Console, commands: [Command] = Command.all,
    settings: Settings = Settings()
  ) {
    self.crm = crm
    canceller = CancelGroup([crm.canceller])
    self.console = console
    self.commands = commands
    self.settings = settings
  }

  /// Gives what ends the next command.
  public func renewCanceller() -> CancelGroup {
    canceller = CancelGroup([crm.canceller])
    return canceller
  }

  /// Runs a line of the command language; throws what refused it.
  public func run(_ line: String) throws {
    guard line.contains(where: { !$0.isWhitespace }), !line.hasPrefix("#") else { return }
    try run(try parser(for: Lexer.tokens(line: line)).parse(line))
  }

  /// Runs the arguments of a shell, each one word.
  public func run(arguments: [String]) throws {
    let parser = parser(for: Lexer.tokens(arguments: arguments))
    try run(try parser.parse(arguments: arguments))
  }

  private func run(_ parsed: ParsedLine) throws {
    guard let command = commands.first(where: { $0.signature.name == parsed.signature.name })
    else { return }
    line = parsed.line
    current = parsed
    defer { current = nil }
    let standing = crm.asOf
    if let day = parsed.options["--as-of"]?.last {
      crm.asOf = try DayWords(today: crm.today).day(day, looking: .back)
    }
    defer { if parsed.options["--as-of"] != nil { crm.asOf = standing } }
    let entry = crm.latestEntry
    do {
      try command.run(parsed, self)
    } catch let error as StorageError {
      guard let written = crm.latestEntry, written != entry else { throw error }
      throw CommandError.doneWithoutReport(entry: written, error)
    }
  }

  /// The parser of lines as of now; `export` reads its filter for the kind of record it names.
  public func parser(for lexed: LexedLine, currency: Currency? = nil) -> LineParser {
    LineParser(
      signatures: commands.map { $0.signature.reading(lexed) }, globalOptions: Self.options,
      pipeline: crm.pipeline, today: crm.today, currency: currency ?? crm.currency,
      allowsAbbreviation: settings.allowsAbbreviation)
  }

  public func leave() { isOver = true }

  /// Options that every command takes.
  public static let options = [
    Option("--db", value: "WHERE"), Option("--me", value: "NAME"),
    Option("--as-of", value: "DAY"), Option("--lang", value: "LANGUAGE"),
    Option("--format", value: "FORMAT"), Option("--output", short: "-o", value: "FILE"),
    Option("--color", value: "WHEN"), Option("--for", value: "READER"), Option("--yes"),
    Option("--keep-going"), Option("--accessible"),
  ]
}

extension Session {
  /// Prints words in the language of the interface.
  func say(_ words: Words) throws { try console.say(words[crm.language]) }

  func notice(_ words: Words) { console.notice(words[crm.language]) }

  /// Says where something went that went to a file.
  func noticeWritten(_ request: TableRequest) {
    guard case .file(let path) = request.destination else { return }
    notice(Words("written to \(path)", "已写入 \(path)", "已寫入 \(path)"))
  }

  /// Says below a report as of a past day how much of it was recorded later.
  func noticeRecordedLater(upTo day: Day? = nil) throws {
    if let later = try crm.recordedLater(upTo: day) { notice(later.words) }
  }

  func has(_ option: String) -> Bool { current?.options[option] != nil }

  func option(_ name: String) -> String? { current?.options[name]?.last }

  /// Keeps the rows of a listing for `@3`.
  func keep(rows: [Ref]) { self.rows = rows.map { [$0] } }

  /// Keeps rows that are about several records each: `@3` then means all of them.
  func keep(rows: [[Ref]]) { self.rows = rows }

  /// How the table of the running command is wanted.
  /// Only few commands can draw pictures.
  func tableRequest(
    defaultFormat: TableFormat? = nil, takesPictures: Bool = false
  ) throws -> TableRequest {
    var request = TableRequest(
      format: settings.format ?? defaultFormat, destination: .standard,
      isForMachine: settings.isForMachine || option("--for") == "machine", base: crm.currency,
      language: crm.language)
    if let name = option("--format") {
      guard let format = TableFormat(rawValue: name) else {
        throw CommandError.unknownFormat(name)
      }
      request.format = format
    }
    switch current?.redirect {
    case .program(let program): request.destination = .program(program)
    case .file(let path): try send(&request, to: ParsedLine.expanded(path))
    case nil:
      if let path = option("--output") ?? settings.output { try send(&request, to: path) }
    }
    if let format = request.format, format.isPicture, !takesPictures {
      throw CommandError.noPicture(format: format.rawValue, command: current?.signature.name ?? "")
    }
    return request
  }

  /// Whether what is asked for goes to a screen, in no form that was named.
  func isRead(_ request: TableRequest) -> Bool {
    request.format == nil && request.destination == .standard && console.isTerminal
  }

  private func send(_ request: inout TableRequest, to path: String) throws {
    request.destination = .file(path)
    guard option("--format") == nil, settings.format == nil else { return }
    let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last
    guard let ending, let format = TableFormat(fileEnding: ending) else {
      throw CommandError.unknownEnding(path)
    }
    request.format = format
  }

  /// The values that the line's assigns give, as changes to records of a kind; amounts without a
  /// currency are in that of the leads.
  func changes(
    _ parsed: ParsedLine, for kind: RecordKind, leaving names: Set<String> = [],
    on refs: [Ref] = []
  ) throws -> [Change] {
    let currency = try currency(given: parsed, of: refs)
    let reader = parser(for: Lexer.tokens(line: parsed.line), currency: currency)
    let fields = Field.of(kind, in: crm.pipeline) + Field.parameters
    return try parsed.assigns.filter { !names.contains($0.field.name) }.map { assign in
      guard let field = fields.first(where: { $0.name == assign.field.name }) else {
        throw Diagnostic(
          .fieldNotTaken(assign.field, command: parsed.signature.name), line: parsed.line,
          range: assign.place)
      }
      let own = Assign(
        field: field, operation: assign.operation, value: assign.value,
        isQuoted: assign.isQuoted, place: assign.place)
      let operation: Change.Operation =
        switch assign.operation {
        case .set: .set
        case .add: .add
        case .remove: .remove
        }
      return Change(field, try reader.value(of: own, in: parsed.line), operation)
    }
  }

  /// The currency that the line names, else the one that all the leads are in.
  func currency(given parsed: ParsedLine? = nil, of refs: [Ref]) throws -> Currency {
    let given = parsed?.assigns.last { $0.field.name == "currency" }?.value.uppercased()
    if let given, let currency = Currency(code: given) { return currency }
    let currencies = Set(try refs.filter { $0.kind == .lead }.map(crm.currency(of:)))
    return currencies.count == 1 ? currencies.first ?? crm.currency : crm.currency
  }

  /// The value of a parameter (`on=`, `reason=`), nil where it is not given.
  func parameter(_ name: String, _ parsed: ParsedLine) throws -> FieldValue? {
    guard let assign = parsed.assigns.last(where: { $0.field.name == name }) else { return nil }
    let reader = parser(for: Lexer.tokens(line: parsed.line))
    return try reader.value(of: assign, in: parsed.line)
  }

  func day(_ name: String, _ parsed: ParsedLine) throws -> Day? {
    if case .day(let day)? = try parameter(name, parsed) { day } else { nil }
  }

  func text(_ name: String, _ parsed: ParsedLine) throws -> String? {
    if case .text(let text)? = try parameter(name, parsed) { text } else { nil }
  }
}
