import Foundation
import LeadlineModel

/// Records of `expected/NAME.jsonl`, empty with a printed notice where the corpora do not stand.
func corpusRecords(_ name: String) -> [[String: Any]] {
  let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let folder =
    ProcessInfo.processInfo.environment["LEADLINE_CORPORA"].map { URL(filePath: $0) }
    ?? root.appending(path: "../shared/corpora")
  guard
    let text = try? String(contentsOf: folder.appending(path: "expected/\(name)"), encoding: .utf8)
  else {
    print("skipped: \(name) does not stand in \(folder.path())")
    return []
  }
  return text.split(separator: "\n").compactMap {
    try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
  }
}

/// SeededNumbers, so that a printed seed repeats a run.
struct SeededValues: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
    print("seed \(seed)")
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
