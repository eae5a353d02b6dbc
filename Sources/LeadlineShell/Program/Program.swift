internal import Glibc
internal import Leadline
internal import LeadlineCommands

/// The program: one command, a script, or the prompt.
public struct Program {
  public static let version = "0.1.0"

  private let arguments: [String]
  private let environment: [String: String]

  /// `arguments` without the program's own name.
  public init(arguments: [String], environment: [String: String]) {
    self.arguments = arguments
    self.environment = environment
  }

  /// Runs to the end; gives the exit code.
  public func run() -> Int32 {
    setlocale(LC_ALL, "")
    // A file that may not grow further is an error to be told, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    let invocation: Invocation
    do throws(Invocation.Failure) {
      invocation = try Invocation(arguments)
    } catch {
      return fail("error: \(error.words.english)", 2)
    }
    let language = invocation.language ?? Self.language(environment)
    if invocation.asksVersion { return print("leadline \(Self.version)") }
    if invocation.asksHelp, invocation.command.isEmpty {
      return print(HelpText(Command.all, .standard, language).overview)
    }
    do {
      return try run(invocation, language)
    } catch {
      let text = ErrorText(error, in: language)
      return fail(text.full, text.exitCode)
    }
  }

  private func run(_ invocation: Invocation, _ language: Language) throws -> Int32 {
    let console = ScreenConsole(
      environment: environment, color: invocation.color, language: language,
      isAccessible: invocation.isAccessible, asks: asks(invocation))
    let places = Places(environment: environment)
    let location = invocation.database ?? places.database
    let need = invocation.need
    if need != .nothing { places.makeFolder(for: location) }
    let crm = try open(need == .open ? location : ":memory:", invocation, language, console)
    var settings = Session.Settings()
    settings.location = location
    settings.isConfirmed = invocation.isConfirmed
    settings.format = invocation.format
    settings.output = invocation.output
    settings.isForMachine = invocation.isForMachine
    if let day = invocation.asOf {
      crm.asOf = try DayWords(today: crm.today).day(day, looking: .back)
    }
    let isPrompt = isInteractive(invocation)
    settings.allowsRows = isPrompt
    settings.allowsAbbreviation = isPrompt
    let session = Session(crm: crm, console: console, settings: settings)
    let runner = LineRunner(session: session, console: console)
    if invocation.asksHelp {
      return runner.run { try session.run(arguments: ["help"] + invocation.command.prefix(1)) }
    }
    if !invocation.command.isEmpty {
      return runner.run { try session.run(arguments: invocation.command) }
    }
    if !invocation.lines.isEmpty { return runner.run(lines: invocation.lines, invocation) }
    if let path = invocation.script { return try runner.run(script: path, invocation) }
    if isPrompt, let editor = console.editor {
      return PromptLoop(session: session, runner: runner, editor: editor).run()
    }
    return runner.runInput(invocation)
  }

  private func isInteractive(_ invocation: Invocation) -> Bool {
    invocation.command.isEmpty && invocation.lines.isEmpty && invocation.script == nil
      && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  /// Whether somebody may be asked: not in a script.
  private func asks(_ invocation: Invocation) -> Bool {
    invocation.script == nil && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  private func open(
    _ location: String, _ invocation: Invocation, _ language: Language, _ console: ScreenConsole
  ) throws -> CRM {
    let given = invocation.me ?? environment["LEADLINE_ME"].flatMap { $0.isEmpty ? nil : $0 }
    let crm = try CRM.open(location, as: given, language: language)
    guard crm.user.isEmpty else { return crm }
    try introduce(crm, isInteractive(invocation) ? console : nil)
    return crm
  }

  /// Asks once who the user is; in a script it is the login name.
  private func introduce(_ crm: CRM, _ console: ScreenConsole?) throws {
    let login = Self.loginName(environment)
    guard let dialogue = console?.dialogue else {
      crm.user = login
      return
    }
    let question = Words("Who are you? ", "您的姓名？", "您的姓名？")[crm.language]
    guard case .text(let text) = dialogue.ask(question, prefill: login) else {
      crm.user = login
      return
    }
    let name = text.split(separator: " ").joined(separator: " ")
    try crm.remember(user: name.isEmpty ? login : name)
  }

  private static func loginName(_ environment: [String: String]) -> String {
    for variable in ["LOGNAME", "USER"] {
      if let name = environment[variable], !name.isEmpty { return name }
    }
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "user" }
    return String(cString: name)
  }

  /// The language that the locale asks for.
  private static func language(_ environment: [String: String]) -> Language {
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    guard locale.hasPrefix("zh") else { return .english }
    return ["zh_TW", "zh_HK", "zh_MO", "zh_Hant"].contains { locale.hasPrefix($0) }
      ? .traditional : .simplified
  }

  private func print(_ text: String) -> Int32 {
    let sink = Sink(DescriptorTarget(STDOUT_FILENO))
    try? sink.writeLine(Printable(text, keepingNewlines: true))
    try? sink.finish()
    return 0
  }

  private func fail(_ text: String, _ code: Int32) -> Int32 {
    let sink = Sink(DescriptorTarget(STDERR_FILENO))
    try? sink.writeLine(Printable(Location.masking(text), keepingNewlines: true))
    try? sink.finish()
    return code
  }
}
