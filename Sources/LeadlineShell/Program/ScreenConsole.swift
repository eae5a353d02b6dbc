internal import Glibc
internal import Leadline
internal import LeadlineCommands
internal import LeadlineInterchange

/// The console of the running program: its stdout, its stderr and, at a terminal, the person.
final class ScreenConsole: Console {
  let isTerminal: Bool
  private let style: Style
  /// For files and programs.
  private let elsewhere: Style
  private let language: Language
  private let environment: [String: String]
  private let isAccessible: Bool
  /// The line editor, made when somebody is asked or the prompt starts.
  private(set) lazy var editor: LineEditor? = makeEditor()
  private let history: HistoryFile?
  private let asks: Bool
  private var shownProgress = false
  /// When progress may be shown next: not of what is done at once, nor faster than it can be read.
  private var nextProgress: ContinuousClock.Instant?
  /// Set by Ctrl-C while a command runs.
  var interruption: Interruption?

  init(
    environment: [String: String], color: ColorChoice, language: Language, isAccessible: Bool,
    asks: Bool
  ) {
    self.environment = environment
    self.language = language
    self.isAccessible = isAccessible
    self.asks = asks
    isTerminal = isatty(STDOUT_FILENO) == 1
    style = color.style(environment: environment, isTerminal: isTerminal)
    elsewhere = color.style(environment: environment, isTerminal: false)
    history = HistoryFile(environment: environment)
  }

  private func makeEditor() -> LineEditor? {
    guard asks else { return nil }
    return LineEditor(history: history)
  }

  var dialogue: (any Dialogue)? {
    guard asks, isatty(STDIN_FILENO) == 1, isTerminal, let editor else { return nil }
    return LineDialogue(editor: editor)
  }

  func say(_ text: String) throws {
    let sink = Sink(DescriptorTarget(STDOUT_FILENO))
    try sink.writeLine(Printable(text, keepingNewlines: true))
    try sink.finish()
  }

  func page(_ text: [GradedText]) throws {
    let sink = Sink(screenTarget())
    let shown = text.map {
      style.graded(Printable($0.text, keepingNewlines: true).text, as: $0.grade)
    }
    try sink.write(rendered: shown.joined() + "\n")
    try sink.finish()
  }

  func notice(_ text: String) {
    progress(nil)
    let sink = Sink(DescriptorTarget(STDERR_FILENO))
    try? sink.writeLine(Printable(Location.masking(text), keepingNewlines: true))
    try? sink.finish()
  }

  func progress(_ text: String?) {
    guard isatty(STDERR_FILENO) == 1, !isAccessible, shownProgress || text != nil,
      text == nil || isProgressDue()
    else { return }
    shownProgress = text != nil
    if text == nil { nextProgress = nil }
    let sink = Sink(DescriptorTarget(STDERR_FILENO))
    try? sink.write(rendered: "\r\u{1B}[K")
    if let text { try? sink.write(Printable(text)) }
    try? sink.finish()
  }

  private func isProgressDue() -> Bool {
    let now = ContinuousClock.now
    guard let due = nextProgress else {
      nextProgress = now + .milliseconds(500)
      return false
    }
    if now >= due { nextProgress = now + .milliseconds(100) }
    return now >= due
  }

  func table(
    _ request: TableRequest, _ body: (inout any TableWriter) throws -> Void
  ) throws {
    if case .file(let path) = request.destination {
      return try write(FileOutput(path: path), request, body)
    }
    let sink = Sink(try target(request.destination))
    var writer: any TableWriter = StoppableWriter(writer(to: sink, request), interruption)
    do {
      try body(&writer)
      try sink.finish()
    } catch {
      sink.abandon()
      throw error
    }
  }

  func bytes(_ request: TableRequest, _ body: (any ByteSink) throws -> Void) throws {
    if case .file(let path) = request.destination {
      let file = try FileOutput(path: path)
      do {
        try body(file)
        return try file.finish()
      } catch {
        file.abandon()
        throw error
      }
    }
    let sink = Sink(try target(request.destination))
    do {
      try body(
        SinkBytes(sink, isTerminal: isTerminal && request.destination == .standard))
      try sink.finish()
    } catch {
      sink.abandon()
      throw error
    }
  }

  private func write(
    _ file: FileOutput, _ request: TableRequest, _ body: (inout any TableWriter) throws -> Void
  ) throws {
    do {
      if var writer = request.format?.writer(
        to: file, base: request.base, forMachine: request.isForMachine, language: request.language)
      {
        try body(&writer)
      } else {
        let sink = Sink(OutputTarget(file))
        var writer = drawn(to: sink, request.format, width: .max, style: elsewhere)
        try body(&writer)
        try sink.finish()
      }
      try file.finish()
    } catch {
      file.abandon()
      throw error
    }
  }

  private func writer(to sink: Sink, _ request: TableRequest) -> any TableWriter {
    let isScreen = isTerminal && request.destination == .standard
    let format = request.format ?? (isTerminal ? (isAccessible ? .record : .table) : .tsv)
    let bytes = SinkBytes(sink, isTerminal: isScreen)
    if let writer = format.writer(
      to: bytes, base: request.base, forMachine: request.isForMachine, language: request.language)
    {
      return writer
    }
    let width = isTerminal ? Screen(of: STDOUT_FILENO, environment: environment).columns : .max
    return drawn(to: sink, format, width: width, style: isScreen ? style : elsewhere)
  }

  private func drawn(
    to sink: Sink, _ format: TableFormat?, width: Int, style: Style
  ) -> any TableWriter {
    let text = ValueText(language: language)
    return format == .record
      ? RecordWriter(sink: sink, text: text, style: style)
      : TerminalTable(sink: sink, width: width, text: text, style: style)
  }

  private func target(_ destination: TableRequest.Destination) throws -> any ByteTarget {
    if case .program(let program) = destination {
      return try ProgramTarget(program, environment: environment)
    }
    return screenTarget()
  }

  private func screenTarget() -> any ByteTarget {
    guard isTerminal, let pager = Pager(environment: environment) else {
      return DescriptorTarget(STDOUT_FILENO)
    }
    let screen = Screen(of: STDOUT_FILENO, environment: environment)
    return PagedTarget(STDOUT_FILENO, screen: screen, pager: pager)
  }
}

/// Questions through the line editor.
private final class LineDialogue: Dialogue {
  let editor: LineEditor

  init(editor: LineEditor) { self.editor = editor }

  func ask(_ question: String, prefill: String) -> Answer {
    let completer = editor.completer
    editor.completer = nil
    defer { editor.completer = completer }
    let prompt = Printable(question).text
    switch editor.readLine(prompt: prompt, prefill: prefill, recording: false) {
    case .line("<"): return .back
    case .line(let text): return .text(text)
    case .interrupted, .end: return .cancelled
    }
  }

  func confirm(_ question: String) -> Bool {
    guard case .text(let text) = ask(question, prefill: "") else { return false }
    return ["y", "yes", "是", "好"].contains(Fold.text(text))
  }
}
