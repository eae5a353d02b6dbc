import LeadlineStore
import Testing

/// An address is never taken for the name of a file: it would be made, and hold what was meant for
/// the server.
@Suite struct LocationTests {
  @Test(
    arguments: [
      "postgres://h/x", "postgresql://h/x", " postgres://h/x", "POSTGRES://h/x", "postgres:/h/x",
      "mysql://h/x", "service=leads", "host=h dbname=x", "dbname = x host=h",
      "sslmode=disable host=h", "connect_timeout=3 host=h", "sslpassword=s", "Host=h", "passwd=x",
    ])
  func onAServer(_ text: String) {
    #expect(Location(text).isServer)
  }

  @Test(
    arguments: [
      "leads.db", "/var/lib/leads.db", "./service=leads", "/tmp/a=b/leads.db", ":memory:", "线索.db",
      "C:/leads.db", "my leads.db", "",
    ])
  func inAFile(_ text: String) {
    #expect(Location(text) == .file(path: text))
  }
}
