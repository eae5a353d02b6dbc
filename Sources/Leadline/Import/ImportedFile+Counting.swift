internal import LeadlineModel

extension ImportedFile {
  mutating func reject(_ item: SourceItem, _ refusal: RowRefusal) {
    rejected += 1
    guard rejections.count < Self.examplesKept else { return }
    rejections.append(RejectedRow(line: item.line, refusal: refusal))
  }

  mutating func make(_ draft: ImportDraft, _ ref: Ref) {
    made += 1
    guard madeExamples.count < Self.examplesKept else { return }
    let values = draft.said.sorted { $0.key < $1.key }.map {
      ImportedValue(field: $0.key, text: $0.value)
    }
    madeExamples.append(
      MadeRecord(line: draft.line, ref: ref, name: draft.name, values: values))
  }

  /// Notes what changed; `held` are fields that were moved here since.
  mutating func change(
    _ baseline: Baseline, _ draft: ImportDraft, _ fields: Set<String>, kept held: Set<String>
  ) {
    if held.isSuperset(of: fields) { unchanged += 1 } else { changed += 1 }
    for field in fields.sorted() {
      let change = ImportedChange(
        line: draft.line, ref: baseline.ref, field: field, old: baseline.said[field] ?? "",
        new: draft.said[field] ?? "")
      if held.contains(field) {
        keptCount += 1
        if kept.count < Self.examplesKept { kept.append(change) }
      } else if changes.count < Self.examplesKept {
        changes.append(change)
      }
    }
  }

  /// Notes what stays as it is here from the beginning.
  mutating func hold(_ baseline: Baseline, _ draft: ImportDraft) {
    for (field, here) in baseline.held.sorted(by: { $0.key < $1.key }) {
      keptCount += 1
      guard kept.count < Self.examplesKept else { continue }
      kept.append(
        ImportedChange(
          line: draft.line, ref: baseline.ref, field: field, old: here,
          new: draft.said[field] ?? ""))
    }
  }

  /// Counts a contact made that may be known already; the first are kept.
  mutating func noteDuplicate(_ pair: DuplicatePair, line: Int) {
    possibleDuplicates += 1
    if duplicates.count < Self.examplesKept {
      duplicates.append(PossibleDuplicate(line: line, pair: pair))
    }
  }
}
