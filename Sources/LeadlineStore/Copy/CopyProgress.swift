/// How far a copy has come.
public struct CopyProgress: Hashable, Sendable {
  public enum Phase: Hashable, Sendable { case copying, verifying }

  public let phase: Phase
  /// The table that is read.
  public let table: String
  /// Rows of all tables that this phase has done.
  public let rows: Int
  /// Rows of all tables.
  public let total: Int
  /// Rows a second since the copy began.
  public let rate: Double
  /// Until both phases are done.
  public let secondsLeft: Double
}

/// Counts the rows and looks at the time.
struct CopyCourse {
  let total: Int
  private let began = ContinuousClock.now
  private var phase = CopyProgress.Phase.copying
  private var rows = 0

  init(total: Int) { self.total = total }

  mutating func begin(_ phase: CopyProgress.Phase) {
    self.phase = phase
    rows = 0
  }

  /// Where the copy is after so many further rows.
  mutating func after(_ count: Int, of table: TableShape) -> CopyProgress {
    rows += count
    let done = phase == .copying ? rows : total + rows
    let seconds = (ContinuousClock.now - began) / .seconds(1)
    let rate = Double(done) / max(0.001, seconds)
    return CopyProgress(
      phase: phase, table: table.name, rows: rows, total: total, rate: rate,
      secondsLeft: Double(max(0, 2 * total - done)) / rate)
  }
}

/// What was copied and verified.
public struct CopyReport: Hashable, Sendable {
  /// Where the copy is, without a password.
  public let location: String
  public let leads: Int
  public let contacts: Int
  public let organisations: Int
  public let activities: Int
  /// Entries of the journal.
  public let entries: Int
  /// Rows of all tables.
  public let rows: Int
}
