public import LeadlineModel
public import LeadlineQuery
public import LeadlineStore

extension CRM {
  /// The pairs of contacts, organisations or leads that may be one, the likeliest first; of each
  /// the filter selects at least one record.
  public func duplicates(
    of kind: RecordKind, matching filter: Filter = .all,
    progress: (DuplicateProgress) throws -> Void = { _ in }
  ) throws -> [DuplicatePair] {
    let pairs = try database.duplicates(of: kind, progress: progress)
    if filter == .all { return pairs }
    let selected = Set(try refs(kind, matching: filter))
    return pairs.filter { selected.contains($0.first.ref) || selected.contains($0.second.ref) }
  }

  /// What a record just entered may be: a contact one of its number or address for mail, or of its
  /// name at one organisation or with nearly its birthday; an organisation one of its name but for
  /// the legal form; a lead one of its title. The likeliest first. `duplicates(of:matching:)` looks
  /// further: at what sounds alike, slips of the hand and addresses.
  public func duplicates(of ref: Ref) throws -> [DuplicatePair] {
    if ref.kind == .contact {
      return try database.duplicates(ofContacts: [Database.key(of: ref)])
    }
    let others =
      ref.kind == .organisation
      ? try database.organisations(alike: try named(ref).name).map { Ref(.organisation, $0) }
      : try namesakes(of: ref).map(\.ref)
    return try database.duplicates(of: ref, amongst: others.filter { $0 != ref })
  }

  /// Notes of groups of contacts, organisations or leads that no two of a group are one, so that
  /// they are no longer among the duplicates; gives how many pairs that was not known of.
  ///
  /// Throws `CRMError` for records of other kinds.
  @discardableResult
  public func setApart(_ groups: [[Ref]], line: String? = nil) throws -> Written<Int> {
    for group in groups { try checkCompared(group) }
    return try write(line ?? "apart \(groups.map(\.spoken).joined(separator: " / "))") { writer in
      var count = 0
      for group in groups {
        for (place, ref) in group.enumerated() {
          for other in group[..<place] where other != ref {
            if try writer.setApart(other, ref) { count += 1 }
          }
        }
      }
      return count
    }
  }

  /// The records that were said not to be one with this.
  public func recordsApart(from ref: Ref) throws -> [NamedRef] {
    try database.recordsApart(from: ref).map(named)
  }

  /// Throws unless the records are there and all of one kind that is compared.
  private func checkCompared(_ refs: [Ref]) throws {
    guard let kind = refs.first?.kind else { return }
    guard [.contact, .organisation, .lead].contains(kind) else {
      throw CRMError.wrongKind(refs[0], expected: [.contact, .organisation, .lead])
    }
    for ref in refs {
      guard ref.kind == kind else { throw CRMError.wrongKind(ref, expected: [kind]) }
      _ = try named(ref)
    }
  }

  /// Makes one record of several of a kind: contacts, organisations or leads. The survivor takes
  /// over all that the others have; `undo` makes them several again.
  ///
  /// With `isTrial` nothing is written, and the report says what would be. Throws `CRMError` for
  /// records of other kinds and for leads whose money cannot be put together.
  @discardableResult
  public func merge(
    _ others: [Ref], into survivor: Ref, isTrial: Bool = false, line: String? = nil
  ) throws -> Written<MergeReport> {
    try checkCompared([survivor] + others)
    let kept = try named(survivor)
    let merged = try others.filter { $0 != survivor }.map(named)
    return try write(
      line ?? "merge \(survivor) \(others.spoken)", isTrial: isTrial
    ) { writer in
      try checkMoney(of: merged.map(\.ref), with: survivor)
      let had = try hasReceiptsTooEarly(survivor)
      let report = try writer.merge(merged, into: kept)
      if try !had && hasReceiptsTooEarly(survivor), let other = merged.first {
        throw CRMError.mergeOfReceipts(survivor, other: other.ref, from: pipeline.receiptsFrom)
      }
      return report
    }
  }

  private func checkMoney(of others: [Ref], with survivor: Ref) throws {
    let own = try currency(of: survivor)
    for other in others {
      let theirs = try currency(of: other)
      if own != theirs { throw CRMError.mergeOfCurrencies(survivor, own, other, theirs) }
    }
  }

  private func hasReceiptsTooEarly(_ ref: Ref) throws -> Bool {
    guard ref.kind == .lead else { return false }
    let faults = try database.faults(of: [ref.number], on: today)[ref.number] ?? []
    return faults.contains { if case .receiptTooEarly = $0 { true } else { false } }
  }
}
