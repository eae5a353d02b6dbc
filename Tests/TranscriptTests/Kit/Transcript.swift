import Foundation

/// A conversation as a text file that reads like documentation.
///
/// - `// text` and blank lines before a command are prose.
/// - `$ command` is run by the shell, at a pseudo-terminal.
/// - `leadline> line` (or `leadline [as of 2026-11-20]> line`) is typed at the prompt.
/// - `question ‹answer›` is typed at a question; an empty answer is `‹›`.
/// - `^C` and `^D` at the end of what is typed are keys, and `^U` at its start.
/// - Everything else is output, `[exit 4]` the exit code unless it is 0.
struct Transcript {
  /// One command of the shell and what is typed while it runs.
  struct Command {
    /// Lines before the command, as they stand.
    var prose: [String] = []
    let line: String
    /// The output before the first typed line.
    var opening: [String] = []
    var turns: [Turn] = []
    var exitCode: Int32 = 0
  }

  /// What is typed at one prompt or question, and the output that follows.
  struct Turn {
    let prompt: String
    let typed: String
    let isAnswer: Bool
    var output: [String] = []

    var line: String { prompt + (isAnswer ? "‹\(typed)›" : typed) }

    /// The keys for the typed text: a newline at the end unless it ends in a key of its own.
    var keys: String {
      let typed = typed.hasPrefix("^U") ? "\u{15}" + typed.dropFirst(2) : typed
      if typed.hasSuffix("^C") { return typed.dropLast(2) + "\u{3}" }
      if typed.hasSuffix("^D") { return typed.dropLast(2) + "\u{4}" }
      return typed + "\n"
    }
  }

  var commands: [Command] = []
  /// Lines after the last command's output.
  private(set) var ending: [String] = []

  init(_ text: String) {
    var prose: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        commands.append(Command(prose: prose, line: String(line.dropFirst(2))))
        prose = []
      } else if line.hasPrefix("//") || commands.isEmpty || !prose.isEmpty {
        if !commands.isEmpty, prose.isEmpty { prose = commands[commands.count - 1].takeBlankEnd() }
        prose.append(line)
      } else if let code = Self.exitCode(line) {
        commands[commands.count - 1].exitCode = code
      } else if let turn = Self.turn(line) {
        commands[commands.count - 1].turns.append(turn)
      } else {
        commands[commands.count - 1].append(line)
      }
    }
    for index in commands.indices.dropLast() {
      commands[index + 1].prose.insert(contentsOf: commands[index].takeBlankEnd(), at: 0)
    }
    ending = (commands.last != nil ? commands[commands.count - 1].takeBlankEnd() : []) + prose
  }

  /// The file's text; what was parsed comes back unchanged.
  var text: String {
    (commands.flatMap(\.lines) + ending).joined(separator: "\n")
  }

  private static func exitCode(_ line: String) -> Int32? {
    guard line.hasPrefix("[exit "), line.hasSuffix("]") else { return nil }
    return Int32(line.dropFirst(6).dropLast())
  }

  private static func turn(_ line: String) -> Turn? {
    if let match = line.wholeMatch(of: /(leadline(?: \[[^\]]*\])?> ?|\.\.[^>]*> )(.*)/) {
      return Turn(prompt: String(match.1), typed: String(match.2), isAnswer: false)
    }
    guard let match = line.wholeMatch(of: /(.*)‹(.*)›/) else { return nil }
    return Turn(prompt: String(match.1), typed: String(match.2), isAnswer: true)
  }
}

extension Transcript.Command {
  var lines: [String] {
    let typed = turns.flatMap { [$0.line] + $0.output }
    let code = exitCode == 0 ? [] : ["[exit \(exitCode)]"]
    return prose + ["$ " + line] + opening + typed + code
  }

  mutating func append(_ line: String) {
    if turns.isEmpty {
      opening.append(line)
    } else {
      turns[turns.count - 1].output.append(line)
    }
  }

  /// Blank lines at the end of the output belong to what follows.
  mutating func takeBlankEnd() -> [String] {
    var taken: [String] = []
    while let last = turns.last?.output ?? (turns.isEmpty ? opening : nil), last.last == "" {
      if turns.isEmpty { opening.removeLast() } else { turns[turns.count - 1].output.removeLast() }
      taken.append("")
    }
    return taken
  }
}
