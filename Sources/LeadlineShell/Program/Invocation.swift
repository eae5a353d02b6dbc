internal import Leadline
internal import LeadlineCommands
internal import LeadlineInterchange

/// What the arguments of the program say beside the command itself.
struct Invocation {
  var database: String?
  var me: String?
  var language: Language?
  var color = ColorChoice.auto
  /// The day of every command, as typed.
  var asOf: String?
  var format: TableFormat?
  var output: String?
  /// Whether CSV goes to a machine.
  var isForMachine = false
  var lines: [String] = []
  var script: String?
  var isConfirmed = false
  var keepsGoing = false
  var isAccessible = false
  var asksVersion = false
  var asksHelp = false
  /// The command and its words, nothing where none is named.
  var command: [String] = []

  enum Failure: Error {
    case noValue(option: String)
    case badValue(option: String, value: String, known: [String])

    var words: Words {
      switch self {
      case .noValue(let option):
        Words("\(option) needs a value", "\(option) 需要一个值", "\(option) 需要一個值")
      case .badValue(let option, let value, let known):
        Words(
          "\(option) takes \(known.joined(separator: ", ")), not '\(value)'",
          "\(option) 可用 \(known.joined(separator: "、"))，不是'\(value)'",
          "\(option) 可用 \(known.joined(separator: "、"))，不是'\(value)'")
      }
    }
  }

  /// Options are the program's wherever they stand before `--`; the rest is the command.
  init(_ arguments: [String]) throws(Failure) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        command += [argument] + rest
        break
      }
      let (name, inline) = Self.parts(argument)
      guard let option = Self.options.first(where: { $0.names.contains(name) }) else {
        command.append(argument)
        continue
      }
      var value = ""
      if option.takesValue {
        guard let given = inline ?? rest.popFirst() else { throw .noValue(option: name) }
        value = given
      }
      try option.take(&self, name, value)
    }
  }

  /// `--db=FILE` as `--db` and `FILE`.
  private static func parts(_ argument: String) -> (name: String, value: String?) {
    guard argument.hasPrefix("--"), let equals = argument.firstIndex(of: "=") else {
      return (argument, nil)
    }
    return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
  }
}

extension Invocation {
  /// What its commands need of the database; a script and the prompt need it open.
  var need: Command.Need {
    if asksHelp { return .nothing }
    let words =
      command.isEmpty
      ? lines.map { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? "" }
      : [command.first { !$0.hasPrefix("-") } ?? ""]
    let needs = words.map { word in
      Command.all.first { $0.isNamed(word) }?.needs ?? .open
    }
    return needs.max { $0.rawValue < $1.rawValue } ?? .open
  }

  private struct Taker {
    let names: [String]
    var takesValue = true
    let take: @Sendable (inout Invocation, String, String) throws(Failure) -> Void
  }

  private static let options: [Taker] = [
    Taker(names: ["--db"]) { invocation, _, value in invocation.database = value },
    Taker(names: ["--me"]) { invocation, _, value in invocation.me = value },
    Taker(names: ["--lang"]) { (invocation, name, value) throws(Failure) in
      guard let language = Language(rawValue: value) else {
        let known = Language.allCases.map(\.rawValue)
        throw .badValue(option: name, value: value, known: known)
      }
      invocation.language = language
    },
    Taker(names: ["--color"]) { (invocation, name, value) throws(Failure) in
      guard let color = ColorChoice(rawValue: value) else {
        let known = ColorChoice.allCases.map(\.rawValue)
        throw .badValue(option: name, value: value, known: known)
      }
      invocation.color = color
    },
    Taker(names: ["--as-of"]) { invocation, _, value in invocation.asOf = value },
    Taker(names: ["--format"]) { (invocation, name, value) throws(Failure) in
      guard let format = TableFormat(rawValue: value) else {
        throw .badValue(option: name, value: value, known: TableFormat.names)
      }
      invocation.format = format
    },
    Taker(names: ["--output", "-o"]) { invocation, _, value in invocation.output = value },
    Taker(names: ["--for"]) { (invocation, name, value) throws(Failure) in
      guard ["machine", "people"].contains(value) else {
        throw .badValue(option: name, value: value, known: ["people", "machine"])
      }
      invocation.isForMachine = value == "machine"
    },
    Taker(names: ["-c"]) { invocation, _, value in invocation.lines.append(value) },
    Taker(names: ["-f"]) { invocation, _, value in invocation.script = value },
    Taker(names: ["--yes"], takesValue: false) { invocation, _, _ in
      invocation.isConfirmed = true
    },
    Taker(names: ["--keep-going"], takesValue: false) { invocation, _, _ in
      invocation.keepsGoing = true
    },
    Taker(names: ["--accessible"], takesValue: false) { invocation, _, _ in
      invocation.isAccessible = true
    },
    Taker(names: ["--version"], takesValue: false) { invocation, _, _ in
      invocation.asksVersion = true
    },
    Taker(names: ["--help", "-h"], takesValue: false) { invocation, _, _ in
      invocation.asksHelp = true
    },
  ]
}
