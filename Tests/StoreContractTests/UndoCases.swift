import LeadlineModel
import Testing

@testable import LeadlineStore

/// What is written, what is taken back of it, and what must hold then.
extension UndoTests {
  static let rows = [
    Case("a new lead goes, with its parts") { world in
      try world.command { _ = try world.lead("Plant", $0) }
    } check: { world throws in
      for table in [Schema.lead, Schema.move, Schema.figure] {
        #expect(try !world.exists(table, 1))
      }
      #expect(try world.row("SELECT token FROM search_key WHERE kind = 'L'") == [])
    },
    Case("a removed lead comes back under its number") { world in
      try world.command { _ = try world.lead("Plant", $0) }
      return try world.command { _ = try $0.remove(Ref(.lead, 1), includingReferrers: false) }
    } check: { world throws in
      #expect(try world.value("title", of: Schema.lead, 1) == .text("Plant"))
      #expect(try world.row("SELECT stage FROM lead") == ["intent"])
    },
    Case(
      "a row changed since stays, with its parts",
      kept: [
        "C1 changed(by: 4)", "C1/phone part(of: Optional(C1))",
      ]
    ) { world in
      try world.command { try $0.insertDepartment("Trade") }
      let entry = try world.command {
        let person = try $0.insertPerson("Wang Wei")
        try $0.insertPhone("13812345678", label: nil, of: person)
        try $0.insertOrganisation("Acme")
      }
      try world.command { try $0.updatePerson(1, [.title: .text("director")]) }
      return entry
    } check: { world throws in
      #expect(try world.exists(Schema.person, 1))
      #expect(try world.exists(Schema.phone, 1))
      #expect(try !world.exists(Schema.organisation, 1))
    },
    Case("a row removed since is nothing to keep") { world in
      let entry = try world.command {
        try $0.insertOrganisation("Acme")
        try $0.insertOrganisation("Bolt")
      }
      try world.command { try $0.delete(Schema.organisation, 1) }
      return entry
    } check: { world throws in
      #expect(try !world.exists(Schema.organisation, 2))
    },
    Case(
      "a removed row whose place is taken stays away",
      kept: ["L1/lead_contact taken(by: Optional(L1))", "all"]
    ) { world in
      try world.command {
        let lead = try world.lead("Plant", $0)
        try $0.addContact(try $0.insertPerson("Wang Wei"), to: lead)
      }
      let entry = try world.command { try $0.removeContact(1, from: 1) }
      try world.command { try $0.addContact(1, to: 1, part: "decides") }
      return entry
    } check: { world throws in
      #expect(try !world.exists(Schema.leadContact, 1))
    },
    Case(
      "a removed row stays away when what it refers to is gone",
      kept: ["C1/phone dangling(Optional(C1))", "all"]
    ) { world in
      try world.command {
        try $0.insertPhone("13812345678", label: nil, of: try $0.insertPerson("Wang Wei"))
      }
      let entry = try world.command { try $0.delete(Schema.phone, 1) }
      try world.command { try $0.delete(Schema.person, 1) }
      return entry
    } check: { world throws in
      #expect(try !world.exists(Schema.phone, 1))
    },
  ]

  static let columns = [
    Case("a column goes back; its folded twin too") { world in
      try world.command { try $0.insertOrganisation("Acme", [:]) }
      return try world.command {
        try $0.updateOrganisation(1, [.name: .text("Bolt"), .region: .text("Hainan")])
      }
    } check: { world throws in
      #expect(
        try world.row("SELECT name, name_fold, region FROM organisation", cells: 3)
          == ["Acme", "acme", nil])
    },
    Case("a column changed since is kept, the other goes back", kept: ["O1.region changed(by: 4)"])
    {
      world in
      try world.command { try $0.insertOrganisation("Acme") }
      let entry = try world.command {
        try $0.updateOrganisation(1, [.name: .text("Bolt"), .region: .text("Hainan")])
      }
      try world.command { try $0.updateOrganisation(1, [.region: .text("Tibet")]) }
      return entry
    } check: { world throws in
      #expect(
        try world.row("SELECT name, region FROM organisation", cells: 2) == ["Acme", "Tibet"])
    },
    Case("a later change that was undone does not count") { world in
      try world.command { try $0.insertOrganisation("Acme") }
      let entry = try world.command { try $0.updateOrganisation(1, [.name: .text("Bolt")]) }
      try world.command { try $0.updateOrganisation(1, [.name: .text("Cope")]) }
      try world.undo()
      return entry
    } check: { world throws in
      #expect(try world.value("name", of: Schema.organisation, 1) == .text("Acme"))
    },
    Case("a row removed since has no columns", kept: ["O1.name removed(by: 4)", "all"]) { world in
      try world.command { try $0.insertOrganisation("Acme") }
      let entry = try world.command { try $0.updateOrganisation(1, [.name: .text("Bolt")]) }
      try world.command { try $0.delete(Schema.organisation, 1) }
      return entry
    } check: { world throws in
      #expect(try !world.exists(Schema.organisation, 1))
    },
    Case(
      "columns that a constraint holds together stay together",
      kept: ["F1.closed changed(by: 4)", "F1.outcome coupled(to: \"closed\")"]
    ) { world in
      try world.command { try $0.insert(Schema.followUp, followUp(due: world.today)) }
      let entry = try world.command {
        try $0.update(
          Schema.followUp, 1,
          ["outcome": .text("done"), "closed": .day(world.today), "result": .text("sent")])
      }
      try world.command {
        try $0.update(Schema.followUp, 1, ["closed": .day(world.today - 1)])
      }
      return entry
    } check: { world throws in
      #expect(try world.value("outcome", of: Schema.followUp, 1) == .text("done"))
      #expect(try world.value("result", of: Schema.followUp, 1) == .null)
    },
    Case(
      "a column stays where it would refer to what is gone",
      kept: [
        "C1.organisation dangling(Optional(O1))", "all",
      ]
    ) { world in
      try world.command {
        let old = try $0.insertOrganisation("Acme")
        try $0.insertOrganisation("Bolt")
        try $0.insertPerson("Wang Wei", [.organisation: .integer(old)])
      }
      let entry = try world.command { try $0.updatePerson(1, [.organisation: .integer(2)]) }
      try world.command { try $0.delete(Schema.organisation, 1) }
      return entry
    } check: { world throws in
      #expect(try world.value("organisation", of: Schema.person, 1) == .integer(2))
    },
  ]

  static let rules = [
    Case("a move with a later one stays", kept: ["L1/move laterMove(2026-11-23)", "all"]) { world in
      try world.command { try $0.fill(try world.lead("Plant", $0), on: world.today) }
      let entry = try world.command { try $0.advance(1, "intent", "signed", world.today) }
      try world.command { try $0.advance(1, "signed", "started", world.today) }
      return entry
    } check: { world throws in
      #expect(try world.row("SELECT stage FROM lead") == ["started"])
    },
    Case(
      "what the stage asks for stays, with all of that lead",
      kept: [
        "O1 referred(by: Optional(L1))", "L1.organisation rule", "L1.tag rule", "L1/figure rule",
      ]
    ) { world in
      try world.command { _ = try world.lead("Plant", $0) }
      let entry = try world.command {
        try $0.updateLead(1, [.tag: .text("new")])
        try $0.updateLead(1, [.organisation: .integer(try $0.insertOrganisation("Bolt"))])
        try $0.insertFigure(.agreed, of: 1, to: 9, from: world.today)
        try $0.insertPerson("Wang Wei")
      }
      try world.command { try $0.advance(1, "intent", "signed", world.today) }
      return entry
    } check: { world throws in
      #expect(try world.row("SELECT tag, agreed FROM lead", cells: 2) == ["new", "9"])
      #expect(try !world.exists(Schema.person, 1))
    },
    Case(
      "a fact that the stage never had is no reason", kept: []
    ) { world in
      try world.command {
        let lead = try $0.insertLead(
          [.title: .text("Plant"), .currency: .text("CNY")], on: world.today)
        try $0.insertFigure(.expected, of: lead, to: 5, from: world.today)
      }
      return try world.command { try $0.updateLead(1, [.title: .text("Works")]) }
    } check: { world throws in
      #expect(try world.value("title", of: Schema.lead, 1) == .text("Plant"))
    },
  ]

  static let links = [
    Case(
      "what something newer refers to stays, and what that needs",
      kept: ["O1 referred(by: Optional(C1))", "C1 referred(by: Optional(L1))"]
    ) { world in
      try world.command { _ = try world.lead("Plant", $0) }
      let entry = try world.command {
        let organisation = try $0.insertOrganisation("Acme")
        try $0.insertPerson("Wang Wei", [.organisation: .integer(organisation)])
        try $0.insertPerson("Zhao Min", [.organisation: .integer(organisation)])
      }
      try world.command { try $0.addContact(1, to: 1) }
      return entry
    } check: { world throws in
      #expect(try !world.exists(Schema.person, 2))
    },
    Case(
      "a dated fact refers to its department",
      kept: ["D1 referred(by: Optional(L1))", "all"]
    ) { world in
      try world.command { _ = try world.lead("Plant", $0) }
      let entry = try world.command { try $0.insertDepartment("Trade") }
      try world.command { try $0.setFigure(.department, of: 1, to: 1, from: world.today) }
      return entry
    } check: { world throws in
      #expect(try world.exists(Schema.department, 1))
    },
    Case("whoever has written stays", kept: ["S2 acted", "all"]) { world in
      let entry = try world.command { try $0.insertPerson("Zhao Min", staff: true) }
      try world.command(by: "Zhao Min") { try $0.insertOrganisation("Acme") }
      return entry
    } check: { world throws in
      #expect(try world.exists(Schema.person, Key.staffBase + 2))
    },
    Case("what the entry itself took out of use goes") { world in
      try world.command { try $0.insertPerson("Wang Wei") }
      return try world.command {
        try $0.updatePerson(1, [.organisation: .integer(try $0.insertOrganisation("Acme"))])
      }
    } check: { world throws in
      #expect(try !world.exists(Schema.organisation, 1))
      #expect(try world.value("organisation", of: Schema.person, 1) == .null)
    },
  ]

  private static func followUp(due: Day) -> [String: Datum] {
    [
      "kind": .text("task"), "due": .day(due), "outcome": .text("open"), "made": .day(due),
      "what": .text("call"),
    ]
  }
}

extension Writer {
  /// Gives a lead what all stages before the final one ask for.
  func fill(_ lead: Int64, on day: Day) throws {
    let organisation = try insertOrganisation("Org of \(lead)")
    try updateLead(lead, [.organisation: .integer(organisation), .site: .text("North")])
    try insertFigure(.agreed, of: lead, to: 100, from: day)
    try insertFigure(.total, of: lead, to: 200, from: day)
  }

  func advance(_ lead: Int64, _ from: String, _ to: String, _ day: Day) throws {
    try insertMove(Move(kind: .advance, from: from, to: to, day: day), of: lead, note: nil)
  }
}
