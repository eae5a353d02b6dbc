internal import Leadline
internal import LeadlineCommands

extension LineCompleter {
  /// What may fill a slot.
  func slotCandidates(_ slot: Slot, _ prefix: String, _ typed: TypedWord) -> [Candidate] {
    switch slot.kind {
    case .which(let kinds):
      if prefix.hasPrefix("@") { return words(["@all"], prefix) }
      return names(kinds, prefix, typed, limit: prefix.isEmpty ? 12 : Self.limit)
    case .stage: return stages(prefix, typed)
    case .day(let looking): return days(looking, prefix)
    case .choice(let choices): return self.choices(choices, prefix, typed)
    case .file, .location: return FileNames(typed: typed, prefix: prefix).candidates
    case .text: return texts(slot, prefix, typed)
    case .amount, .entry: return []
    }
  }

  /// Words of a slot of any text, where what is meant is known by its name.
  private func texts(_ slot: Slot, _ prefix: String, _ typed: TypedWord) -> [Candidate] {
    switch slot.name {
    case "TOPIC":
      let topics = ["fields", "days", "money"].map { NamedThing($0) }
      return named(session.commands.map(NamedThing.init) + topics, prefix)
        .map { Candidate($0) }
    case "CAMPAIGN": return campaigns(prefix, typed)
    case "DAY": return days(.back, prefix) + words(["off"], prefix)
    case "WORDS" where !prefix.isEmpty:
      return names([.contact, .staff, .organisation, .lead], prefix, typed)
    default: return []
    }
  }

  /// The values that a field may have: fixed words, else from the data.
  func values(of field: Field, _ prefix: String, _ typed: TypedWord) -> [Candidate] {
    switch field.type {
    case .record(let kind), .records(let kind):
      let me = kind == .staff ? words(["me"], prefix) : []
      return names([kind], prefix, typed) + me + none(prefix)
    case .stage: return stages(prefix, typed)
    case .choice(let choices), .choices(let choices):
      return self.choices(byUse(choices, of: field), prefix, typed) + none(prefix)
    case .day(let looking): return days(looking, prefix) + none(prefix)
    case .text where field.name == "from": return starts(field, prefix, typed)
    case .text, .list:
      if Self.isProse(field) { return [] }
      return quoted(attempt { try session.crm.suggestedTexts(field, prefix) }, typed)
        + none(prefix)
    case .currency: return currencies(field, prefix, typed)
    case .id, .phones, .money, .days, .number: return []
    }
  }

  /// From whom ways begin, or a new lead comes.
  private func starts(_ field: Field, _ prefix: String, _ typed: TypedWord) -> [Candidate] {
    if field.kind == .contact { return names([.contact], prefix, typed) }
    return names([.staff, .department, .contact], prefix, typed) + words(["me"], prefix)
  }

  func names(
    _ kinds: [RecordKind], _ prefix: String, _ typed: TypedWord, limit: Int = Self.limit
  ) -> [Candidate] {
    quoted(
      attempt { try session.crm.suggestedNames(kinds, prefix, limit: limit) }, typed)
  }

  func campaigns(_ prefix: String, _ typed: TypedWord) -> [Candidate] {
    let names = attempt { try session.crm.campaigns().map(\.name) }
    return quoted(named(names.map { NamedThing($0) }, prefix), typed)
  }

  private func quoted(_ texts: [String], _ typed: TypedWord) -> [Candidate] {
    texts.map { Candidate(typed.word($0)) }
  }

  private func none(_ prefix: String) -> [Candidate] {
    prefix.isEmpty ? [] : words(["none"], prefix)
  }

  private func stages(_ prefix: String, _ typed: TypedWord) -> [Candidate] {
    choices(session.crm.pipeline.stages.map { Choice($0.id, $0.words) }, prefix, typed)
  }

  /// Choices by their ids or, where those are typed, by their Chinese words or the pinyin of them.
  private func choices(
    _ choices: [Choice], _ prefix: String, _ typed: TypedWord
  ) -> [Candidate] {
    let language = session.crm.language
    if prefix.isEmpty, language != .english {
      return quoted(choices.map { $0.words[language] }, typed)
    }
    let named = named(choices.map(NamedThing.init), prefix)
    if !named.isEmpty { return quoted(named, typed) }
    let match = NameMatch(prefix)
    let spoken = choices.map { $0.words[language == .traditional ? .traditional : .simplified] }
    return quoted(spoken.filter { match.rank(of: $0).map { $0 <= .start } ?? false }, typed)
  }

  private func byUse(_ choices: [Choice], of field: Field) -> [Choice] {
    guard let uses = try? session.crm.uses(in: field) else { return choices }
    return choices.enumerated().sorted { left, right in
      let (one, other) = (uses[left.element.id] ?? 0, uses[right.element.id] ?? 0)
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  private func currencies(
    _ field: Field, _ prefix: String, _ typed: TypedWord
  ) -> [Candidate] {
    let used = attempt { try session.crm.suggestedTexts(field, "") }
    let usual = [session.crm.currency.code, "USD", "EUR", "HKD", "JPY", "TWD", "GBP"]
    let known = used + usual.filter { !used.contains($0) }
    return known.filter { $0.hasPrefix(prefix.uppercased()) }.map { Candidate($0) }
  }

  /// Nothing where the database does not answer: completion never says why.
  private func attempt(_ query: () throws -> [String]) -> [String] {
    (try? query()) ?? []
  }

  /// Texts that say something rather than name it.
  private static func isProse(_ field: Field) -> Bool {
    let names = ["note", "what", "key", "name", "alias", "email", "at", "next", "reason", "what"]
    return names.contains(field.name) || field.kind == .lead && field.name == "title"
  }
}

extension LineCompleter {
  /// Words for days, the likelier direction first.
  func days(_ looking: FieldType.Looking, _ prefix: String) -> [Candidate] {
    let back = ["today", "yesterday"] + Self.weekdays + ["tomorrow"]
    let forward = ["today", "tomorrow"] + Self.weekdays + Self.ends + ["yesterday"]
    let chineseBack = ["今天", "昨天", "前天", "上周", "本周", "上月", "本月", "去年", "今年"]
    let chineseForward = [
      "今天", "明天", "后天", "大后天", "下周一", "下周五", "周五", "月底", "季末", "年底",
    ]
    let english = looking == .back ? back : forward
    let chinese = looking == .back ? chineseBack : chineseForward
    if !prefix.isEmpty { return words(english + chinese, prefix) }
    return words(session.crm.language == .english ? english : chinese, prefix)
  }

  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let ends = ["eow", "eom", "eoq", "eoy"]
}
