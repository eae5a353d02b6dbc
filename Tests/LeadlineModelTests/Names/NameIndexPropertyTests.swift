import LeadlineModel
import Testing

@Suite struct NameIndexPropertyTests {
  static let han = Array("曾单解仇区查任盖朴张張伟偉重庆行长長乐樂和着发發女吕呂绿略中国國大学系调都藏万俟尉迟参𠮷")
  static let plain = Array("abelnvuüLNVé '-1238 i")
  static let other = Array("のДж가. ·𝐀")
  static let spoken = [
    "zeng", "ceng", "shan", "dan", "chan", "zhang", "wei", "chong", "zhong", "qing", "xing",
    "hang", "lv", "lue", "nü", "fa", "le", "yue", "zw", "lnl", "zg", "dx", "w", " ", "da", "e",
  ]

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func indexFindsWhatMatches(seed: UInt64) {
    print("names and queries of seed \(seed)")
    var random = SeededNumbers(seed: seed)
    let names = Set((0..<150).map { _ in Self.name(&random) })
    let index = NameIndex(Array(names))
    var matches = 0
    for _ in 0..<250 {
      let query = Self.query(of: names, &random)
      let match = NameMatch(query)
      let found = index.find(query)
      for name in names where found[name] != match.rank(of: name) {
        Issue.record("seed \(seed): \(query) in \(name): \(String(describing: found[name]))")
      }
      matches += found.count
    }
    #expect(matches > 250)
  }

  @Test(arguments: [11, 12] as [UInt64])
  func tokensAreShortAndUnique(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    for _ in 0..<300 {
      let name = Self.name(&random)
      let tokens = SearchKeys.tokens(of: name)
      #expect(Set(tokens).count == tokens.count, "seed \(seed): \(name)")
      #expect(tokens.allSatisfy { (1...13).contains($0.unicodeScalars.count) })
      #expect(SearchKeys.tokens(of: Fold.text(name)) == tokens, "seed \(seed): \(name)")
    }
  }

  static func name(_ random: inout SeededNumbers) -> String {
    var name = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let letters =
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<6: han
        case 6..<9: plain
        default: other
        }
      let length = Int.random(in: 1...5, using: &random)
      for _ in 0..<length { name.append(letters.randomElement(using: &random) ?? "a") }
    }
    return name
  }

  /// Part of a name, spoken syllables, or both in a row.
  static func query(of names: Set<String>, _ random: inout SeededNumbers) -> String {
    var query = ""
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      if Bool.random(using: &random) {
        let name = Array(names.sorted().randomElement(using: &random) ?? "a")
        let start = Int.random(in: 0..<name.count, using: &random)
        let length = Int.random(in: 1...(Bool.random(using: &random) ? 2 : 14), using: &random)
        query += String(name[start...].prefix(length))
      } else {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          query += spoken.randomElement(using: &random) ?? "a"
        }
        if Bool.random(using: &random) { query.removeLast() }
      }
    }
    return query
  }
}
