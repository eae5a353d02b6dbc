import Foundation
import TestKit
import Testing

/// The program on a machine without PostgreSQL's client library.
@Suite struct NoClientLibraryTests {
  /// Runs the program where the library cannot be found: something else is mounted on it.
  private func start(_ tool: Tool, _ database: String) throws -> Tool.Outcome {
    let hiding = """
      for library in $(/sbin/ldconfig -p | sed -n 's/.*libpq\\.so\\.5.* => //p'); do
        mount --bind /dev/null "$(readlink -f "$library")" || exit 99
      done
      exec "$@"
      """
    return try Running(
      "/usr/bin/unshare",
      ["-m", "/bin/sh", "-c", hiding, "sh", BuiltProgram.path, "--db", database, "leads"],
      in: tool.folder
    ).outcome()
  }

  @Test func saysWhatToInstall() throws {
    guard geteuid() == 0, Mount.runs("unshare", ["-m", "true"]) else {
      return print("no client library: skipped, for mounting is not allowed here")
    }
    let tool = try Tool()
    try tool.addLead()
    let refused = try start(tool, "postgres://x:secret@127.0.0.1/x")
    if refused.errors.contains("built without PostgreSQL") { return }
    #expect(refused.code == 3)
    #expect(
      refused.errors == """
        error: 'postgres://x:***@127.0.0.1/x' needs PostgreSQL's client library, libpq, which is \
        not on this machine
          on Debian or Ubuntu: apt install libpq5

        """)
    let listed = try start(tool, tool.database)
    #expect(listed.code == 0, "\(listed.errors)")
    #expect(listed.output.contains("Motors"))
  }
}
