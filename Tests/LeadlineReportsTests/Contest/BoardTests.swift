import LeadlineModel
import LeadlineReports
import Testing

@Suite struct BoardTests {
  private let million = Speech.million

  /// Departments of one tier with a single goal, of which each has done so much.
  private func ranks(_ done: [(name: String, signed: Int, arrived: Int64)]) throws -> [String] {
    let tier = Speech.tier("only", ["signed": [Speech.count(2, of: 0)]])
    let campaign = Speech.campaign([tier])
    let facts = done.enumerated().flatMap { index, one -> [ContestFact] in
      let credit = Speech.credit(Int64(index + 1))
      let entries = (0..<one.signed).map { _ in Speech.entry("signed", nil, credit) }
      let arrived = Speech.receipt(one.arrived, key: Int64(index), lead: Int64(index), credit)
      return one.arrived > 0 ? entries + [arrived] : entries
    }
    let board = try Speech.board(
      facts, of: campaign, entrants: done.map { ($0.name, tier) })
    return board.standings.map { "\($0.rank ?? 0) \($0.department.name)" }
  }

  @Test func ranksByCappedThenUncappedThenArrived() throws {
    #expect(
      try ranks([("A", 1, 900), ("B", 3, 0), ("C", 2, 500), ("D", 2, 600), ("E", 4, 0)])
        == ["1 E", "2 B", "3 D", "4 C", "5 A"])
  }

  @Test func equalsShareARankAndStandByName() throws {
    #expect(try ranks([("C", 1, 0), ("A", 1, 0), ("B", 0, 0)]) == ["1 A", "1 C", "3 B"])
    #expect(try ranks([("统计局", 0, 0), ("教育局", 0, 0)]) == ["1 教育局", "1 统计局"])
  }

  @Test func nothingSetComesLastAndUnranked() throws {
    let tiers = [
      Speech.tier("none", [:]), Speech.tier("some", ["signed": [Speech.count(1, of: 0)]]),
    ]
    let campaign = Speech.campaign(tiers)
    let board = try Speech.board(
      [Speech.receipt(900, Speech.credit(1))], of: campaign,
      entrants: [("A", tiers[0]), ("B", tiers[1]), ("C", tiers[1]), ("AA", tiers[0])])
    #expect(board.standings.map(\.department.name) == ["B", "C", "A", "AA"])
    #expect(board.standings.map(\.rank) == [1, 1, nil, nil])
  }

  @Test func ranksWithinTheTierToo() throws {
    let (one, other) = (Speech.tiers[2], Speech.tiers[3])
    let facts = [
      Speech.entry("signed", 10 * million, Speech.credit(2)),
      Speech.entry("signed", 10 * million, Speech.credit(3)),
      Speech.entry("started", 10 * million, Speech.credit(3)),
    ]
    let board = try Speech.board(
      facts, entrants: [("A", one), ("B", one), ("C", other), ("D", other)])
    #expect(board.standings.map(\.department.name) == ["C", "B", "A", "D"])
    #expect(board.standings.map(\.rank) == [1, 2, 3, 3])
    #expect(board.standings.map(\.tierRank) == [1, 1, 2, 2])
  }

  @Test func theChartMarksTheTimeElapsed() throws {
    let board = try Speech.board([], on: Speech.first + 40)
    #expect(
      board.chart(in: .english).mark
        == BarChart.Mark(Share(410, of: 1000), label: "elapsed 41%"))
  }

  @Test func aNarrowWindowKeepsWhatDecides() throws {
    let columns = try Speech.board([]).table(in: .english).columns
    #expect(columns.filter(\.isFurther).map(\.id) == ["tier", "tier-rank", "uncapped", "arrived"])
    #expect(
      columns.filter(\.isFigure).map(\.id)
        == ["signed", "started", "funded", "overall", "uncapped", "pace"])
  }

  @Test func theLastDayCountsAfterIt() throws {
    #expect(try Speech.board([], on: Speech.last + 30).day == Speech.last)
  }

  /// Facts of every kind for five departments, with shares, sections, staff and two currencies.
  private func facts(_ numbers: inout SeededNumbers) -> [ContestFact] {
    (0..<Int.random(in: 0...60, using: &numbers)).map { index in
      let department = Int64.random(in: 1...6, using: &numbers)
      let other = department % 5 + 1
      let share = Fraction(Int128.random(in: 1...6, using: &numbers), over: 7)!
      let isShared = Bool.random(using: &numbers)
      let parts: [Credit.Part] =
        isShared
        ? [
          .init(department: department, share: share),
          .init(department: other, share: (try? .one - share) ?? .zero),
        ] : [.init(department: department, share: .one)]
      let section =
        Bool.random(using: &numbers)
        ? Credit.Section(key: Int64.random(in: 1...4, using: &numbers), department: department)
        : nil
      let staff = Bool.random(using: &numbers) ? Int64.random(in: 1...5, using: &numbers) : nil
      let credit = Credit(parts: parts, section: section, staff: staff)
      let amount = Int64.random(in: 1...40, using: &numbers) * Speech.million / 2 + 1
      let day = Speech.first + Int.random(in: -30...99, using: &numbers)
      if Int.random(in: 0...2, using: &numbers) == 0 {
        let money = Money(
          minorUnits: amount,
          currency: Bool.random(using: &numbers) ? .cny : Currency(code: "USD")!)
        return .receipt(
          .init(
            key: Int64(index), lead: Int64.random(in: 1...9, using: &numbers),
            day: max(day, Speech.first), amount: money, credit: credit))
      }
      return Speech.entry(
        Bool.random(using: &numbers) ? "signed" : "started", amount, day: day,
        onEve: day < Speech.first ? Int64.random(in: 0...amount * 2, using: &numbers) : nil, credit)
    }
  }

  @Test func aSectionIsAPartOfItsOwnDepartmentOnly() throws {
    let tier = Speech.tier("only", ["signed": [Speech.count(2, of: 0)]])
    let half = Fraction("1/2")!
    let credit = Credit(
      parts: [.init(department: 1, share: half), .init(department: 2, share: half)],
      section: .init(key: 7, department: 1), staff: 3)
    let facts = [Speech.entry("signed", 10 * million, credit)]
    func parts(_ level: ContestTally.Level) throws -> [String] {
      let board = try Speech.board(
        facts, of: Speech.campaign([tier]), entrants: [("A", tier), ("B", tier)], by: level)
      return board.parts.map { "\($0.standing.department.name) \($0.part?.name ?? "-")" }
    }
    #expect(try parts(.section) == ["A part 7", "B -"])
    #expect(try parts(.staff) == ["A part 3", "B part 3"])
  }

  private let rates = Rates(
    base: .cny,
    [.init(currency: Currency(code: "USD")!, day: Speech.first, value: Fraction("7.1234")!)])

  @Test(arguments: UInt64(1)...40)
  func theOrderOfTheFactsChangesNothing(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let facts = facts(&numbers)
    let board = try Speech.board(facts, rates: rates)
    for _ in 0..<4 {
      let shuffled = facts.shuffled(using: &numbers)
      #expect(try Speech.board(shuffled, rates: rates) == board, "seed \(seed)")
    }
  }

  /// Adds the parts up here once more, by goal.
  @Test(arguments: UInt64(1)...40)
  func partsAddToTheWhole(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let facts = facts(&numbers)
    let inFull = Bool.random(using: &numbers)
    let campaign = Speech.campaign(inFull: inFull)
    for level in [ContestTally.Level.section, .staff] {
      let board = try Speech.board(facts, of: campaign, by: level, rates: rates)
      for standing in board.standings {
        let parts = board.parts.filter { $0.standing.department == standing.department }
        let arrived = try parts.reduce(Fraction.zero) { try $0 + $1.standing.arrived }
        #expect(arrived == standing.arrived, "seed \(seed)")
        for (index, measure) in standing.measures.enumerated() {
          for (place, goal) in measure.goals.enumerated() {
            let sum = try parts.reduce(Fraction.zero) {
              try $0 + $1.standing.measures[index].goals[place].done
            }
            #expect(sum == goal.done, "seed \(seed)")
          }
        }
      }
    }
  }
}
