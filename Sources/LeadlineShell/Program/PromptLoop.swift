internal import Glibc
internal import Leadline
internal import LeadlineCommands

/// The prompt: reads a line, runs it, and goes on until the person leaves.
struct PromptLoop {
  let session: Session
  let runner: LineRunner
  let editor: LineEditor

  func run() -> Int32 {
    // Where Ctrl-C comes between a line and its command, nobody else takes it.
    signal(SIGINT) { _ in }
    while !session.isOver {
      switch readLine() {
      case .line(let line):
        if runner.run(line: line) != 0 { editor.dropPasted() }
      case .interrupted: editor.dropPasted()
      case .end: return 0
      }
      tellHistoryFailure()
    }
    return 0
  }

  /// A line, with the lines that an open quote or bracket continues it on.
  private func readLine() -> LineEditor.Outcome {
    var whole = ""
    var prompt = self.prompt
    while true {
      editor.completer = { [session, whole] line, cursor in
        LineCompleter(session: session).completion(line, cursor: cursor, after: whole)
      }
      switch editor.readLine(prompt: prompt, recording: false) {
      case .line(let line):
        whole += whole.isEmpty ? line : "\n" + line
        guard let open = Lexer.openPart(whole) else {
          editor.remember(whole)
          return .line(whole)
        }
        prompt = "..\(open.mark)> "
      case .interrupted: return .interrupted
      case .end: return whole.isEmpty ? .end : .interrupted
      }
    }
  }

  private var prompt: String {
    session.crm.asOf.map { "leadline [as of \($0)]> " } ?? "leadline> "
  }

  private func tellHistoryFailure() {
    guard let failure = editor.takeHistoryFailure() else { return }
    session.console.notice("history is not kept: \(failure)")
  }
}

extension OpenPart {
  /// What is open, as the prompt shows it.
  fileprivate var mark: String {
    switch self {
    case .quote(let quote): String(quote)
    case .groups: "("
    }
  }
}
