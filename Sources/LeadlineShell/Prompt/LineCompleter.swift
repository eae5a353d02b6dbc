internal import Leadline
internal import LeadlineCommands
internal import LeadlineInterchange

/// What may stand at the cursor of a line, from the commands, the fields and the data.
struct LineCompleter {
  let session: Session
  /// Whether other names than the English ones are looked through: where nothing else fits.
  private var takesOthers = false
  /// How many values of a kind are offered.
  static let limit = 100

  init(session: Session) { self.session = session }

  /// The completion of a line at a cursor given in UTF-8 bytes; nil where nothing fits.
  func completion(_ line: String, cursor: Int) -> Completion? {
    let count = line.utf8.count
    let place = line.utf8.index(line.startIndex, offsetBy: min(max(cursor, 0), count))
    let expected = session.parser(for: Lexer.tokens(line: String(line[..<place])))
      .expectation(line, cursor: place)
    let typed = TypedWord(line[expected.range])
    var candidates = candidates(expected, typed)
    if candidates.isEmpty {
      var further = self
      further.takesOthers = true
      candidates = further.candidates(expected, typed)
    }
    guard !candidates.isEmpty else { return nil }
    return Completion(
      start: line.utf8.distance(from: line.startIndex, to: expected.range.lowerBound),
      candidates: candidates.map(\.text),
      endsWord: candidates.count > 1 || candidates[0].endsWord)
  }

  /// The completion of a line that continues `before`, which is entered already.
  func completion(_ line: String, cursor: Int, after before: String) -> Completion? {
    guard !before.isEmpty else { return completion(line, cursor: cursor) }
    let length = before.utf8.count + 1
    let whole = "\(before)\n\(line)"
    guard let found = completion(whole, cursor: cursor + length), found.start >= length else {
      return nil
    }
    return Completion(
      start: found.start - length, candidates: found.candidates, endsWord: found.endsWord)
  }

  private func candidates(_ expected: Expected, _ typed: TypedWord) -> [Candidate] {
    expected.possibilities.flatMap { candidates($0, expected, typed) }.unique
  }

  private func candidates(
    _ possibility: Possibility, _ expected: Expected, _ typed: TypedWord
  ) -> [Candidate] {
    switch possibility {
    case .command(let prefix):
      return named(session.commands.map(NamedThing.init), prefix).map { Candidate($0) }
    case .slot(let slot, let prefix): return slotCandidates(slot, prefix, typed)
    case .field(let prefix):
      return fields(expected.fields, prefix).map { Candidate("\($0):", endsWord: false) }
    case .parameter(let prefix):
      return fields(expected.signature?.assignable ?? [], prefix)
        .map { Candidate("\($0)=", endsWord: false) }
    case .value(let field, let prefix): return values(of: field, prefix, typed)
    case .option(let prefix): return options(expected.signature, prefix)
    case .optionValue(let option, let prefix):
      return optionValues(option, expected, prefix, typed)
    case .file(let prefix): return FileNames(typed: typed, prefix: prefix).candidates
    }
  }

  private func fields(_ fields: [Field], _ prefix: String) -> [String] {
    named(fields.map(NamedThing.init), prefix)
  }

  func named(_ things: [NamedThing], _ prefix: String) -> [String] {
    NamedThing.matching(prefix, things, withOthers: takesOthers)
  }

  /// Options that mean something on a line of the prompt.
  private func options(_ signature: Signature?, _ prefix: String) -> [Candidate] {
    let anywhere = ["--as-of", "--format", "--output", "--for", "--yes"]
    let names = (signature?.options.map(\.name) ?? []) + anywhere
    return names.filter { $0.hasPrefix(prefix) }.map { Candidate($0) }
  }

  private func optionValues(
    _ option: Option, _ expected: Expected, _ prefix: String, _ typed: TypedWord
  ) -> [Candidate] {
    switch option.value {
    case "FIELD", "FIELDS": return fieldList(expected, prefix)
    case "FORMAT": return words(TableFormat.names, prefix)
    case "FILE": return FileNames(typed: typed, prefix: prefix).candidates
    case "DAY": return days(.back, prefix)
    case "LANGUAGE": return words(Language.allCases.map(\.rawValue), prefix)
    case "WHEN": return words(ColorChoice.allCases.map(\.rawValue), prefix)
    case "READER": return words(["machine"], prefix)
    case "NAME": return names([.staff], prefix, typed)
    case "DEPARTMENT": return names([.department], prefix, typed)
    case "CAMPAIGN": return campaigns(prefix, typed)
    default: return []
    }
  }

  /// Fields parted by commas, each with `-` before it where the order descends.
  private func fieldList(_ expected: Expected, _ prefix: String) -> [Candidate] {
    let kind = expected.signature?.subject
    let known = kind.map { Field.of($0, in: session.crm.pipeline) } ?? expected.fields
    let comma = prefix.lastIndex { ",，".contains($0) }.map(prefix.index(after:))
    let word = prefix[(comma ?? prefix.startIndex)...]
    let sign = word.hasPrefix("-") ? "-" : ""
    let head = prefix[..<(comma ?? prefix.startIndex)] + sign
    let name = String(word.dropFirst(sign.count))
    return fields(known, name).map {
      Candidate("\(head)\($0)", endsWord: false)
    }
  }

  func words(_ words: [String], _ prefix: String) -> [Candidate] {
    words.filter { $0.hasPrefix(prefix) }.map { Candidate($0) }
  }
}

/// One text that may replace the word at the cursor.
struct Candidate: Hashable {
  let text: String
  /// Whether a blank follows it.
  let endsWord: Bool

  init(_ text: String, endsWord: Bool = true) {
    self.text = text
    self.endsWord = endsWord
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in order.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
