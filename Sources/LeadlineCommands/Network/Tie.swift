internal import Leadline

extension Command {
  private static let people: [RecordKind] = [.contact, .staff]

  static let tie = Command(
    Signature(
      "tie", aliases: ["关系", "關係"],
      slots: [
        Slot("WHO", .which([.staff, .contact])), Slot("WHOM", .which([.contact, .staff])),
        Slot("KIND", .choice(Choices.tieKinds), isRequired: false),
      ], assignable: [.strengthGiven]),
    .network,
    Words("declares that a person knows another", "登记两人的关系", "登記兩人的關係"),
    examples: [
      "tie me C7 classmate strength=4 -- 同宿舍四年", "tie 李娜 C9 met", "tie C7 C9 kin strength=5",
    ],
    details: """
      strength goes from 1, a name on a card, to 5, family. What is declared counts instead of what \
      follows from places that both were at.
      """
  ) { parsed, session in
    let (person, other) = try pair(parsed, session)
    var kind: String?
    if case .choice(let id)? = parsed.slots["KIND"] { kind = id }
    var strength: Int?
    if case .number(let number)? = try session.parameter("strength", parsed) {
      strength = Int(number)
    }
    try session.crm.tie(
      person, other, kind: kind, strength: strength, note: parsed.text, line: session.line)
    let (label, otherLabel) = (try session.label(person), try session.label(other))
    let how = TieReason.declared(kind: kind ?? "met", strength: strength).words
    try session.say(
      Words(
        "\(label) knows \(otherLabel): \(how.english)",
        "\(label) 认识 \(otherLabel)：\(how.simplified)",
        "\(label) 認識 \(otherLabel)：\(how.traditional)"))
  }

  static let untie = Command(
    Signature(
      "untie", aliases: ["解除关系", "解除關係"],
      slots: [Slot("WHO", .which([.staff, .contact])), Slot("WHOM", .which([.contact, .staff]))]),
    .network,
    Words("takes back a declared tie", "撤销登记的关系", "撤銷登記的關係"),
    examples: ["untie me C7"]
  ) { parsed, session in
    let (person, other) = try pair(parsed, session)
    try session.crm.untie(person, other, line: session.line)
    let (label, otherLabel) = (try session.label(person), try session.label(other))
    try session.say(
      Words(
        "\(label) – \(otherLabel): no longer declared", "\(label) 与 \(otherLabel)：已解除登记",
        "\(label) 與 \(otherLabel)：已解除登記"))
  }

  private static func pair(
    _ parsed: ParsedLine, _ session: Session
  ) throws -> (Ref, Ref) {
    let example = "\(parsed.signature.name) me C7"
    return (
      try session.record(parsed, slot: "WHO", example: example),
      try session.record(parsed, slot: "WHOM", example: example)
    )
  }
}

extension Field {
  static let strengthGiven = Field(
    .contact, "strength", Words("strength", "强度", "強度"), .number)
}
