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
    if let gain = report.gain { try say(gain) }
    if report.isDryRun {
      try session.say(Words("dry run: nothing was written", "试运行：未写入", "試運行：未寫入"))
    }
  }

  /// What the address book brings; the most promising are rows for `new lead from=@1`.
  private func say(_ gain: NetworkGain) throws {
    let language = session.crm.language
    for line in gain.lines(language) { try session.console.say(Printable.escaping(line)) }
    guard let prospects = gain.prospects else {
      return session.notice(
        Words(
          "the most promising: untapped from=me", "最值得联系的人：untapped from=me",
          "最值得聯絡的人：untapped from=me"))
    }
    if prospects.isEmpty { return }
    let text = try UntappedText(session.crm, prospects)
    try session.say(Words("worth a call:", "值得联系：", "值得聯絡："))
    for (number, prospect) in prospects.enumerated() {
      let row = session.settings.allowsRows ? "@\(number + 1) " : ""
      let mark = report.isDryRun ? "  " : "  \(row)\(prospect.contact.ref) "
      let facts = [prospect.contact.name, prospect.facts.title, prospect.facts.organisation?.name]
      try session.console.say(
        mark
          + Printable.escaping(
            "\(facts.compactMap(\.self).joined(separator: ", ")): \(text.why(prospect))"))
    }
    if !report.isDryRun { session.keep(rows: prospects.map(\.contact.ref)) }
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
