public import LeadlineModel
internal import LeadlinePostgres
internal import LeadlineSQLite
public import LeadlineStore

/// A database of leads, opened for one user: what programs and the prompt work with.
///
/// A `CRM` is one connection and not Sendable: open one for each thread.
public final class CRM {
  let database: Database
  /// The acting member of staff, by name; entered at the first write.
  public var user: String
  let clock: Clock
  /// The day as of which everything is read and written; nil for today.
  public var asOf: Day?
  public var language: Language

  init(database: Database, user: String, clock: Clock, language: Language) {
    self.database = database
    self.user = user
    self.clock = clock
    self.language = language
  }

  /// Opens the database at `location`: a file, made where it is missing, or a database of a
  /// PostgreSQL server, as `postgres://host/database` or any connection string of libpq.
  ///
  /// Where nobody is named, `user` is whom the database remembers, else empty.
  ///
  /// Throws `StorageError` where it cannot be opened or is none of ours.
  public static func open(
    _ location: String, as user: String?, clock: Clock = .system, language: Language = .english
  ) throws -> CRM {
    let database = try Database(engine: engine(at: Location(location)))
    return CRM(
      database: database, user: try user ?? database.rememberedUser() ?? "", clock: clock,
      language: language)
  }

  static func engine(at location: Location) throws(StorageError) -> any Engine {
    switch location {
    case .file(let path): return try SQLiteEngine(path: path)
    case .server(let address):
      #if PostgreSQL
        return try PostgresEngine(address: address).refusingServersOwn()
      #else
        throw .server(.notBuilt, location: location.description)
      #endif
    }
  }

  /// Keeps in the database who its user is, for those who do not say.
  public func remember(user name: String) throws {
    try database.remember(user: name)
    user = name
  }

  /// The day that counts as today: the real one, or the one asked for.
  public var today: Day { asOf ?? clock.today() }
  public var pipeline: Pipeline { database.pipeline }
  /// The currency of amounts that name none.
  public var currency: Currency { database.currency }
  public var location: String { database.location }
  /// The latest entry of the journal that was written here.
  public var latestEntry: Int64? { database.latestEntry }
  /// Ends the running call from any thread; it then throws `StorageError.cancelled`.
  public var canceller: any Canceller { database.canceller }

  /// Runs `body` with everything read as of `day`.
  public func at<Result>(_ day: Day, _ body: () throws -> Result) rethrows -> Result {
    let standing = asOf
    asOf = day
    defer { asOf = standing }
    return try body()
  }

  var viewpoint: Viewpoint {
    Viewpoint(day: today, today: clock.today(), language: language)
  }

  /// Runs `body` as one transaction and one entry of the journal.
  func write<Result>(
    _ line: String, _ body: (Writer) throws -> Result
  ) throws -> Written<Result> {
    if let asOf, asOf > clock.today() {
      throw CRMError.dayInFuture(asOf, today: clock.today())
    }
    let author = self.author(line)
    let (result, entry) = try database.write(as: author, body)
    return Written(result: result, entry: entry)
  }

  /// Runs a write as `write` does, and takes it back at once where it is only to be tried.
  func write<Result>(
    _ line: String, isTrial: Bool, _ body: (Writer) throws -> Result
  ) throws -> Written<Result> {
    guard isTrial else { return try write(line, body) }
    var tried: Result?
    do {
      return try write(line) { writer in
        tried = try body(writer)
        throw Trial.isOver
      }
    } catch Trial.isOver {
      guard let tried else { throw Trial.isOver }
      return Written(result: tried, entry: nil)
    }
  }

  private enum Trial: Error { case isOver }

  func author(_ line: String) -> Author {
    Author(name: user, line: Location.masking(line), now: clock.now(), today: today)
  }
}

/// What a writing operation gives: its result, and the journal entry it made.
public struct Written<Result> {
  public let result: Result
  /// Nil where nothing had to be written.
  public let entry: Int64?
}

extension Written: Sendable where Result: Sendable {}
