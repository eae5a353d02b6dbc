#if PostgreSQL
  internal import CLibPQ
  internal import Foundation
  internal import LeadlineStore

  /// The address of a database on a server, as libpq reads it.
  struct ServerAddress: Sendable {
    private let text: String
    /// Without a password.
    let shown: String

    /// Throws where libpq cannot read it, or would read a part of the password as something else;
    /// libpq's own words may hold some of the password and are not passed on.
    init(_ text: String, _ pq: LibPQFunctions) throws(StorageError) {
      self.text = text
      shown = Location.server(address: text).description
      guard Self.isReadable(text, pq), !Self.hasStrayPassword(text) else {
        throw .server(.badAddress, location: Self.beginning(of: text))
      }
    }

    /// An address that cannot be read may have its password anywhere: as far as there is none.
    private static func beginning(of text: String) -> String {
      let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
      guard let secret = text[start...].firstMatch(of: /:|pass\w*\s*=?|pwd\s*=?/.ignoresCase())
      else {
        return text
      }
      return text[..<secret.range.upperBound] + "***"
    }

    /// A port that is no number may be the password of an address without a host.
    private static func isReadable(_ text: String, _ pq: LibPQFunctions) -> Bool {
      guard let options = pq.PQconninfoParse(text, nil) else { return false }
      defer { pq.PQconninfoFree(options) }
      var option = options
      while let keyword = option.pointee.keyword {
        if strcmp(keyword, "port") == 0, let port = option.pointee.val,
          String(cString: port).contains(where: { !"0123456789, ".contains($0) })
        {
          return false
        }
        option += 1
      }
      return true
    }

    /// Whether signs of a password that is not percent-encoded are read as parts of the address.
    private static func hasStrayPassword(_ text: String) -> Bool {
      guard let start = text.firstRange(of: "://")?.upperBound else { return false }
      let place = text[start...].prefix { $0 != "?" }
      guard let end = place.lastIndex(of: "@") else { return false }
      let user = place[..<end]
      guard let colon = user.firstIndex(of: ":") else { return false }
      return user[colon...].dropFirst().contains { "@/:".contains($0) }
    }

    /// Begins a connection and waits for its end; the handle tells how it went.
    ///
    /// `database` replaces the one that the address names.
    func connect(_ pq: LibPQFunctions, database: String? = nil) -> OpaquePointer? {
      withParameters(database: database) { pq.PQconnectdbParams($0, $1, 1) }
    }

    /// The same, without waiting.
    func begin(_ pq: LibPQFunctions, database: String? = nil) -> OpaquePointer? {
      withParameters(database: database) { pq.PQconnectStartParams($0, $1, 1) }
    }

    private typealias Texts = UnsafePointer<UnsafePointer<CChar>?>

    /// What stands before the address gives way to it, what stands behind does not.
    private func withParameters<Result>(
      database: String?, _ body: (Texts?, Texts?) -> Result
    ) -> Result {
      var pairs = [
        ("connect_timeout", "10"), ("dbname", text), ("client_encoding", "UTF8"),
        ("fallback_application_name", "leadline"),
      ]
      if ProcessInfo.processInfo.environment["PGCONNECT_TIMEOUT"] != nil { pairs.removeFirst() }
      if let database { pairs.append(("dbname", database)) }
      let keys = pairs.map { strdup($0.0) }
      let values = pairs.map { strdup($0.1) }
      defer { for text in keys + values { free(text) } }
      let keyTexts = keys.map { UnsafePointer($0) } + [nil]
      let valueTexts = values.map { UnsafePointer($0) } + [nil]
      return keyTexts.withUnsafeBufferPointer { keys in
        valueTexts.withUnsafeBufferPointer { values in
          body(keys.baseAddress, values.baseAddress)
        }
      }
    }
  }
#endif
