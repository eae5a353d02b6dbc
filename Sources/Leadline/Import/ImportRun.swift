internal import Foundation
internal import LeadlineInterchange
internal import LeadlineModel
internal import LeadlineStore

/// One import inside its transaction: reads drafts in batches and places them.
final class ImportRun {
  private static let batchSize = 500

  let crm: CRM
  let options: ImportOptions
  private let names: ImportNames
  private let placing: RecordPlacing
  private let memory: ImportMemories
  private let began = Date()
  private var rowsBefore = 0
  private let knower: Int64?
  private var people = PeopleMet()

  /// The contacts of a batch: those made, by their lines, and those who were there already.
  private struct Contacts {
    var entered: [Ref: Int] = [:]
    var met: [Int64: ImportDraft] = [:]
  }

  init(crm: CRM, writer: Writer, _ options: ImportOptions) throws {
    self.crm = crm
    self.options = options
    names = ImportNames(crm: crm, writer: writer)
    knower = try options.knownBy.map { try Database.key(of: crm.record([.staff], named: $0).ref) }
    placing = RecordPlacing(crm: crm, writer: writer, names: names, knower: knower)
    memory = ImportMemories(database: crm.database, writer: writer)
  }

  /// What the contacts bring into the network; nil where nobody was named who knows them.
  func gain() throws -> NetworkGain? {
    try knower.flatMap { try people.gain(crm, owner: $0) }
  }

  /// Takes all that a file has.
  func take(
    _ source: any DraftSource, _ rejected: RejectedRows,
    _ progress: (ImportProgress) throws -> Void
  ) throws {
    var keys = KeysSeen()
    names.resetCounts()
    var isAtEnd = false
    while !isAtEnd {
      let batch = try nextBatch(source, &isAtEnd)
      try place(batch, of: source, rejected, &keys)
      source.file.entered = names.entered
      try tell(source.file, progress)
    }
    source.finish()
    rowsBefore += source.file.rows
  }

  private func tell(
    _ file: ImportedFile, _ progress: (ImportProgress) throws -> Void
  ) throws {
    let seconds = max(0.001, Date().timeIntervalSince(began))
    let rate = Double(rowsBefore + file.rows) / seconds
    try progress(ImportProgress(path: file.path, rows: file.rows, rate: rate))
  }

  private func nextBatch(
    _ source: any DraftSource, _ isAtEnd: inout Bool
  ) throws -> [SourceItem] {
    var batch: [SourceItem] = []
    while batch.count < Self.batchSize {
      guard let item = try source.next() else {
        isAtEnd = true
        break
      }
      batch.append(item)
    }
    return batch
  }

  private func place(
    _ batch: [SourceItem], of source: any DraftSource, _ rejected: RejectedRows,
    _ keys: inout KeysSeen
  ) throws {
    let origin = source.file.origin
    let items = batch.map { keys.numbering($0) }
    try memory.load(items.compactMap(\.draft), origin: origin)
    var contacts = Contacts()
    for item in items {
      source.file.rows += 1
      do {
        switch item {
        case .refused(_, let refusal): throw refusal
        case .draft(let draft, _):
          try take(draft, &source.file, source.covered(draft.kind), &keys, &contacts)
        }
      } catch let refusal as RowRefusal {
        source.file.reject(item, refusal)
        if let row = item.row { try rejected.add(row, reason: refusal.words(crm.language)) }
      }
    }
    source.file.acquainted += try placing.people.acquaint(contacts.met)
    try compare(contacts.entered, &source.file)
  }

  private func take(
    _ draft: ImportDraft, _ file: inout ImportedFile, _ covered: Set<String>,
    _ keys: inout KeysSeen, _ contacts: inout Contacts
  ) throws {
    if try keys.isRepeated(draft) {
      file.repeated += 1
      return
    }
    if let memory = memory[draft] {
      try update(memory, draft, &file, covered)
      meet(memory.record, draft, &contacts)
    } else if let baseline = try placing.baseline(draft, covered) {
      try update(baseline, draft, &file)
      meet(baseline.ref, draft, &contacts)
    } else if options.mode == .update {
      file.skipped += 1
    } else {
      let ref = try placing.insert(draft)
      try memory.remember(draft, as: ref, origin: file.origin)
      file.make(draft, ref)
      people.make(ref)
      if draft.kind == .contact { contacts.entered[ref] = draft.line }
    }
  }

  /// Notes a record that was there already; known rows are left out by the mode `add`.
  private func meet(_ ref: Ref, _ draft: ImportDraft, _ contacts: inout Contacts) {
    people.meet(ref)
    if ref.kind == .contact, options.mode != .add { contacts.met[Database.key(of: ref)] = draft }
  }

  /// Notes those of the contacts just entered, by their lines, that may be known already.
  private func compare(_ entered: [Ref: Int], _ file: inout ImportedFile) throws {
    if entered.isEmpty { return }
    let keys = entered.keys.map { Database.key(of: $0) }.sorted()
    var likeliest: [Ref: DuplicatePair] = [:]
    for pair in try crm.database.duplicates(ofContacts: keys)
    where likeliest[pair.second.ref] == nil { likeliest[pair.second.ref] = pair }
    for (ref, line) in entered.sorted(by: { $0.value < $1.value }) {
      guard let pair = likeliest[ref] else { continue }
      file.noteDuplicate(pair, line: line)
      people.meet(pair.first.ref, as: ref)
    }
  }

  private func update(
    _ known: ImportMemory, _ draft: ImportDraft, _ file: inout ImportedFile,
    _ covered: Set<String>
  ) throws {
    if options.mode == .add {
      file.skipped += 1
      return
    }
    if known.said == SaidText.encode(draft.said) {
      file.unchanged += 1
      return
    }
    let old = SaidText.decode(known.said)
    let baseline = Baseline(
      ref: known.record, said: old.filter { covered.contains($0.key) }, row: known.row, kept: old)
    try update(baseline, draft, &file)
  }

  private func update(
    _ baseline: Baseline, _ draft: ImportDraft, _ file: inout ImportedFile
  ) throws {
    if options.mode == .add {
      file.skipped += 1
      return
    }
    file.hold(baseline, draft)
    let changed = baseline.changed(draft)
    guard !changed.isEmpty else {
      file.unchanged += 1
      return
    }
    let old = placing.draft(saying: baseline.said, like: draft)
    let kept = try placing.update(baseline, from: old, to: draft, changed)
    try memory.remember(draft, as: baseline, origin: file.origin)
    file.change(baseline, draft, changed, kept: kept)
  }
}

extension SourceItem {
  var draft: ImportDraft? {
    if case .draft(let draft, _) = self { draft } else { nil }
  }

  var row: CSVRow? {
    switch self {
    case .draft(_, let row): row
    case .refused(let row, _): row
    }
  }

  var line: Int { draft?.line ?? row?.line ?? 0 }
}
