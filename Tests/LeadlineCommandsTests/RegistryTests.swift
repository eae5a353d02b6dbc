import Leadline
import LeadlineCommands
import Testing

struct RegistryTests {
  private let parser = LineParser(
    signatures: Command.all.map(\.signature), globalOptions: Session.options,
    pipeline: .standard, today: Day(number: 20_000), currency: .cny, allowsAbbreviation: true)

  @Test func everyNameBelongsToOneCommand() {
    var owners: [String: String] = [:]
    for command in Command.all {
      for name in [command.signature.name] + command.signature.aliases {
        #expect(owners[Fold.text(name)] ?? command.signature.name == command.signature.name)
        owners[Fold.text(name)] = command.signature.name
      }
    }
  }

  @Test func everyCommandHasAChineseNameASummaryAndExamples() {
    for command in Command.all {
      #expect(
        command.signature.aliases.contains { $0.unicodeScalars.contains { $0.value > 0x3400 } },
        "\(command.signature.name)")
      #expect(!command.examples.isEmpty, "\(command.signature.name)")
      for language in Language.allCases { #expect(!command.summary[language].isEmpty) }
    }
  }

  @Test func everyExampleParses() {
    for command in Command.all where !["export", "duplicates"].contains(command.signature.name) {
      for example in command.examples {
        #expect(throws: Never.self, "\(example)") { try parser.parse(example) }
      }
    }
  }

  @Test func helpKnowsEveryCommandAndTopic() {
    let help = HelpText(Command.all, .standard, .english)
    for command in Command.all {
      let page = help.page(command.signature.name)
      #expect(page?.contains(command.examples[0]) == true, "\(command.signature.name)")
      #expect(help.overview.contains("  \(command.signature.name) "))
    }
    for topic in ["fields", "days", "money"] { #expect(help.page(topic) != nil) }
    #expect(help.page("nothing") == nil)
  }
}
