internal import Leadline

/// What an import did, or would do, as a person reads it.
struct ImportText {
  let report: ImportReport
  let session: Session

  init(_ report: ImportReport, _ session: Session) {
    self.report = report
    self.session = session
  }

  func say() throws {
    let language = session.crm.language
    for file in report.files {
      try session.console.say(file.summary(language, isDryRun: report.isDryRun))
      for remark in file.remarks(language) {
        session.console.notice("  " + Printable.escaping(remark))
      }
      if report.isDryRun { try sayExamples(file) }
      try sayExplained(file)
    }
    if report.isDryRun {
      try session.say(Words("dry run: nothing was written", "试运行：未写入", "試運行：未寫入"))
    }
  }

  private func sayExamples(_ file: ImportedFile) throws {
    for record in file.madeExamples {
      let values = record.values.map { "\($0.field)=\($0.text)" }.joined(separator: " ")
      try session.console.say("  + " + Printable.escaping("\(record.name)  \(values)"))
    }
    for change in file.changes {
      try session.console.say(
        "  ~ " + Printable.escaping("\(change.ref) \(change.field): \(change.old) → \(change.new)"))
    }
  }

  private func sayExplained(_ file: ImportedFile) throws {
    for row in file.explained {
      try session.say(
        Words("  line \(row.line)", "  第 \(row.line) 行", "  第 \(row.line) 行"))
      for cell in row.cells {
        try session.console.say(
          "    "
            + Printable.escaping("\(cell.heading): \(cell.text) → \(cell.field)=\(cell.value)"))
      }
    }
  }
}
