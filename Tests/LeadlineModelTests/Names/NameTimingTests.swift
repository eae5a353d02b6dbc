import LeadlineModel
import Testing

/// Prints what keys cost; asserts only that they stay few.
@Suite struct NameTimingTests {
  @Test(arguments: [
    ("张伟", 8), ("曾国藩", 16), ("尉迟敬德", 24), ("John Smith", 9),
    ("南京大学计算机科学与技术系", 100),
  ])
  func keys(name: String, most: Int) {
    let tokens = SearchKeys.tokens(of: name)
    let repeats = 500
    var count = 0
    let time = ContinuousClock().measure {
      for _ in 0..<repeats { count += SearchKeys.keys(of: name).count }
    }
    print("\(name): \(tokens.count) tokens, \(time / repeats) for each name")
    #expect(count == repeats * tokens.count)
    #expect(tokens.count <= most)
  }
}
