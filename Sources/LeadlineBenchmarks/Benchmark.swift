/// Something measured on real or generated data, printed as figures.
///
/// Each stands in a file of its own; a new one is a line in `all`.
struct Benchmark: Sendable {
  let name: String
  /// What it takes, and what it prints.
  let usage: String
  let run: @Sendable ([String]) throws -> Void

  static let all: [Benchmark] = [network, duplicates]
}
