import Foundation
import Leadline
import LeadlineModel
import Testing

@Suite struct StageWordTests {
  @Test(arguments: [
    ("funded", "funded|open"), ("Funded", "funded|open"), ("到账", "funded|open"),
    ("到帳", "funded|open"), ("签约", "signed|open"), ("簽約", "signed|open"),
    ("lost", "intent|lost"), ("流失", "intent|lost"), ("LOST", "intent|lost"),
    ("搁置", "intent|shelved"), ("擱置", "intent|shelved"), ("on hold", "intent|shelved"),
  ])
  func aMeaningInAnyWords(_ word: String, _ expected: String) throws {
    let bench = try Bench()
    let path = try bench.file("p.csv", "key,title,stage\n1,A,Won\n")
    let report = try bench.take(path) { $0.stages = [("won", .stage(word))] }
    #expect(report.counts == [1, 0, 0, 0], "\(report.files[0].rejections)")
    #expect(try bench.list(.lead, "stage", "outcome") == [expected])
  }

  @Test(arguments: [("fundd", "funded"), ("singed", "signed"), ("zzzzzzzz", nil), ("", nil)])
  func aMeaningThatIsNone(_ word: String, _ nearest: String?) throws {
    let bench = try Bench()
    let path = try bench.file("p.csv", "key,title,stage\n1,A,Won\n")
    let error = try #require(throws: ImportError.self) {
      try bench.take(path) { $0.stages = [("Won", .stage(word))] }
    }
    #expect(error.exitCode == 2)
    guard case .unknownStage(word, let names, let known) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(names.first == nearest)
    #expect(known.contains("funded") && known.contains("lost"))
    #expect(try bench.count(.lead) == 0)
  }
}
