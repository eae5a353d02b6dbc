import LeadlineModel
import LeadlineQuery
import Testing

@Suite struct PossibilityTests {
  private func expected(_ line: String) -> [String] {
    let expected = TestCommands.parser.expectation(line, cursor: line.endIndex)
    let replaced = line[expected.range]
    return expected.possibilities.map { "\(Self.name($0)) [\(replaced)]" }
  }

  private static func name(_ possibility: Possibility) -> String {
    switch possibility {
    case .command(let prefix): "command \(prefix)"
    case .slot(let slot, let prefix): "\(slot.name) \(prefix)"
    case .field(let prefix): "field \(prefix)"
    case .parameter(let prefix): "parameter \(prefix)"
    case .value(let field, let prefix): "\(field.name)= \(prefix)"
    case .option(let prefix): "option \(prefix)"
    case .optionValue(let option, let prefix): "\(option.name) \(prefix)"
    case .file(let prefix): "file \(prefix)"
    }
  }

  static let cases: [(String, [String])] = [
    ("", ["command  []"]),
    ("st", ["command st [st]"]),
    ("--as-of today st", ["command st [st]"]),
    ("leads ", ["field  []"]),
    ("leads st", ["field st [st]"]),
    ("leads (st", ["field st [st]"]),
    ("leads stage:", ["stage=  []"]),
    ("leads stage:intent,si", ["stage= si [si]"]),
    ("leads 负责人：王", ["owner= 王 [王]"]),
    ("leads owner:\"王 w", ["owner= 王 w [\"王 w]"]),
    ("leads amount:>5", ["amount= 5 [5]"]),
    ("leads amount:5m..", ["amount=  []"]),
    ("leads --so", ["option --so [--so]"]),
    ("leads --sort ", ["--sort  []"]),
    ("leads --sort=am", ["--sort am [am]"]),
    ("leads > st", ["file st [st]"]),
    ("leads | le", []),
    ("log L42 ", ["KIND  []", "parameter  []"]),
    ("log ", ["WHICH  []", "KIND  []", "field  []", "parameter  []"]),
    ("log visit ", ["parameter  []"]),
    ("log L42 visit with=", ["contact=  []"]),
    ("log L42 visit -- met ", []),
    ("move L42 si", ["STAGE si [si]", "parameter si [si]"]),
    ("move stage:intent owner:me ", ["STAGE  []", "parameter  []"]),
    ("import a.csv ", ["FILE  []", "parameter  []"]),
    ("nosuch ", []),
  ]

  @Test(arguments: cases) func knowsWhatCanStand(_ line: String, _ expected: [String]) {
    #expect(self.expected(line) == expected)
  }
}
