import Foundation
import TestKit

/// Runs transcripts against a program and tells where the conversation went another way.
struct TranscriptRunner {
  /// The program that `leadline` in a transcript means.
  let program: String
  /// Added to a clean environment: no pager, no colour, files under the transcript's own folder.
  var environment: [String: String] = [:]
  var columns = 100
  var timeout = 10.0

  /// Whether transcripts are written anew: `LEADLINE_RECORD=1`.
  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["LEADLINE_RECORD"] == "1"
  }

  /// The first line at which what was said differs.
  struct Difference: Error, CustomStringConvertible {
    let file: String
    let line: Int
    let expected: String
    let actual: String
    var description: String {
      "\(file):\(line)\n  expected: \(expected)\n  actual:   \(actual)"
    }
  }

  /// Runs the file, and compares it or, when recording, writes what happened in its place.
  func run(file: String, isRecording: Bool = Self.isRecording) throws {
    let expected = try String(contentsOfFile: file, encoding: .utf8)
    let actual = try run(Transcript(expected)).text
    if actual == expected { return }
    if isRecording { return try actual.write(toFile: file, atomically: true, encoding: .utf8) }
    let lines = (expected: expected.lines, actual: actual.lines)
    for index in 0..<max(lines.expected.count, lines.actual.count) {
      let wanted = index < lines.expected.count ? lines.expected[index] : "(the end)"
      let came = index < lines.actual.count ? lines.actual[index] : "(the end)"
      if wanted != came {
        throw Difference(file: file, line: index + 1, expected: wanted, actual: came)
      }
    }
  }

  /// Holds the conversation in a folder of its own and gives it with what really came.
  func run(_ transcript: Transcript) throws -> Transcript {
    let folder = NSTemporaryDirectory() + "transcript-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let names = folder + "/.bin"
    try FileManager.default.createDirectory(atPath: names, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: names + "/leadline", withDestinationPath: program)
    var result = transcript
    for index in result.commands.indices {
      try run(&result.commands[index], in: folder)
    }
    return result
  }

  private func run(_ command: inout Transcript.Command, in folder: String) throws {
    let child = try Child(
      "/bin/bash", ["-c", command.line], environment: settings(for: folder), folder: folder,
      columns: columns, rows: 1000)
    var outputs: [String] = []
    for turn in command.turns {
      outputs.append(
        try output(of: child.terminal, until: turn.prompt, isAfterKeys: !outputs.isEmpty))
      child.terminal.send(turn.keys)
    }
    outputs.append(try rest(of: child.terminal, isAfterKeys: !outputs.isEmpty))
    command.exitCode = child.wait()
    command.opening = outputs[0].lines
    for index in command.turns.indices { command.turns[index].output = outputs[index + 1].lines }
  }

  /// What is shown before the next prompt; the echo of the keys is the transcript's own line.
  private func output(
    of terminal: Terminal, until prompt: String, isAfterKeys: Bool
  ) throws -> String {
    if isAfterKeys { try terminal.expect("\n", timeout: timeout) }
    return try terminal.expectAtEnd(prompt, timeout: timeout)
  }

  /// A program that a key ends may leave its echo without a newline.
  private func rest(of terminal: Terminal, isAfterKeys: Bool) throws -> String {
    let rest = try terminal.rest(timeout: timeout)
    guard isAfterKeys else { return rest }
    return rest.firstIndex(of: "\n").map { String(rest[$0...].dropFirst()) } ?? ""
  }

  private func settings(for folder: String) -> [String: String] {
    var result = [
      "HOME": folder, "PATH": folder + "/.bin:/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "",
      "LEADLINE_PAGER": "", "NO_COLOR": "1", "COLUMNS": "", "LINES": "", "TZ": "UTC",
    ]
    for name in ["CONFIG", "DATA", "STATE", "CACHE"] { result["XDG_\(name)_HOME"] = "" }
    return result.merging(environment) { $1 }
  }
}

extension String {
  /// Lines without the newline at the end.
  fileprivate var lines: [String] {
    if isEmpty { return [] }
    return (hasSuffix("\n") ? String(dropLast()) : self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
