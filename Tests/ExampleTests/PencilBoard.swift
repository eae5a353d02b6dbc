import Foundation

/// The board of the example, counted from its files as a person with a pencil would: amounts in
/// units of ten thousand yuan, targets as the speech states them, nothing of the program used.
struct PencilBoard {
  /// Name, percents as shown, rank.
  typealias Row = (rank: Int, department: String, cells: [String])

  private struct Lead {
    var department = ""
    var stage = 0
    var isOpen = true
    var signed: String?
    var started: String?
    var agreed = 0
    var total = 0
  }

  private struct Receipt {
    let lead: Int
    let day: String
    let amount: Int
  }

  private struct Target {
    let signed: (count: Int, size: Int, total: Int?)
    let started: (count: Int, size: Int, total: Int?)
    let funded: Int?
  }

  private static let targets: [String: Target] = [
    "一档": Target(signed: (3, 1000, 6000), started: (2, 1000, 3000), funded: nil),
    "二档": Target(signed: (2, 1000, 4000), started: (1, 1000, nil), funded: 1000),
    "三档": Target(signed: (1, 1000, nil), started: (1, 500, nil), funded: 500),
    "四档": Target(signed: (1, 500, nil), started: (1, 300, nil), funded: 250),
    "两区": Target(signed: (4, 1000, 8000), started: (2, 1000, 4000), funded: 4000),
  ]
  private static let first = "2022-10-20"

  private var leads: [Int: Lead] = [:]
  private var receipts: [Receipt] = []
  private var tiers: [(department: String, tier: String)] = []

  init(folder: URL, upTo day: String) throws {
    func lines(_ name: String) throws -> [[String]] {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        .replacing("\u{FEFF}", with: "").split(whereSeparator: \.isNewline).dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
    for row in try lines("departments.csv") where tiers.last?.department != row[1] {
      tiers.append((row[1], row[0]))
    }
    for (index, row) in try lines("leads.csv").enumerated() {
      leads[index + 1] = Lead(department: row[6])
    }
    let work = try String(contentsOf: folder.appending(path: "work.leadline"), encoding: .utf8)
    for line in work.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let on = words.first(where: { $0.hasPrefix("on=") })?.dropFirst(3), on <= day,
        words[1].hasPrefix("L"), let number = Int(words[1].dropFirst())
      else { continue }
      take(words, number, String(on))
    }
  }

  private mutating func take(_ words: [String], _ number: Int, _ day: String) {
    func amount(_ name: String) -> Int? {
      words.first { $0.hasPrefix(name + "=") }
        .flatMap { Int($0.dropFirst(name.count + 1).filter { $0.isASCII && $0.isNumber }) }
    }
    switch words[0] {
    case "receipt":
      receipts.append(Receipt(lead: number, day: day, amount: Int(words[2].dropLast()) ?? 0))
    case "lose", "shelve": leads[number]?.isOpen = false
    case "reopen": leads[number]?.isOpen = true
    case "move":
      leads[number]?.stage = ["intent", "signed", "started"].firstIndex(of: words[2]) ?? 0
      if words[2] == "signed", leads[number]?.signed == nil { leads[number]?.signed = day }
      if words[2] == "started", leads[number]?.started == nil { leads[number]?.started = day }
      if let agreed = amount("agreed") { leads[number]?.agreed = agreed }
      if let total = amount("total") { leads[number]?.total = total }
    default: break
    }
  }

  /// The departments in the order of the board.
  var rows: [Row] {
    let counted = tiers.map { department, tier -> (String, [Ratio?], arrived: Int) in
      let arrived = receipts.filter {
        $0.day >= Self.first && leads[$0.lead]?.department == department
      }.map(\.amount).reduce(0, +)
      let target = Self.targets[tier]!
      let signed = leads.values.filter {
        $0.department == department && $0.isOpen && $0.stage >= 1 && ($0.signed ?? "") >= Self.first
      }.map(\.agreed)
      let started = leads.values.filter {
        $0.department == department && $0.isOpen && $0.stage >= 2
          && ($0.started ?? "") >= Self.first
      }.map(\.total)
      return (
        department,
        [
          Self.best(signed, target.signed), Self.best(started, target.started),
          target.funded.map { Ratio(arrived, $0) },
        ], arrived
      )
    }
    return ranked(counted)
  }

  private static func best(_ amounts: [Int], _ goal: (count: Int, size: Int, total: Int?)) -> Ratio
  {
    let large = amounts.filter { $0 >= goal.size }
    let byCount = Ratio(large.count, goal.count)
    guard let total = goal.total else { return byCount }
    let bySum = Ratio(large.reduce(0, +), total)
    return bySum.isMore(than: byCount) ? bySum : byCount
  }

  private func ranked(_ counted: [(String, [Ratio?], arrived: Int)]) -> [Row] {
    let scored = counted.map { name, ratios, arrived in
      let set = ratios.compactMap(\.self)
      let capped = Ratio.mean(set.map { $0.isMore(than: Ratio(1, 1)) ? Ratio(1, 1) : $0 })
      return (
        name: name, ratios: ratios, capped: capped, uncapped: Ratio.mean(set), arrived: arrived
      )
    }
    return scored.map { one in
      let better = scored.count { other in
        if other.capped.isMore(than: one.capped) { return true }
        if one.capped.isMore(than: other.capped) { return false }
        if other.uncapped.isMore(than: one.uncapped) { return true }
        return !one.uncapped.isMore(than: other.uncapped) && other.arrived > one.arrived
      }
      let cells = one.ratios.map { $0?.percent ?? "not set" } + [one.capped.percent]
      return (better + 1, one.name, cells)
    }.sorted { ($0.rank, $0.department) < ($1.rank, $1.department) }
  }
}

/// A ratio of whole numbers, compared crosswise.
private struct Ratio {
  let top: Int
  let bottom: Int

  init(_ top: Int, _ bottom: Int) {
    self.top = top
    self.bottom = bottom
  }

  func isMore(than other: Ratio) -> Bool { top * other.bottom > other.top * bottom }

  static func mean(_ ratios: [Ratio]) -> Ratio {
    let sum = ratios.reduce(Ratio(0, 1)) {
      Ratio($0.top * $1.bottom + $1.top * $0.bottom, $0.bottom * $1.bottom)
    }
    return Ratio(sum.top, sum.bottom * ratios.count)
  }

  /// Cut to a tenth.
  var percent: String {
    let tenths = 1000 * top / bottom
    return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }
}
