internal import Foundation
internal import Leadline
internal import LeadlineCommands
internal import LeadlineInterchange

/// Runs lines one after another: each may be stopped with Ctrl-C, and says what went wrong.
struct LineRunner {
  let session: Session
  let console: ScreenConsole

  /// Runs one command; gives its exit code.
  func run(_ command: () throws -> Void) -> Int32 {
    let canceller = session.renewCanceller()
    let cancel: @Sendable () -> Void = { canceller.cancel() }
    return Interrupts().watch(cancel: cancel) { token in
      console.interruption = token
      defer { console.interruption = nil }
      do {
        try command()
        // What was done is done, also where Ctrl-C came as it ended.
        return 0
      } catch Sink.Failure.closed {
        return 0
      } catch {
        return report(error)
      }
    }
  }

  /// Runs a line of the command language.
  func run(line: String) -> Int32 {
    run { try session.run(line) }
  }

  /// Runs lines, up to the first that fails unless told to keep going.
  func run(lines: some Sequence<String>, _ invocation: Invocation) -> Int32 {
    var worst: Int32 = 0
    for line in lines {
      let code = run(line: line)
      if code != 0 {
        worst = code
        if !invocation.keepsGoing || code == 130 { return code }
      }
      if session.isOver { break }
    }
    return worst
  }

  func run(script path: String, _ invocation: Invocation) throws -> Int32 {
    guard FileManager.default.fileExists(atPath: path),
      let text = try? String(contentsOfFile: path, encoding: .utf8)
    else { throw FileError(.reading, path: path, cause: .notFound) }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return run(lines: lines.lazy.map(String.init), invocation)
  }

  /// Runs what comes on stdin, a line each.
  func runInput(_ invocation: Invocation) -> Int32 {
    run(lines: sequence(state: ()) { _ in readLine() }, invocation)
  }

  /// Says what went wrong; gives the exit code.
  private func report(_ error: any Error) -> Int32 {
    if let failure = error as? Sink.Failure {
      let language = session.crm.language
      console.notice(Diagnostic.prefix(language) + failure.words[language])
      return 3
    }
    let text = ErrorText(error, in: session.crm.language)
    console.notice(text.full)
    return text.exitCode
  }
}
