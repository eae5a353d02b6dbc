import Foundation
import TestKit
import Testing

extension ServerFaults {
  /// What a person is told of a server that is not as it should be: place, cause, next step.
  @Suite(.serialized) struct ServerErrorTests {
    private let server = TestServer.shared!

    /// The program refuses with exit code 3 and says so, the parts one after another.
    private func refuses(
      _ location: String, _ command: [String] = ["leads"], says parts: String...,
      at place: SourceLocation = #_sourceLocation
    ) throws {
      let tool = try Tool(database: location)
      let outcome = try tool.start(command).outcome()
      #expect(outcome.code == 3, "\(outcome.errors)", sourceLocation: place)
      #expect(outcome.output == "", sourceLocation: place)
      var rest = outcome.errors[...]
      for part in ["error: "] + parts {
        let found = rest.firstRange(of: part)
        #expect(found != nil, "\(part) in \(outcome.errors)", sourceLocation: place)
        rest = found.map { rest[$0.upperBound...] } ?? rest
      }
    }

    /// An address of a new database, set up by statements run in it; the name goes into `%`.
    private func database(_ statements: String...) throws -> (name: String, own: OwnDatabase) {
      let own = try OwnDatabase(.postgres)
      let name = own.location.split(separator: "/")[2].prefix { $0 != "?" }
      for statement in statements {
        try server.run(statement.replacing("%", with: name), in: String(name))
      }
      return (String(name), own)
    }

    private var port: Substring {
      server.tcpAddress.split(separator: ":")[3].prefix { $0 != "/" }
    }

    @Test func notThere() throws {
      try refuses(
        "postgres://x@127.0.0.1:1/x", says: "cannot connect to 'postgres://x@127.0.0.1:1/x'",
        "refused", "is the address right, and does the server run?")
      try refuses(
        "postgres://x@/x?host=/tmp/none", says: "'postgres://x@/x?host=/tmp/none'", "No such file",
        "is the address right")
      try refuses(
        "postgres://x@none.invalid/x", says: "'postgres://x@none.invalid/x'", "none.invalid",
        "is the address right")
      try refuses("service=none", says: "'service=none'", "\"none\" not found", "is the address")
    }

    @Test func notLetIn() throws {
      let place = "@127.0.0.1:\(port)/postgres"
      try refuses(
        "postgres://guarded:wr0ng" + place, says: "'postgres://guarded:***\(place)'",
        "does not let guarded in", "password authentication failed", "~/.pgpass")
      try refuses(
        "postgres://guarded" + place, says: "'postgres://guarded\(place)' asks for a password",
        "~/.pgpass", "$PGPASSWORD")
      try refuses(
        server.address.replacing("leadline@", with: "nobody@"), says: "does not let nobody in",
        "role \"nobody\" does not exist", "look at the name")
    }

    @Test func noSuchDatabase() throws {
      let location = server.address(of: "none")
      try refuses(
        location, says: "there is no database 'none'", "leadline --db '\(location)' init")
    }

    @Test func busyElsewhere() throws {
      let (name, own) = try database()
      try server.run("ALTER DATABASE \(name) ALLOW_CONNECTIONS false")
      try refuses(own.location, says: "takes no connection now", "not currently accepting", "again")
      try server.run(
        "ALTER DATABASE \(name) ALLOW_CONNECTIONS true CONNECTION LIMIT 0",
        "GRANT CONNECT ON DATABASE \(name) TO guarded")
      try refuses(
        server.tcpAddress(of: name), says: "takes no connection now", "too many connections",
        "try again in a moment")
    }

    @Test(arguments: ["LATIN1", "SQL_ASCII"]) func inAnotherEncoding(_ encoding: String) throws {
      let (name, own) = try database()
      try server.run(
        "DROP DATABASE \(name)",
        "CREATE DATABASE \(name) TEMPLATE template0 ENCODING '\(encoding)' LOCALE 'C'")
      try refuses(own.location, says: "'\(own.location)' keeps text as \(encoding)", "init")
    }

    @Test func withoutRights() throws {
      let (name, own) = try database()
      let guarded = server.tcpAddress(of: name)
      let shown = guarded.replacing("s3cret-Pa55", with: "***")
      try refuses(guarded, says: "'\(shown)' does not allow it", "schema public", "ask who")
      let tool = try Tool(database: own.location)
      try tool.addLead()
      try refuses(guarded, says: "permission denied", "nothing was changed", "ask who administers")
      try server.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guarded", in: name)
      #expect(try tool.run("leads", database: guarded).output.contains("Motors"))
      try refuses(guarded, ["log", "L1", "call"], says: "permission denied", "nothing was changed")
      try server.run("REVOKE CONNECT ON DATABASE \(name) FROM PUBLIC")
      try refuses(guarded, says: "'\(shown)' does not allow it", "permission denied for database")
      try refuses(
        own.location + "&options=-csearch_path%3Dnone", says: "no schema has been selected")
      try tool.expectSound()
    }

    @Test func readOnly() throws {
      let (_, own) = try database()
      let location = own.location + "&options=-cdefault_transaction_read_only%3Don"
      try refuses(location, says: "'\(location)' can only be read", "nothing was changed", "ask")
      let tool = try Tool(database: own.location)
      try tool.addLead()
      #expect(try tool.run("leads", database: location).output.contains("Motors"))
      try refuses(location, ["log", "L1", "call"], says: "can only be read", "look for the server")
      #expect(try tool.count("activities") == 0)
    }

    @Test func ofSomebodyElse() throws {
      let (_, songs) = try database("CREATE TABLE song (title text)")
      try refuses(songs.location, says: "'\(songs.location)' is not a Leadline database", "nothing")
      let (name, meta) = try database("CREATE TABLE meta (title text)")
      try refuses(meta.location, says: "'\(meta.location)' is not a Leadline database", "nothing")
      #expect(
        try server.run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", in: name)
          == "1\n")
    }

    @Test func madeByANewerProgram() throws {
      let (name, own) = try database()
      let tool = try Tool(database: own.location)
      try tool.addLead()
      try server.run("UPDATE meta SET value = '99' WHERE name = 'schema'", in: name)
      try refuses(own.location, says: "newer Leadline (schema 99", "update leadline")
    }

    /// A statement that the server may not let run for long does not look as though stopped.
    @Test func statementsTakeTheirTime() throws {
      let (_, own) = try database("ALTER DATABASE % SET statement_timeout = '1ms'")
      let tool = try Tool(database: own.location)
      try tool.addLead()
    }
  }
}
