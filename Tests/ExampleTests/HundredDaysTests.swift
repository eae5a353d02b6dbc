import Foundation
import Leadline
import TestKit
import Testing

/// The contest of a hundred days, loaded as its script loads it, and asked as its people ask.
///
/// The numbers were counted from the files by a program of another kind, in another language.
@Suite(.serialized) struct HundredDaysTests {
  @Test func showsTheSameOnEveryEngine() throws {
    var shown: [[String]] = []
    for engine in EngineChoice.allCases {
      let example = try Example(engine)
      shown.append(try example.listings())
      try showsWhatTheFilesSay(example)
    }
    for others in shown.dropFirst() {
      for (listing, other) in zip(shown[0], others) { #expect(listing == other) }
    }
  }

  private func showsWhatTheFilesSay(_ example: Example) throws {
    try stagesAreCounted(example)
    try stalledListsDiffer(example)
    try boardsAreWhatAPersonCounts(example)
    try peopleAreFound(example)
    try waysGoThroughCommonYears(example)
    try aCallCountsAndAnEditDoesNot(example)
    #expect(try example.run("check").contains("all is well"))
  }

  private func stagesAreCounted(_ example: Example) throws {
    for (stage, count) in [("intent", 34), ("signed", 9), ("started", 5), ("funded", 0)] {
      let found = try example.ids(
        "leads", "stage:\(stage)", "outcome:open", "--as-of", "2022-12-02")
      #expect(found.count == count, "\(stage)")
    }
    let receptions = try example.run(
      "activities", "kind:reception", "on:2022-10-20..2022-12-02", "--columns", "guests")
    let guests = receptions.split(separator: "\n").dropFirst().compactMap {
      Int($0.split(separator: "\t").last ?? "")
    }
    #expect(guests.count == 134)
    #expect(guests.reduce(0, +) == 396)
  }

  private func stalledListsDiffer(_ example: Example) throws {
    let december = [1, 2, 6, 7, 11, 13, 15, 17, 21, 33, 36, 37, 38, 42, 43]
    let october = [1, 2, 3, 4, 5, 6, 7, 13, 14, 15, 17, 18, 20, 21, 22, 23, 24, 25]
    #expect(try example.stalled("2022-12-02") == december)
    #expect(try example.stalled("2022-10-01") == october)
    #expect(try example.ids("stalled", "level:red", "--as-of", "2022-12-02").count == 9)
  }

  /// Day 41, and the last day.
  private func boardsAreWhatAPersonCounts(_ example: Example) throws {
    for day in ["2022-10-19", "2022-11-14", "2022-11-29", "2022-12-02", "2023-01-27"] {
      let pencil = try PencilBoard(folder: Example.folder, upTo: day).rows.map {
        ([String($0.rank), $0.department] + $0.cells).joined(separator: " ")
      }
      let rows = try example.run("board", "--as-of", day).split(separator: "\n").dropFirst().map {
        let cells = $0.split(separator: "\t", omittingEmptySubsequences: false)
        return ([cells[0], cells[1]] + cells[4...7]).joined(separator: " ")
      }
      #expect(rows.count == 14)
      #expect(rows.sorted() == pencil.sorted(), "\(day)")
    }
    let receptions = try example.run("receptions", "--as-of", "2022-12-02").split(separator: "\n")
    let counts = receptions.dropFirst().map { $0.split(separator: "\t").compactMap { Int($0) } }
    #expect(counts.map { $0[0] }.reduce(0, +) == 134)
    #expect(counts.map { $0[1] }.reduce(0, +) == 396)
    for level in ["--section", "--staff"] {
      #expect(
        try example.run("board", level, "--as-of", "2023-01-27").contains("商务局\ttogether\t2 / 3"))
      #expect(
        try example.run("pace", level, "--as-of", "2023-01-27")
          == example.run("board", level, "--as-of", "2023-01-27"))
    }
  }

  private func peopleAreFound(_ example: Example) throws {
    for query in ["张伟", "張偉", "zhangwei", "zhang wei", "zw", "伟", "4321"] {
      #expect(try example.ids("find", query).contains("C7"), "\(query)")
    }
    #expect(try example.run("find", "muller").contains("Müller"))
    #expect(try example.run("find", "zeng").contains("曾"))
    #expect(try example.run("find", "ceng").contains("曾"))
    #expect(try !example.ids("find", "hangwei").contains("C7"))
  }

  /// From a clerk to an investor through a classmate and a former colleague; who was there in other
  /// years is no way, and other years change the answer.
  private func waysGoThroughCommonYears(_ example: Example) throws {
    let way = try example.run("path", "Nordwind Energie AG", "from=周敏")
    let first = way.components(separatedBy: "\n2.")[0]
    for part in [
      "周敏", "classmates, 河海大学 港航系 1997–2001", "单晓峰",
      "colleagues, 西门子能源（上海）有限公司 2006–2009", "Anna Schmidt",
    ] {
      #expect(first.contains(part), "\(part)")
    }
    #expect(try !example.run("ties", "周敏").contains("曾文彬"))
    try example.run("affiliate", "单晓峰", "西门子能源（上海）有限公司", "--remove")
    try example.run("affiliate", "单晓峰", "西门子能源（上海）有限公司", "2010-2011")
    let other = try example.run("path", "Nordwind Energie AG", "from=周敏")
    #expect(!other.contains("西门子能源（上海）有限公司 2006–2009"))
    try example.run("undo")
    try example.run("undo")
    #expect(try example.run("path", "Nordwind Energie AG", "from=周敏") == way)
  }

  private func aCallCountsAndAnEditDoesNot(_ example: Example) throws {
    try example.run("set", "L43", "title=汽车线束二期项目", "--as-of", "2022-12-02")
    #expect(try example.stalled("2022-12-02").contains(43))
    try example.run("log", "L43", "note", "--as-of", "2022-12-02", "--", "read the file")
    try example.run("log", "L43", "call", "--failed", "--as-of", "2022-12-02")
    #expect(try example.stalled("2022-12-02").contains(43))
    try example.run("log", "L43", "call", "--as-of", "2022-12-02")
    #expect(try !example.stalled("2022-12-02").contains(43))
    try example.run("undo")
    #expect(try example.stalled("2022-12-02").contains(43))
  }
}

/// The example in a database of its own, and the program on it.
private struct Example {
  private let program: String
  private let database: OwnDatabase

  init(_ engine: EngineChoice) throws {
    program = try BuiltProgram.path
    database = try OwnDatabase(engine)
    let load = Self.folder.appending(path: "load").path
    _ = try Self.output(of: "/bin/bash", [load, program, database.location])
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "examples/hundred-days")

  /// What the contest shows, whole.
  func listings() throws -> [String] {
    let day = ["--as-of", "2022-12-02"]
    let lists = [
      ["stalled"], ["stalled", "--format", "json"], ["leads", "--columns", "all"], ["neglected"],
      ["today"], ["contacts", "--columns", "all"], ["orgs", "--columns", "all"], ["activities"],
      ["show", "L1"], ["board"], ["board", "--staff"], ["pace"],
      ["receptions"], ["campaign", "show"],
    ]
    return try lists.map { try run($0 + day) } + [history()]
  }

  /// The history of a lead without the minute in which a line was recorded: two databases are not
  /// loaded in the same one.
  private func history() throws -> String {
    let lines = try run("history", "L1", "--as-of", "2022-12-02").split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let recorded = try #require(lines.first?.firstIndex(of: "recorded"))
    return lines.map { cells in
      cells.enumerated().filter { $0.offset != recorded }.map { String($0.element) }
        .joined(separator: "\t")
    }.joined(separator: "\n")
  }

  @discardableResult
  func run(_ arguments: String...) throws -> String { try run(arguments) }

  private func run(_ arguments: [String]) throws -> String {
    try Self.output(of: program, ["--db", database.location, "--me", "王伟"] + arguments)
  }

  /// The first column of what a command lists.
  func ids(_ arguments: String...) throws -> [String] {
    try run(arguments).split(separator: "\n").dropFirst().map { line in
      String(line.prefix { $0 != "\t" })
    }
  }

  /// The numbers of the leads stalled on a day, in order.
  func stalled(_ day: String) throws -> [Int] {
    try ids("stalled", "--as-of", day).compactMap { Int($0.dropFirst()) }.sorted()
  }

  private static func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(arguments)")
    return String(decoding: printed, as: UTF8.self)
  }
}
