internal import Leadline

extension Session {
  /// The records that WHICH names, of the kinds that the command takes.
  func records(_ which: Which, _ kinds: [RecordKind]) throws -> [Ref] {
    switch which {
    case .refs(let refs):
      for ref in refs { _ = try crm.named(ref) }
      return refs
    case .rows(let numbers): return try rows(numbers).flatMap(\.self)
    case .name(let name): return [try crm.record(kinds, named: name).ref]
    case .filter(let filter): return try crm.refs(kinds[0], matching: filter)
    }
  }

  /// The records of the slot `name`, none where it was left out.
  func records(_ parsed: ParsedLine, slot name: String = "WHICH") throws -> [Ref] {
    guard case .which(let which)? = parsed.slots[name],
      case .which(let kinds)? = parsed.signature.slots.first(where: { $0.name == name })?.kind
    else { return [] }
    let refs = try records(which, kinds)
    for ref in refs where !kinds.contains(ref.kind) {
      throw CommandError.wrongKind(ref, command: parsed.signature.name)
    }
    return refs
  }

  /// The one record of a slot; nil where it was left out, or where nothing fits.
  func record(_ parsed: ParsedLine, slot name: String) throws -> Ref? {
    let refs = try records(parsed, slot: name)
    guard refs.count <= 1 else { throw CommandError.several(name, refs) }
    return refs.first
  }

  /// The one record of a slot that must have one.
  func record(_ parsed: ParsedLine, slot name: String, example: String) throws -> Ref {
    guard let ref = try record(parsed, slot: name) else {
      throw CommandError.missing(name, example: example)
    }
    return ref
  }

  /// The records of the slot WHICH, those of each row of a list by themselves.
  func groups(_ parsed: ParsedLine) throws -> [[Ref]] {
    let refs = try records(parsed)
    guard case .which(.rows(let numbers))? = parsed.slots["WHICH"] else { return [refs] }
    return try rows(numbers)
  }

  private func rows(_ numbers: [Int]?) throws -> [[Ref]] {
    guard settings.allowsRows else { throw CommandError.onlyAtPrompt("@") }
    guard !rows.isEmpty else { throw CommandError.noRows }
    return try (numbers ?? Array(1...rows.count)).map { number in
      guard rows.indices.contains(number - 1) else {
        throw CommandError.noSuchRow(number, count: rows.count)
      }
      return rows[number - 1]
    }
  }

  /// Asks before more than five records are changed; throws where that is refused.
  func confirm(_ refs: [Ref], _ parsed: ParsedLine) throws {
    guard refs.count > 5, !isConfirmed else { return }
    let shown = try refs.prefix(20).map { "  \($0)  \(Printable.escaping(try crm.named($0).name))" }
    let more = refs.count > 20 ? ["  … \(refs.count - 20) more"] : []
    let list = (shown + more).joined(separator: "\n")
    let question = Words(
      "\(parsed.signature.name) these \(refs.count)? [y/N] ",
      "对这\(refs.count)条执行 \(parsed.signature.name)？[y/N] ",
      "對這\(refs.count)條執行 \(parsed.signature.name)？[y/N] ")
    try confirm(question, after: list, of: refs.count, parsed)
  }

  /// Whether the line or the invocation says beforehand that all is meant.
  var isConfirmed: Bool { has("--yes") || settings.isConfirmed }

  /// Shows what is about to be done to so many records, and asks; throws where it is refused, or
  /// where nobody is there to answer.
  func confirm(
    _ question: Words, after text: String, of count: Int, _ parsed: ParsedLine
  ) throws {
    guard let dialogue = console.dialogue else {
      throw CommandError.confirmationNeeded(command: parsed.signature.name, count: count)
    }
    try console.page(text)
    guard dialogue.confirm(question[crm.language]) else { throw CommandError.notConfirmed }
  }

  /// How a record is spoken of in results: `L42 电机厂`.
  func label(_ ref: Ref) throws -> String {
    let name = Printable.escaping(try crm.named(ref).name)
    return name.isEmpty ? "\(ref)" : "\(ref) \(name)"
  }
}
