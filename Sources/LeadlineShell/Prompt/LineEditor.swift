internal import CReadline
internal import Glibc
internal import Leadline

/// Reads lines at a terminal with GNU Readline. One per process, used from one thread.
public final class LineEditor {
  /// How reading a line ended.
  public enum Outcome: Hashable, Sendable {
    case line(String)
    /// Ctrl-C: the line was dropped.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal went away.
    case end
  }

  /// Completes the lines read while it is set.
  public var completer: Completer? {
    didSet { installCompleter() }
  }

  /// Why the history file could not be read or written, to be told once.
  public private(set) var historyFailure: HistoryFile.Failure?

  /// The failure, once.
  public func takeHistoryFailure() -> HistoryFile.Failure? {
    defer { historyFailure = nil }
    return historyFailure
  }

  private let history: HistoryFile?
  private let output: Int32
  private var lastRemembered: String?
  private var pasted: [String] = []

  /// An editor on stdin and stdout; nil unless both are terminals.
  public convenience init?(history: HistoryFile?) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    self.init(history: history, input: STDIN_FILENO, output: STDOUT_FILENO)
  }

  /// An editor on a terminal of the caller's; nil if it is none.
  public init?(history: HistoryFile?, input: Int32, output: Int32) {
    guard isatty(input) == 1, isatty(output) == 1 else { return nil }
    leadline_use_utf8()
    guard leadline_readline_use(input, output) else { return nil }
    self.history = history
    self.output = output
    loadHistory()
  }

  deinit {
    leadline_complete_with(nil, nil)
  }

  /// Reads one line without its newline.
  ///
  /// `prompt` holds colours between `\u{1}` and `\u{2}`. A pasted block comes back line by line,
  /// each shown behind the prompt it answers.
  public func readLine(prompt: String, prefill: String? = nil, recording: Bool = true) -> Outcome {
    if !pasted.isEmpty { return nextPasted(prompt: prompt, recording: recording) }
    var buffer: UnsafeMutablePointer<CChar>?
    switch leadline_read(prompt, prefill, &buffer) {
    case leadline_interrupted: return .interrupted
    case leadline_end: return .end
    default: break
    }
    guard let buffer else { return .end }
    defer { leadline_free(buffer) }
    var lines = String(cString: buffer).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).map(String.init)
    while lines.count > 1, lines.last == "" { lines.removeLast() }
    let line = lines.removeFirst()
    pasted = lines
    if recording { remember(line) }
    return .line(line)
  }

  /// Drops what is left of a pasted block, as after an error or Ctrl-C.
  public func dropPasted() {
    pasted = []
  }

  /// Puts `line` into the history, unless it is blank, begins with a blank or repeats the last;
  /// passwords of addresses are left out.
  public func remember(_ line: String) {
    let line = Location.masking(line)
    guard let first = line.first, first != " ", line != lastRemembered else { return }
    lastRemembered = line
    leadline_history_add(line)
    do throws(HistoryFile.Failure) { try history?.append(line) } catch { historyFailure = error }
  }

  private func nextPasted(prompt: String, recording: Bool) -> Outcome {
    let line = pasted.removeFirst()
    let shown = prompt.filter { $0 != "\u{1}" && $0 != "\u{2}" } + line + "\n"
    _ = Descriptor.write(Array(shown.utf8), to: output)
    if recording { remember(line) }
    return .line(line)
  }

  private func loadHistory() {
    leadline_history_clear()
    leadline_history_limit(Int32(HistoryFile.limit))
    guard let history else { return }
    do throws(HistoryFile.Failure) {
      let lines = try history.load()
      for line in lines { leadline_history_add(line) }
      lastRemembered = lines.last
    } catch {
      historyFailure = error
    }
  }

  private func installCompleter() {
    guard completer != nil else { return leadline_complete_with(nil, nil) }
    leadline_complete_with(
      { context, line, cursor, answer in
        guard let context, let line else { return }
        let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
        guard let found = editor.completer?(String(cString: line), Int(cursor)) else { return }
        leadline_candidates_start(answer, Int32(found.start))
        leadline_candidates_append(answer, found.endsWord ? 32 : 0)
        for text in found.candidates { leadline_candidates_add(answer, text) }
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}
