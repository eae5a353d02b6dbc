import Foundation
import Testing

extension Faults {
  /// The disk takes nothing more, or nothing at all.
  @Suite(.serialized) struct DiskTests {
    @Test func fullDisk() throws {
      let tool = try Tool()
      let file = try tool.writeLeads(2000)
      guard let disk = Mount(at: tool.path("disk"), ["-t", "tmpfs", "-o", "size=1500k", "tmpfs"])
      else { return print("full disk: skipped, for mounting is not allowed here") }
      defer { disk.remove() }
      let database = tool.path("disk/leads.db")
      #expect(try tool.run("new", "contact", "Wang", "--yes", database: database).code == 0)
      let outcome = try tool.run("import", file, database: database)
      #expect(outcome.code == 3)
      #expect(outcome.errors.contains("is full; nothing of this command was written"))
      try disk.remount("size=64m")
      #expect(try tool.run("check", database: database).output == "all is well\n")
      let listed = try tool.run("leads", "--format", "tsv", database: database).output
      #expect(listed.count { $0 == "\n" } <= 1, "\(listed)")
      #expect(try tool.run("import", file, database: database).code == 0)
    }

    /// As `ulimit -f` has it: no file grows beyond 1 MB.
    @Test func filesMayNotGrow() throws {
      let tool = try Tool()
      try tool.addLead()
      let importing = try tool.start(
        ["import", try tool.writeLeads(2000)], limits: "trap '' XFSZ; ulimit -f 1000")
      let outcome = try importing.outcome()
      #expect(outcome.code == 3, "\(outcome.errors)")
      #expect(outcome.errors.hasPrefix("error: "), "\(outcome.errors)")
      #expect(try tool.count("leads") == 1)
      try tool.expectSound()
    }

    @Test func readOnlyFolder() throws {
      let tool = try Tool()
      let folder = tool.path("data")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let database = folder + "/leads.db"
      #expect(try tool.run("new", "contact", "Wang", "--yes", database: database).code == 0)
      guard let disk = Mount(at: folder, ["--bind", folder]) else {
        return print("read-only folder: skipped, for mounting is not allowed here")
      }
      defer { disk.remove() }
      try disk.remount("bind,ro")
      try readsButDoesNotWrite(tool, database)
      let fresh = try tool.run("leads", database: folder + "/new.db")
      #expect(fresh.code == 3)
      #expect(fresh.errors.hasPrefix("error: "), "\(fresh.errors)")
    }

    @Test func readOnlyFile() throws {
      let tool = try Tool()
      try tool.succeeds("new", "contact", "Wang", "--yes")
      if geteuid() == 0 {
        guard Mount.runs("chattr", ["+i", tool.database]) else {
          return print("read-only file: skipped, for chattr is not allowed here")
        }
      } else {
        chmod(tool.database, 0o400)
      }
      defer { _ = Mount.runs("chattr", ["-i", tool.database]) }
      try readsButDoesNotWrite(tool, tool.database)
    }

    private func readsButDoesNotWrite(_ tool: Tool, _ database: String) throws {
      let listed = try tool.run("contacts", "--format", "tsv", database: database)
      #expect(listed.code == 0, "\(listed.errors)")
      #expect(listed.output.contains("Wang"))
      let past = try tool.run("leads", "--as-of", "2020-01-01", database: database)
      #expect(past.code == 0, "\(past.errors)")
      let written = try tool.run("new", "contact", "Zhou", "--yes", database: database)
      #expect(written.code == 3)
      #expect(written.errors.contains("cannot be written"), "\(written.errors)")
    }
  }
}

/// Something mounted on a folder; nil where that is not allowed.
struct Mount {
  let folder: String

  init?(at folder: String, _ arguments: [String]) {
    self.folder = folder
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard geteuid() == 0, Self.runs("mount", arguments + [folder]) else { return nil }
  }

  func remount(_ options: String) throws {
    try #require(Self.runs("mount", ["-o", "remount,\(options)", folder]))
  }

  func remove() { _ = Self.runs("umount", [folder]) }

  static func runs(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
