internal import Leadline

extension Command {
  static let apart = Command(
    Signature(
      "apart", aliases: ["非重复", "非重複"],
      slots: [Slot("WHICH", .which([.contact, .organisation, .lead]))]),
    .data,
    Words(
      "says that records are not one, so that duplicates lists them no more",
      "说明几条记录并非同一，不再列为重复", "說明幾條記錄並非同一，不再列為重複"),
    examples: ["apart C1 C2", "apart O3 O9", "apart @2"],
    details: """
      No two of them are one; of rows of duplicates, the two of each row. show names those who are \
      apart. undo takes it back, and merge makes one of them all the same.
      """
  ) { parsed, session in
    let groups = try session.groups(parsed)
    guard groups.allSatisfy({ Set($0).count > 1 }) else {
      throw CommandError.missing("WHICH", example: "apart C1 C2")
    }
    let isNew = try session.crm.setApart(groups).result > 0
    for group in groups {
      let labels = try group.map(session.label).joined(separator: ", ")
      try session.say(
        isNew
          ? Words("\(labels): not the same", "\(labels)：并非同一", "\(labels)：並非同一")
          : Words("\(labels): unchanged", "\(labels)：没有变化", "\(labels)：沒有變化"))
    }
  }
}
