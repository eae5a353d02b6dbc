internal import Foundation

// LeadlineBenchmarks NAME [ARGUMENT …]: runs one benchmark and prints what it measured.
let arguments = Array(CommandLine.arguments.dropFirst())
guard let benchmark = Benchmark.all.first(where: { $0.name == arguments.first }) else {
  let usage = Benchmark.all.map { "  \($0.name) \($0.usage)" }
  FileHandle.standardError.write(
    Data((["usage: LeadlineBenchmarks NAME …"] + usage).joined(separator: "\n").utf8 + [10]))
  exit(2)
}
try benchmark.run(Array(arguments.dropFirst()))
