import Foundation
import Testing

@testable import LeadlineBenchmarks

/// The set of the FEBRL generator, 500 people entered twice with mistakes.
@Suite struct DuplicateSetTests {
  @Test func mostAreFoundAndFewAreWrong() throws {
    let corpora =
      ProcessInfo.processInfo.environment["LEADLINE_CORPORA"].map { URL(filePath: $0) }
      ?? URL(filePath: #filePath).appending(path: "../../../../shared/corpora").standardized
    let path = corpora.appending(path: "dedupe/febrl/dataset1.csv").path
    guard FileManager.default.fileExists(atPath: path) else {
      return print("skipped: no dedupe/febrl/dataset1.csv among the corpora")
    }
    let accuracy = try DuplicateTrial(path: path).run()
    #expect(accuracy.records == 1000)
    #expect(accuracy.pairs == 500)
    #expect(accuracy.precision >= 0.95)
    #expect(accuracy.recall >= 0.95)
  }
}
