import Foundation
import TestKit
import Testing

@Suite(.disabled(if: PromptProgram.isRunning)) struct TranscriptKitTests {
  private static let sample = """
    // A conversation with the shell.

    $ echo one; echo; echo two; echo kept > note
    one

    two

    // The folder stays between commands; exit codes are told.
    $ cat note; exit 4
    kept
    [exit 4]

    $ printf 'hello\\n'; printf 'name? '; read n; echo "hi $n"; printf 'leadline> '; read x; exit 2
    hello
    name? ‹王伟›
    hi 王伟
    leadline> move L1 signed
    [exit 2]

    $ printf 'leadline [as of 2026-11-20]> '; read x
    leadline [as of 2026-11-20]> some^C
    [exit 130]

    """

  @Test func parsesAndPrintsUnchanged() {
    let transcript = Transcript(Self.sample)
    #expect(transcript.text == Self.sample)
    #expect(transcript.commands.map(\.turns.count) == [0, 0, 2, 1])
    #expect(transcript.commands[2].turns[0].prompt == "name? ")
    #expect(transcript.commands[3].turns[0].keys == "some\u{3}")
  }

  @Test func runsAgainstTheShell() throws {
    #expect(try runner.run(Transcript(Self.sample)).text == Self.sample)
  }

  @Test func tellsTheFirstDifferenceAndRecordsAnew() throws {
    let file = NSTemporaryDirectory() + "transcript-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let wrong = Self.sample.replacingOccurrences(of: "\nkept", with: "\nlost")
    try wrong.write(toFile: file, atomically: true, encoding: .utf8)
    let difference = #expect(throws: TranscriptRunner.Difference.self) {
      try runner.run(file: file, isRecording: false)
    }
    #expect(difference?.line == 10)
    #expect(difference?.actual == "kept")
    try runner.run(file: file, isRecording: true)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.sample)
    try runner.run(file: file, isRecording: false)
  }

  private var runner: TranscriptRunner { TranscriptRunner(program: "/bin/cat") }
}
