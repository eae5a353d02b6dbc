import LeadlineModel
import Testing

@testable import LeadlineStore

/// Which entry an undo or a redo means, what it refuses, and how the journal lists them.
@Suite struct JournalTests {
  @Test(arguments: EngineMaker.allCases)
  func refusals(_ maker: EngineMaker) throws {
    let world = try World(maker)
    #expect(throws: UndoRefusal.nothingToUndo) { try world.undo() }
    #expect(throws: UndoRefusal.nothingToRedo) { try world.redo() }
    let entry = try world.command { try $0.insertOrganisation("Acme") }
    #expect(throws: UndoRefusal.noSuchEntry(99)) { try world.undo(99) }
    #expect(throws: UndoRefusal.notACommand(1, .setup)) { try world.undo(1) }
    #expect(throws: UndoRefusal.nothingToUndo) { try world.undo(by: "Zhao Min") }
    let undo = try world.undo().entry
    #expect(throws: UndoRefusal.alreadyUndone(entry, by: undo)) { try world.undo(entry) }
    #expect(throws: UndoRefusal.notACommand(undo, .undo)) { try world.undo(undo) }
    #expect(throws: UndoRefusal.nothingToUndo) { try world.undo() }
  }

  @Test(arguments: EngineMaker.allCases)
  func undoGoesBackStepByStepAndRedoForth(_ maker: EngineMaker) throws {
    let world = try World(maker)
    let first = try world.command("add org Acme") { try $0.insertOrganisation("Acme") }
    let other = try world.command(by: "Zhao Min") { try $0.insertOrganisation("Other") }
    let last = try world.command("rename") { try $0.updateOrganisation(1, [.name: .text("Bolt")]) }
    let undone = try world.undo()
    #expect((undone.target, undone.line, undone.restoredColumns) == (last, "rename", 1))
    #expect(try world.undo().removedRows == 1)
    let redone = try world.redo()
    #expect((redone.line, redone.restoredRows) == ("add org Acme", 1))
    #expect(try world.redo().line == "rename")
    #expect(throws: UndoRefusal.nothingToRedo) { try world.redo() }
    #expect(try world.value("name", of: Schema.organisation, 1) == .text("Bolt"))
    #expect(try world.undo().target == last)
    try world.command { try $0.insertOrganisation("Cope") }
    #expect(throws: UndoRefusal.nothingToRedo) { try world.redo() }
    #expect(try world.undo(other).removedRows == 1)
    #expect(try world.undo(by: "Li Na").removedRows == 1)
    #expect(try world.undo(by: "Li Na").target == first)
    #expect(try world.database.check() == [])
  }

  @Test(arguments: EngineMaker.allCases)
  func noTextIsCutAtANUL(_ maker: EngineMaker) throws {
    let world = try World(maker)
    try world.command { try $0.insertPerson("张伟") }
    for write in [
      { (writer: Writer) in _ = try writer.insertPerson("a\0b") },
      { (writer: Writer) in _ = try writer.updatePerson(1, [.note: .text("x\0y")]) },
    ] {
      #expect(throws: StorageError.constraint("a NUL character in a text")) {
        try world.command { try write($0) }
      }
    }
    #expect(
      try world.row(
        "SELECT name, note, (SELECT MAX(id) FROM person WHERE staff = 0) FROM person WHERE id = 1",
        cells: 3) == ["张伟", nil, "1"])
  }

  @Test(arguments: EngineMaker.allCases)
  func listsTheNewestFirst(_ maker: EngineMaker) throws {
    let world = try World(maker)
    let entry = try world.command("add lead Plant") { _ = try world.lead("Plant", $0) }
    try world.command("set") { try $0.updateLead(1, [.title: .text("Works")]) }
    try world.undo()
    let journal = try world.database.journal(limit: 10)
    #expect(journal.map(\.kind) == [.undo, .command, .command, .setup])
    #expect(journal.map(\.isUndone) == [false, true, false, false])
    #expect(journal[0].target == journal[1].number)
    #expect(
      (journal[2].number, journal[2].madeRows, journal[2].line) == (entry, 3, "add lead Plant"))
    #expect(journal[2].actor == "Li Na")
    #expect(try world.database.journal(limit: 1, before: entry).map(\.number) == [entry - 1])
  }
}
