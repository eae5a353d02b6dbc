import Foundation
import Leadline
import LeadlineModel
import TestKit
import Testing

/// A real pipeline of 8,800 deals, with maps as a user gives them.
@Suite struct PipelineFileTests {
  private static let file = "crm/maven-crm-ikebude-iso/sales_pipeline.csv"

  private static func map(_ options: inout ImportOptions) {
    options.columns = [("close_value", "amount")]
    options.stages = [
      ("Prospecting", .stage("intent")), ("Engaging", .stage("intent")),
      ("Won", .stage("funded")), ("Lost", .lost),
    ]
  }

  @Test(arguments: EngineChoice.allCases)
  func comesInWhole(on engine: EngineChoice) throws {
    guard let path = Corpora.path(Self.file) else { return }
    let bench = try Bench(engine)
    let start = Date()
    let report = try bench.take(path, Self.map)
    print("8,800 deals: \(Date().timeIntervalSince(start)) s")
    #expect(report.counts == [8800, 0, 0, 0])
    #expect(report.files[0].kind == .lead)
    #expect(report.files[0].origin == "sales_pipeline")
    let leads = try bench.list(.lead, "stage", "outcome", "arrived", "org").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(leads.count == 8800)
    #expect(leads.count { $0[0] == "funded" } == 4238)
    #expect(leads.count { $0[1] == "lost" } == 2473)
    #expect(leads.count { $0[3].isEmpty } == 1425)
    let arrived = leads.compactMap { Int($0[2].split(separator: " ").first ?? "0") }.reduce(0, +)
    #expect(arrived == 10_005_534)

    let again = try bench.take(path, Self.map)
    #expect(again.counts == [0, 0, 8800, 0])
    #expect(again.entry == nil)
    #expect(try bench.findings() == [])
    try bench.undo()
    #expect(try bench.count(.lead) == 0)
    #expect(try bench.count(.organisation) == 0)
  }
}
