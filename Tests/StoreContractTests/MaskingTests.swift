import LeadlineStore
import Testing

/// No password in what is shown or kept, and nothing else hidden.
@Suite struct MaskingTests {
  @Test(
    arguments: [
      ("copy postgres://u:geheim@127.0.0.1:1/x y.db", "copy postgres://u:***@127.0.0.1:1/x y.db"),
      ("copy x.db \"postgres://u:ge heim@h/x\"", "copy x.db \"postgres://u:***@h/x\""),
      ("copy postgresql://u:g@e/h:e?im@h/x y", "copy postgresql://u:***@h/x y"),
      ("copy 'postgres://u:it's@h/x' y", "copy 'postgres://u:***@h/x' y"),
      ("copy “postgres://u:ge heim@h/x” y", "copy “postgres://u:***@h/x” y"),
      ("copy postgres://u:geheim/x y", "copy postgres://u:*** y"),
      ("copy postgres://:geheim@h y", "copy postgres://:***@h y"),
      ("copy sslpassword=geheim q.db", "copy sslpassword=*** q.db"),
      ("copy 'passwd=geheim host=h' q.db", "copy 'passwd=*** host=h' q.db"),
      ("copy postgres://u@h/x?%70assword=geheim q.db", "copy postgres://u@h/x?%70assword=*** q.db"),
      (
        "copy postgres://a:geheim@h/x postgres://b:geheim@k/y",
        "copy postgres://a:***@h/x postgres://b:***@k/y"
      ),
      (
        "copy 'postgres:///x?password=geheim' y.db", "copy 'postgres:///x?password=***' y.db"
      ),
      (
        "copy postgres://h/x?user=u&password=geheim&sslmode=require&sslpassword=geheim y",
        "copy postgres://h/x?user=u&password=***&sslmode=require&sslpassword=*** y"
      ),
      (
        "copy postgres://h:5432/x?user=u&password=ge@heim&sslmode=require y",
        "copy postgres://h:5432/x?user=u&password=***&sslmode=require y"
      ),
      (
        "copy \"host=127.0.0.1 password='ge heim' dbname=x\" y.db",
        "copy \"host=127.0.0.1 password=*** dbname=x\" y.db"
      ),
      (
        "copy 'host=127.0.0.1 password=''ge heim'' dbname=x' y.db",
        "copy 'host=127.0.0.1 password=*** dbname=x' y.db"
      ),
      (
        "copy \"host=h password='ge\\'he im' dbname=x\"", "copy \"host=h password=*** dbname=x\""
      ),
      ("copy \"password=ge he im host=h\" y", "copy \"password=*** host=h\" y"),
      ("copy \"password='ge'heim' host=h\" y", "copy \"password=*** host=h\" y"),
      ("copy \"host=h password=geheim\" y", "copy \"host=h password=***\" y"),
      ("copy \"host=h password=ge\\ heim dbname=x\" y", "copy \"host=h password=*** dbname=x\" y"),
      ("copy \"password = geheim host=h\" y", "copy \"password = *** host=h\" y"),
      ("copy \"host=h password=ge'h&eim user=u\"", "copy \"host=h password=*** user=u\""),
      ("copy \"host=h password=***geheim user=u\"", "copy \"host=h password=*** user=u\""),
      ("copy Postgres://u:geheim@h/x y", "copy Postgres://u:***@h/x y"),
      ("copy pgsql://u:geheim@h/x y", "copy pgsql://u:***@h/x y"),
      (
        "cannot open 'postgres://u:geheim@h/x': no", "cannot open 'postgres://u:***@h/x': no"
      ),
    ])
  func hidesPasswords(_ line: String, _ shown: String) {
    #expect(Location.masking(line) == shown)
    #expect(Location.masking(shown) == shown)
  }

  @Test(arguments: [
    "log L1 call -- the wifi password is 123", "log L1 call -- their password: 123",
    "leads note:password amount:50m..", "copy postgres://u@h:5432/x y.db",
    "copy postgres://h:5432/x?sslmode=require y", "copy postgres://h:1,k:2/x postgres://h:5432 y",
    "copy postgres://[::1]:5432/x postgres://[::1]/x y", "copy service=leads y.db",
    "copy \"host=h dbname=x\" y", "log L1 call -- see http://example.org:8080/@user",
    "set O1 note=https://example.org/a:b", "find 王伟", "",
  ])
  func leavesTheRest(_ line: String) {
    #expect(Location.masking(line) == line)
  }

  @Test(arguments: [
    ("postgres://u:geheim@h/x", "postgres://u:***@h/x"),
    ("postgres://u:ge heim@h/x", "postgres://u:***@h/x"),
    ("password=geheim", "password=***"),
    ("dbname=x password='ge heim'", "dbname=x password=***"),
    ("service=leads", "service=leads"), ("leads.db", "leads.db"),
    ("pgsql://u:geheim@h/x", "pgsql://u:***@h/x"),
  ])
  func locationsAreShownWithout(_ text: String, _ shown: String) {
    #expect(Location(text).description == shown)
  }
}
