import LeadlineModel
import Testing

@testable import LeadlineStore

/// What is taken back, and what is kept and named.
@Suite struct UndoTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Writes; gives the entry to take back.
    let write: @Sendable (World) throws -> Int64
    /// The reasons, each with the column or the table of a part; empty where nothing is kept.
    let kept: [String]
    let check: @Sendable (World) throws -> Void

    init(
      _ name: String, kept: [String] = [], write: @escaping @Sendable (World) throws -> Int64,
      check: @escaping @Sendable (World) throws -> Void
    ) {
      testDescription = name
      self.kept = kept
      self.write = write
      self.check = check
    }
  }

  @Test(arguments: EngineMaker.allCases, cases)
  func keepsWhatItMust(_ maker: EngineMaker, _ example: Case) throws {
    let world = try World(maker)
    let entry = try example.write(world)
    do {
      let report = try world.undo(entry)
      #expect(report.kept.map(\.summary) == example.kept)
    } catch UndoRefusal.allKept(let number, let kept) {
      #expect(number == entry)
      #expect(kept.map(\.summary) + ["all"] == example.kept)
    }
    try example.check(world)
    #expect(try world.database.check() == [])
  }

  static let cases: [Case] = rows + columns + rules + links
}

extension Kept {
  /// The record, the part or column, and the reason.
  var summary: String {
    let place = [record?.description, part].compactMap(\.self).joined(separator: "/")
    let reason = if case .rule = why { "rule" } else { "\(why)" }
    return "\(place)\(column.map { ".\($0)" } ?? "") \(reason)"
  }
}
