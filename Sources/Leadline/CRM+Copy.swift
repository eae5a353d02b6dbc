internal import Foundation
internal import LeadlinePostgres
public import LeadlineStore

extension CRM {
  /// Copies the database at `source` whole, as it is, to `target`, each a file or on a server;
  /// then reads both again and compares them cell by cell.
  ///
  /// `target` is made where it is a file that is missing; else it must hold nothing. All is one
  /// transaction there, and the source is not written. `stop` ends it from any thread, `progress`
  /// by throwing; then nothing is there that was not before. Throws `CopyError`, `StorageError`.
  public static func copy(
    from source: String, to target: String, stoppedBy stop: CancelGroup = CancelGroup(),
    progress: (CopyProgress) throws -> Void = { _ in }
  ) throws -> CopyReport {
    let (from, to) = (Location(source), Location(target))
    let engine = try existing(from)
    if from.isSame(as: to) { throw CopyError.sameDatabase(location: to.description) }
    try DatabaseCopy.check(engine)
    return try CopyTarget(to).write(progress) {
      DatabaseCopy(from: engine, to: $0, stoppedBy: stop)
    }
  }

  /// The engine of a database that is there.
  private static func existing(_ location: Location) throws -> any Engine {
    let missing = CopyError.noSource(location: location.description)
    if case .file(let path) = location, !FileManager.default.fileExists(atPath: path) {
      throw missing
    }
    do {
      return try engine(at: location)
    } catch .server(.noSuchDatabase, _) {
      throw missing
    }
  }

  /// Makes the database at `location`, with its tables, where there is none; on a server also the
  /// database itself.
  ///
  /// Throws `StorageError` where that is not possible, or the tables there are somebody else's.
  public static func make(at location: String) throws -> Founding {
    let place = Location(location)
    let file = FormerFile(place)
    do {
      return try make(at: place)
    } catch {
      file.restore(isOurs: false)
      throw error
    }
  }

  private static func make(at place: Location) throws -> Founding {
    let engine = try makingEngine(at: place)
    let isNew = try engine.tables().isEmpty
    let crm = CRM(
      database: try Database(engine: engine), user: "", clock: .system, language: .english)
    return Founding(
      location: crm.location, isNew: isNew, leads: try crm.count(Selection(.lead, fields: [])))
  }

  private static func makingEngine(at place: Location) throws(StorageError) -> any Engine {
    #if PostgreSQL
      if case .server(let address) = place {
        return try PostgresEngine(making: address).refusingServersOwn()
      }
    #endif
    return try engine(at: place)
  }
}

/// What is where a database was asked to be made.
public struct Founding: Hashable, Sendable {
  /// Without a password.
  public let location: String
  /// False where it was there already; then nothing was changed.
  public let isNew: Bool
  public let leads: Int
}

extension Location {
  /// Whether both name one database. Of a server only the same words are known to.
  fileprivate func isSame(as other: Location) -> Bool {
    guard case .file(let path) = self, case .file(let otherPath) = other else {
      return self == other
    }
    var (facts, otherFacts) = (stat(), stat())
    return stat(path, &facts) == 0 && stat(otherPath, &otherFacts) == 0
      && facts.st_dev == otherFacts.st_dev && facts.st_ino == otherFacts.st_ino
  }
}
