public import LeadlineModel

/// How far the search for duplicates is.
public struct DuplicateProgress: Sendable {
  /// Pairs compared.
  public let compared: Int
  /// Pairs to compare in all.
  public let pairs: Int
}

extension Database {
  /// All pairs of contacts, organisations or leads that may be one, the likeliest first; without
  /// those that were said not to be.
  ///
  /// Those are compared that share one of `blockingKeys` with at most `Blocks.largest` records;
  /// what is kept in memory are the keys of all records and the pairs found.
  public func duplicates(
    of kind: RecordKind, by scale: DuplicateScale = .standard,
    progress: (DuplicateProgress) throws -> Void = { _ in }
  ) throws -> [DuplicatePair] {
    switch kind {
    case .contact: try pairs(PersonTraits.self, kind, scale, progress)
    case .organisation: try pairs(OrganisationTraits.self, kind, scale, progress)
    case .lead: try pairs(LeadTraits.self, kind, scale, progress)
    case .staff, .department, .section, .activity, .followUp: []
    }
  }

  /// The pairs of these contacts with others, found at once by the indexes: those of the same
  /// number or address for mail, or of the same name at one organisation or with the same or
  /// nearly the same birthday. The likeliest first.
  public func duplicates(
    ofContacts keys: [Int64], by scale: DuplicateScale = .standard
  ) throws -> [DuplicatePair] {
    let own = try PersonTraits.load(keys, from: engine)
    let pairs = try pairs(sharing: own).union(namesakes(of: own)).subtracting(pairsApart(.contact))
    return try judge(pairs.sorted(), PersonTraits.self, scale).inOrder
  }

  /// The pairs of an organisation or a lead with others of its name.
  public func duplicates(
    of ref: Ref, amongst others: [Ref], by scale: DuplicateScale = .standard
  ) throws -> [DuplicatePair] {
    let apart = try pairsApart(ref.kind)
    let pairs = others.map { Blocks.Pair(Key.of(ref), Key.of($0)) }.sorted()
      .filter { !apart.contains($0) }
    return ref.kind == .lead
      ? try judge(pairs, LeadTraits.self, scale).inOrder
      : try judge(pairs, OrganisationTraits.self, scale).inOrder
  }

  private func pairs<Traits: StoredTraits>(
    _ type: Traits.Type, _ kind: RecordKind, _ scale: DuplicateScale,
    _ progress: (DuplicateProgress) throws -> Void
  ) throws -> [DuplicatePair] {
    var blocks = Blocks()
    try Traits.each(nil, in: engine) { key, traits in
      for text in traits.blockingKeys { blocks.add(text, key) }
    }
    try Traits.eachDetail(nil, in: engine) { blocks.add($1.blockingKey, $0) }
    let apart = try pairsApart(kind)
    let pairs = blocks.pairs().filter { !apart.contains($0) }
    var found: [DuplicatePair] = []
    var compared = 0
    for chunk in pairs.chunked(by: 5_000) {
      try progress(DuplicateProgress(compared: compared, pairs: pairs.count))
      found += try judge(Array(chunk), type, scale)
      compared += chunk.count
    }
    return found.inOrder
  }

  private func judge<Traits: StoredTraits>(
    _ pairs: [Blocks.Pair], _ type: Traits.Type, _ scale: DuplicateScale
  ) throws -> [DuplicatePair] {
    let keys = Set(pairs.flatMap { [$0.first, $0.second] }).sorted()
    let traits = try Traits.load(keys, from: engine)
    return pairs.compactMap { pair in
      guard let first = traits[pair.first], let second = traits[pair.second] else { return nil }
      let likeness = scale.likeness(first, second)
      return likeness.probability >= scale.shownFrom
        ? DuplicatePair(first.named, second.named, likeness) : nil
    }
  }

  /// The rows are read without a join: an engine that knows little of a table that has just grown
  /// would go through all of it.
  private func pairs(sharing own: [Int64: PersonTraits]) throws -> Set<Blocks.Pair> {
    let phones = holders(own, \.phones)
    let emails = holders(own, \.emails)
    return try pairs(phones, "SELECT digits, person FROM phone WHERE digits")
      .union(pairs(emails, "SELECT address_fold, person FROM email WHERE address_fold"))
  }

  private func holders(
    _ own: [Int64: PersonTraits], _ texts: (PersonTraits) -> [String]
  ) -> [String: [Int64]] {
    var holders: [String: [Int64]] = [:]
    for (key, traits) in own {
      for text in texts(traits) { holders[text, default: []].append(key) }
    }
    return holders
  }

  private func pairs(_ holders: [String: [Int64]], _ rows: Clause) throws -> Set<Blocks.Pair> {
    var found: Set<Blocks.Pair> = []
    for chunk in Array(holders.keys).chunked(by: 500) {
      var sharing: [String: Set<Int64>] = [:]
      try engine.rows("\(rows) IN (\(chunk.map { "\(.text($0))" as Clause }.separated(by: ", ")))")
      {
        if let key = $0.integer(1), key < Key.staffBase {
          sharing[$0.text(0) ?? "", default: []].insert(key)
        }
        return true
      }
      for (text, others) in sharing where others.count <= Blocks.largest {
        for key in holders[text] ?? [] {
          for other in others where other != key { found.insert(Blocks.Pair(key, other)) }
        }
      }
    }
    return found
  }

  /// Pairs of one name that share what makes a namesake the same person; a name alone does not.
  private func namesakes(of own: [Int64: PersonTraits]) throws -> Set<Blocks.Pair> {
    let settled = own.filter { $0.value.organisation != nil || $0.value.birthday != nil }
    let byName = Dictionary(grouping: settled, by: \.value.name.fold)
    var found: Set<Blocks.Pair> = []
    for chunk in Array(byName.keys).chunked(by: 500) {
      let names = chunk.map { "\(.text($0))" as Clause }.separated(by: ", ")
      try engine.rows(
        """
        SELECT name_fold, id, organisation, birthday FROM person \
        WHERE name_fold IN (\(names))
        """
      ) { cells in
        let (other, place, day) = (cells.integer(1) ?? 0, cells.integer(2), cells.day(3))
        if other > Key.staffBase { return true }
        for (key, traits) in byName[cells.text(0) ?? ""] ?? [] where key != other {
          let isHere = place != nil && place == traits.organisation?.ref.number
          if isHere || traits.isBorn(near: day) { found.insert(Blocks.Pair(key, other)) }
        }
        return true
      }
    }
    return found
  }
}

extension [DuplicatePair] {
  /// The likeliest first, then by number.
  fileprivate var inOrder: [DuplicatePair] {
    sorted {
      ($1.likeness.probability, $0.first.ref.number, $0.second.ref.number)
        < ($0.likeness.probability, $1.first.ref.number, $1.second.ref.number)
    }
  }
}
