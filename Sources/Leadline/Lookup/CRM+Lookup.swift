public import LeadlineModel
public import LeadlineQuery
internal import LeadlineStore

extension CRM {
  /// The one record of these kinds that `name` fits: a ref, a full name, or part of one.
  ///
  /// Throws `CRMError.unknown` or `.ambiguous`, with the candidates; `.oneOfUs` where only staff is
  /// called so; for a ref that is none of them `.wrongKind`, `.noSuchRecord` or `.gone`.
  public func record(_ kinds: [RecordKind], named name: String) throws -> NamedRef {
    if let ref = Ref(name), kinds.contains(ref.kind), let known = try database.name(of: ref) {
      return NamedRef(ref, name: known)
    }
    if kinds.contains(.staff), Self.isMe(name) {
      guard let me = try me() else { throw CRMError.unknown([.staff], user, nearest: []) }
      return me
    }
    let exact = try kinds.flatMap { try database.records($0, named: name) }
    if exact.count == 1 { return exact[0] }
    if exact.count > 1 { throw CRMError.ambiguous(name, exact) }
    if Self.isMe(name), let me = try me() { throw CRMError.oneOfUs(me, expected: kinds) }
    if let ref = Ref(name) {
      throw try kinds.contains(ref.kind) ? missing(ref) : CRMError.wrongKind(ref, expected: kinds)
    }
    let near = try kinds.flatMap {
      try database.records($0, matching: name, limit: 8, language: language)
    }
    if near.count == 1 { return near[0] }
    if near.count > 1 { throw CRMError.ambiguous(name, near) }
    if !kinds.contains(.staff), let member = try database.records(.staff, named: name).first {
      throw CRMError.oneOfUs(member, expected: kinds)
    }
    throw CRMError.unknown(kinds, name, nearest: try nearest(name, kinds))
  }

  /// Records whose names have something in common with `name`, for an error message.
  private func nearest(_ name: String, _ kinds: [RecordKind]) throws -> [NamedRef] {
    guard name.count > 1 else { return [] }
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    // A single Latin letter would be the initial of many names in Chinese.
    let isLatin = words.first?.first?.isASCII ?? true
    let parts = isLatin ? words : [String(name.prefix(1)), String(name.dropFirst())]
    let found = try parts.prefix(4).flatMap { part in
      try kinds.flatMap {
        try database.records($0, matching: part, limit: 3, language: language)
      }
    }
    return found.enumerated().filter { index, one in !found[..<index].contains(one) }
      .map(\.element)
  }

  /// Other records of the kind with the very name of this one.
  public func namesakes(of ref: Ref) throws -> [NamedRef] {
    let name = try named(ref).name
    return try database.records(ref.kind, named: name).filter { $0.ref != ref }
  }

  /// Other organisations whose names hold the whole name of this one: it may be a short form of
  /// theirs. None where they are more than three, as with the name of a city.
  public func longerNames(of organisation: NamedRef) throws -> [NamedRef] {
    let few = 3
    let found = try database.records(
      .organisation, matching: organisation.name, limit: few + 2, language: language)
    let others = found.filter { $0.ref != organisation.ref }
    let short = Fold.text(organisation.name)
    return others.count > few ? [] : others.filter { Fold.text($0.name).contains(short) }
  }

  /// The acting member of staff, where entered already.
  public func me() throws -> NamedRef? {
    try database.records(.staff, named: user).first
  }

  static func isMe(_ name: String) -> Bool {
    ["me", "我", "本人"].contains(name.lowercased())
  }

  /// The records that a name in a filter stands for: all of that very name, else the only one
  /// that it is part of.
  func records(_ kind: RecordKind, meaning name: String) throws -> [Ref] {
    if kind == .staff, Self.isMe(name) { return try me().map { [$0.ref] } ?? [] }
    let exact = try database.records(kind, named: name)
    return exact.isEmpty ? [try record([kind], named: name).ref] : exact.map(\.ref)
  }

  /// The filter with every name looked up.
  ///
  /// Throws `CRMError.unknown` for a name that nobody has.
  public func resolved(_ filter: Filter) throws -> Filter {
    switch filter {
    case .all, .word: filter
    case .not(let inner): .not(try resolved(inner))
    case .and(let parts): .and(try parts.map(resolved))
    case .or(let parts): .or(try parts.map(resolved))
    case .term(let term): .term(Term(term.field, try resolved(term)))
    }
  }

  private func resolved(_ term: Term) throws -> Test {
    guard case .anyOf(let operands) = term.test, let kind = term.field.type.recordKind else {
      return term.test
    }
    return .anyOf(
      try operands.map { operand in
        guard case .named(let name) = operand else { return operand }
        return .records(try records(kind, meaning: name))
      })
  }

  /// The record with its name; throws where there is none.
  public func named(_ ref: Ref) throws -> NamedRef {
    guard let name = try database.name(of: ref) else { throw try missing(ref) }
    return NamedRef(ref, name: name)
  }

  /// Why a record is not there: the entry that removed it, where one did.
  func missing(_ ref: Ref) throws -> CRMError {
    guard let removal = try database.removal(of: ref) else { return .noSuchRecord(ref) }
    return .gone(ref, removal)
  }
}

extension FieldType {
  /// The kind of record that values of this type are.
  public var recordKind: RecordKind? {
    switch self {
    case .record(let kind), .records(let kind): kind
    default: nil
    }
  }
}
