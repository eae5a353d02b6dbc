import Foundation
import LeadlineInterchange
import LeadlineModel
import Testing

@Suite struct FileOutputTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "leadline-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func appearsWholeWithItsOwnersModeOnly() throws {
    let path = folder + "/a.csv"
    let output = try FileOutput(path: path)
    try output.write(Array("one".utf8))
    #expect(!FileManager.default.fileExists(atPath: path))
    try output.write(Array("two".utf8))
    try output.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "onetwo")
    #expect(try mode(path) == 0o600)
    #expect(try names() == ["a.csv"])
  }

  @Test func keepsTheModeAndTheOldFileUntilFinished() throws {
    let path = folder + "/b.csv"
    try "old".write(toFile: path, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let output = try FileOutput(path: path)
    try output.write(Array("new".utf8))
    output.abandon()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try names() == ["b.csv"])
    let again = try FileOutput(path: path)
    try again.write(Array("new".utf8))
    try again.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(try mode(path) == 0o640)
  }

  @Test func leavesNothingWhenDropped() throws {
    do {
      let output = try FileOutput(path: folder + "/c.csv")
      try output.write([1, 2, 3])
    }
    #expect(try names().isEmpty)
  }

  @Test func writesThroughALink() throws {
    let target = folder + "/target.csv"
    let link = folder + "/link.csv"
    try "old".write(toFile: target, atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    let output = try FileOutput(path: link)
    try output.write(Array("new".utf8))
    try output.finish()
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
  }

  @Test func refusesFoldersAndTellsWhy() {
    let folder = folder
    #expect(throws: FileError(.writing, path: folder, cause: .isFolder)) {
      try FileOutput(path: folder)
    }
    #expect(throws: FileError(.writing, path: folder + "/no/x.csv", cause: .noFolder)) {
      try FileOutput(path: folder + "/no/x.csv")
    }
    let error = FileError(.writing, path: "x.csv", cause: .diskFull)
    #expect(error.message.english == "cannot write x.csv: the disk is full")
  }

  @Test func writesDevicesDirectly() throws {
    let output = try FileOutput(path: "/dev/null")
    try output.write([1])
    try output.finish()
  }
}
