import Foundation
import TestKit
import Testing

/// What can go wrong between the program and a server.
@Suite(.serialized, .enabled(if: TestServer.shared != nil)) struct ServerFaults {}

extension TestServer {
  /// Waits until a query in a database gives `answer`, twenty seconds at most.
  func waits(for answer: String, from query: String, in database: String) throws -> Bool {
    let deadline = Date(timeIntervalSinceNow: 20)
    while Date() < deadline {
      if try run(query, in: database) == answer + "\n" { return true }
      usleep(5_000)
    }
    return false
  }

  /// Waits until a program has written something that it has not committed.
  func waitsForWriter(in database: String) throws -> Bool {
    try waits(
      for: "t",
      from: """
        SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name = 'leadline' \
        AND backend_xid IS NOT NULL AND datname = current_database()
        """, in: database)
  }
}
