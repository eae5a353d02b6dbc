import Foundation
import LeadlineInterchange
import LeadlineModel
import LeadlineReports

extension Benchmark {
  static let calibration = Benchmark(
    name: "forecast-calibration",
    usage: "PIPELINE.csv [DAYS]   rates learned before cut-offs against what came after, by bins"
  ) { arguments in
    guard let path = arguments.first else { throw CocoaError(.fileReadNoSuchFile) }
    let horizon = arguments.dropFirst().first.flatMap { Int($0) } ?? 60
    try ForecastCalibration(horizon: horizon).run(try Deal.all(of: path))
  }
}

/// How well the forecast's rates foretell what became of the deals of a real pipeline.
///
/// Deals that were begun before a cut-off teach the rates, with what was known of them on that
/// day; those still open then are foretold: the chance to be won within the horizon. Then what
/// really happened is looked up.
struct ForecastCalibration {
  let pipeline: Pipeline
  let horizon: Int

  init(horizon: Int) {
    self.horizon = horizon
    let stages = ["engaging", "won"].map { id in
      Stage(
        id: id, words: Words(id, id, id), requirements: [], idleLimits: nil, stageLimits: nil,
        probability: id == "won" ? 100 : 50)
    }
    pipeline = Pipeline(stages: stages, receiptsFrom: "won") ?? .standard
  }

  func run(_ deals: [Deal]) throws {
    let days = deals.flatMap { [$0.engaged, $0.closed].compactMap(\.self) }.sorted()
    guard let first = days.first, let last = days.last else { return print("no dated deals") }
    print("\(deals.count) dated deals, \(first) to \(last); won within \(horizon) days")
    var all = Score()
    var cutOff = first + 90
    while cutOff + horizon <= last {
      let score = score(deals, cutOff)
      print("cut-off \(cutOff): \(score.summary)")
      all.add(score)
      cutOff = cutOff + 30
    }
    print("all cut-offs: \(all.summary)\n\nforetold    deals  mean foretold  really won")
    for line in all.bins { print(line) }
  }

  /// Teaches with what was known on `cutOff`, and foretells the deals open on it.
  ///
  /// The naive guess gives every deal the share of those open `horizon` days earlier that were
  /// won since, which is known on the cut-off too.
  private func score(_ deals: [Deal], _ cutOff: Day) -> Score {
    var learning = RateLearning(pipeline, upTo: cutOff)
    for deal in deals where deal.engaged < cutOff { learning.add(deal.fact(on: cutOff)) }
    let rates = learning.rates[0]
    let naive = base(deals, cutOff - horizon)
    var score = Score()
    for deal in deals where deal.isOpen(on: cutOff) {
      score.add(
        rates.chanceToAdvance(after: cutOff - deal.engaged, within: horizon), naive: naive,
        isWon: deal.isWon(after: cutOff, upTo: cutOff + horizon))
    }
    return score
  }

  private func base(_ deals: [Deal], _ day: Day) -> Double {
    let open = deals.filter { $0.isOpen(on: day) }
    let won = open.count { $0.isWon(after: day, upTo: day + horizon) }
    return open.isEmpty ? 0.5 : Double(won) / Double(open.count)
  }
}

/// A deal of the file.
struct Deal {
  let engaged: Day
  let closed: Day?
  let isWon: Bool

  /// Deals that were never engaged have no day to count from, and are left out.
  static func all(of path: String) throws -> [Deal] {
    var reader = try CSVReader(file: path)
    var deals: [Deal] = []
    var columns: [String: Int] = [:]
    while let row = try reader.next() {
      if columns.isEmpty {
        for (place, name) in row.cells.enumerated() { columns[name] = place }
        continue
      }
      func cell(_ name: String) -> String { columns[name].map { row.cells[$0] } ?? "" }
      guard let engaged = Day(iso: cell("engage_date")) else { continue }
      deals.append(
        Deal(
          engaged: engaged, closed: Day(iso: cell("close_date")),
          isWon: cell("deal_stage") == "Won"))
    }
    return deals
  }

  func isOpen(on day: Day) -> Bool { engaged < day && closed.map { $0 > day } ?? true }

  func isWon(after day: Day, upTo last: Day) -> Bool {
    isWon && closed.map { $0 > day && $0 <= last } ?? false
  }

  /// What is known of it on a day.
  func fact(on day: Day) -> ForecastFact {
    let closed = closed.flatMap { $0 <= day ? $0 : nil }
    let hasWon = isWon && closed != nil
    return ForecastFact(
      group: "", stage: hasWon ? 1 : 0, outcome: closed != nil && !hasWon ? .lost : .open,
      entered: [engaged, hasWon ? closed : nil], closed: hasWon ? nil : closed,
      inStage: day - engaged, amount: nil)
  }
}

/// Chances against what happened.
private struct Score {
  private var chances: [(chance: Double, isWon: Bool)] = []
  private var naiveError = 0.0

  mutating func add(_ chance: Double, naive: Double, isWon: Bool) {
    chances.append((chance, isWon))
    let truth = isWon ? 1.0 : 0
    naiveError += (naive - truth) * (naive - truth)
  }

  mutating func add(_ other: Score) {
    chances += other.chances
    naiveError += other.naiveError
  }

  /// Brier scores: the mean squared error of the chances; less is better.
  var summary: String {
    let count = Double(max(1, chances.count))
    let error = chances.reduce(0) { sum, item in
      let difference = item.chance - (item.isWon ? 1 : 0)
      return sum + difference * difference
    }
    let foretold = chances.reduce(0) { $0 + $1.chance }
    return String(
      format: "%d open, %.0f foretold, %d won; Brier %.4f, naive %.4f", chances.count, foretold,
      chances.count(where: \.isWon), error / count, naiveError / count)
  }

  var bins: [String] {
    (0..<10).compactMap { bin in
      let inside = chances.filter { min(9, Int($0.chance * 10)) == bin }
      guard !inside.isEmpty else { return nil }
      let mean = inside.reduce(0) { $0 + $1.chance } / Double(inside.count)
      let won = Double(inside.count(where: \.isWon)) / Double(inside.count)
      return String(
        format: "%2d–%3d%%  %8d  %12.1f%%  %9.1f%%", bin * 10, bin * 10 + 10, inside.count,
        mean * 100, won * 100)
    }
  }
}
