internal import Leadline
internal import LeadlineCommands

/// Something with a name in English and others beside it: a command, a field, a choice.
struct NamedThing {
  let name: String
  let others: [String]

  init(_ name: String, others: [String] = []) {
    self.name = name
    self.others = others
  }

  init(_ command: Command) {
    self.init(command.signature.name, others: command.signature.aliases)
  }

  init(_ field: Field) {
    self.init(field.name, others: field.words.all + field.aliases)
  }

  init(_ choice: Choice) {
    self.init(choice.id, others: choice.words.all + choice.aliases)
  }

  /// The English names that begin with `prefix` and, where asked for or where Chinese is typed,
  /// one other name of each thing.
  static func matching(
    _ prefix: String, _ things: [NamedThing], withOthers: Bool
  ) -> [String] {
    let fold = Fold.text(prefix)
    let english = things.map(\.name).filter { Fold.text($0).hasPrefix(fold) }
    if !english.isEmpty || !withOthers && prefix.utf8.allSatisfy({ $0 < 0x80 }) { return english }
    return things.compactMap { thing in
      let words = thing.others.filter { !$0.contains(where: \.isWhitespace) }
      return words.first { $0.hasPrefix(prefix) }
        ?? words.first { Fold.text($0).hasPrefix(fold) }
    }
  }
}
