internal import Leadline

extension Signature {
  /// What may be exported, by the words that name it.
  static let exportable: [(kind: RecordKind, choice: Choice)] = [
    (.lead, Choice("leads", Words("leads", "线索", "線索"), aliases: ["lead"])),
    (.contact, Choice("contacts", Words("contacts", "联系人", "聯絡人"), aliases: ["contact"])),
    (.organisation, Choice("orgs", Words("orgs", "单位", "單位"), aliases: ["org"])),
    (.activity, Choice("activities", Words("activities", "跟进记录", "跟進記錄"))),
    (.followUp, Choice("followups", Words("followups", "待办", "待辦"))),
  ]

  /// The kind that the first of the words names.
  static func exported(_ words: some Sequence<String>) -> RecordKind? {
    for word in words {
      let fold = Fold.text(word)
      let found = exportable.first { _, choice in
        ([choice.id] + choice.words.all + choice.aliases).contains { Fold.text($0) == fold }
      }
      if let found { return found.kind }
    }
    return nil
  }

  /// The signature as the words of a line need it: `export` and `duplicates` filter what they
  /// list, `campaign load` takes a file where its other actions take a campaign.
  func reading(_ lexed: LexedLine) -> Signature {
    let words = lexed.tokens.map { String(lexed.line[$0.range]) }
    return switch name {
    case Command.exportName, Command.duplicatesName:
      with(slots, subject: Self.exported(words) ?? subject)
    case Command.campaignName: with(Command.campaignSlots(words), subject: subject)
    default: self
    }
  }

  private func with(_ slots: [Slot], subject: RecordKind?) -> Signature {
    Signature(
      name, aliases: aliases, slots: slots, assignable: assignable, options: options,
      subject: subject, isListing: isListing)
  }
}
