internal import Foundation
internal import LeadlineModel
internal import LeadlineReports
internal import LeadlineSQLite
internal import LeadlineStore

extension Benchmark {
  /// How long the best introductions take, and whether they are the best.
  static let network = Benchmark(
    name: "network",
    usage: """
      FILE [CONTACTS [PAIRS [COMPARED]]]: generates a network into FILE where that is missing, \
      looks for ways between random pairs and from all the staff, compares some of the former with \
      a search that leaves out nothing
      """
  ) { arguments in
    guard let path = arguments.first else { return print("network: which FILE?") }
    let numbers = arguments.dropFirst().map { Int($0) ?? 0 }
    let contacts = numbers.first ?? 1_000_000
    let pairs = numbers.dropFirst().first ?? 100
    let today = Day(iso: "2026-11-23") ?? Day(number: 0)
    let isNew = !FileManager.default.fileExists(atPath: path)
    let database = try Database(engine: SQLiteEngine(path: path))
    if isNew {
      var people = GeneratedPeople(contacts: contacts, today: today)
      let author = Author(
        name: "工作人员0", line: "generated", now: Instant(microseconds: 0), today: today)
      try people.enter(database, author)
    }
    try NetworkTrial(database: database, contacts: contacts, today: today)
      .run(pairs, compared: numbers.dropFirst(2).first ?? pairs)
  }
}

/// Searches for ways from staff to contacts, each in a network that has read nothing yet.
private struct NetworkTrial {
  let database: Database
  let contacts: Int
  let today: Day

  func run(_ pairs: Int, compared: Int) throws {
    var random = SeededNumbers(seed: 7)
    let staff = max(20, contacts / 1000)
    let all = (1...staff).map { Database.key(of: Ref(.staff, Int64($0))) }
    var (times, fromAll, slow) = ([Double](), [Double](), [Double]())
    var (lengths, wrong) = ([Int: Int](), 0)
    for number in 0..<pairs {
      let source = all[Int(random.next() % UInt64(staff))]
      let target = Int64(random.next() % UInt64(contacts)) + 1
      let (found, time) = try timed { try search().chains(from: [source], to: [target]) }
      times.append(time)
      fromAll.append(try timed { try search().chains(from: all, to: [target]) }.1)
      lengths[(found.first?.persons.count ?? 1) - 1, default: 0] += 1
      guard number < compared else { continue }
      let (best, exact) = try timed { try everyWay(from: source, to: target) }
      slow.append(exact)
      if abs((found.first?.strength ?? 0) - best) > 1e-12 {
        wrong += 1
        print("differs: \(source) \(target): \(found.first?.strength ?? 0) for \(best)")
      }
    }
    report(times, "search")
    report(fromAll, "search from all the staff")
    report(slow, "search that leaves out nothing")
    let hops = lengths.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    print("hops of the best way (0 for none)  " + hops.joined(separator: ", "))
    print("\(compared - wrong) of \(compared) equal the exact search")
  }

  private func search() -> ChainSearch {
    ChainSearch(in: Network(database, today: today))
  }

  /// The strength of the best way of at most four hops, two from each end, nothing left out.
  private func everyWay(from source: Int64, to target: Int64) throws -> Double {
    let network = Network(database, today: today)
    let (near, far) = (try layers(source, target, network), try layers(target, source, network))
    var best = near.dropFirst().compactMap { $0[target] }.max() ?? 0
    for layer in near.dropFirst() {
      for other in far.dropFirst() {
        for (person, strength) in layer {
          guard let twin = other[person], strength * twin > best else { continue }
          if person == source || person == target { continue }
          if try !network.isBarred(person) { best = strength * twin }
        }
      }
    }
    return best
  }

  /// How strongly everybody is reached in none, one and two hops.
  private func layers(
    _ start: Int64, _ end: Int64, _ network: Network
  ) throws -> [[Int64: Double]] {
    let first = try network.strengths(of: [start])[start] ?? [:]
    var second: [Int64: Double] = [:]
    for person in first.keys where try person != end && !network.isBarred(person) {
      for (other, strength) in try network.strengths(of: [person])[person] ?? [:] {
        second[other] = max(second[other] ?? 0, strength * (first[person] ?? 0))
      }
    }
    return [[start: 1], first, second]
  }

  private func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, Double) {
    let start = ContinuousClock.now
    let result = try body()
    return (result, (ContinuousClock.now - start) / .milliseconds(1))
  }

  private func report(_ times: [Double], _ what: String) {
    guard !times.isEmpty else { return }
    let sorted = times.sorted()
    func at(_ share: Double) -> String {
      String(format: "%.1f", sorted[Int(Double(sorted.count - 1) * share)])
    }
    print("\(what), ms: median \(at(0.5)), 9 of 10 \(at(0.9)), longest \(at(1))")
  }
}
