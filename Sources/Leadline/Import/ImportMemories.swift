internal import LeadlineModel
internal import LeadlineStore

/// What files said last time, batch by batch.
final class ImportMemories {
  private let database: Database
  private let writer: Writer
  private var known: [RecordKind: [String: ImportMemory]] = [:]

  init(database: Database, writer: Writer) {
    self.database = database
    self.writer = writer
  }

  /// Looks up what is known of these drafts.
  func load(_ drafts: [ImportDraft], origin: String) throws {
    known = [:]
    for (kind, drafts) in Dictionary(grouping: drafts, by: \.kind) {
      known[kind] = try database.importMemory(
        origin: origin, kind: kind, keys: Array(Set(drafts.map(\.key))))
    }
  }

  subscript(draft: ImportDraft) -> ImportMemory? { known[draft.kind]?[draft.key] }

  func remember(_ draft: ImportDraft, as ref: Ref, origin: String) throws {
    try writer.remember(
      SaidText.encode(draft.said), of: ref, origin: origin, key: draft.key, known: nil)
  }

  func remember(_ draft: ImportDraft, as baseline: Baseline, origin: String) throws {
    // What a column said that this file lacks is kept.
    let said = baseline.kept.filter { baseline.said[$0.key] == nil }
      .merging(draft.said) { $1 }
    try writer.remember(
      SaidText.encode(said), of: baseline.ref, origin: origin, key: draft.key,
      known: baseline.row)
  }
}

/// A known record with what a file is compared to.
struct Baseline {
  let ref: Ref
  /// What was said of it, by field, as far as the file has columns.
  let said: [String: String]
  /// The row of the memory; nil where there is none yet.
  let row: Int64?
  /// All that was said.
  let kept: [String: String]
  /// What stays as it is here although the file says otherwise.
  var held: [String: String] = [:]

  /// The fields of which the draft says something else.
  func changed(_ draft: ImportDraft) -> Set<String> {
    let names = Set(said.keys).union(draft.said.keys)
    return names.filter { said[$0] ?? "" != draft.said[$0] ?? "" }
  }
}
