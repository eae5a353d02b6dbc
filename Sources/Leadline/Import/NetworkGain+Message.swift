public import LeadlineModel

extension NetworkGain {
  /// How many are new, how many were known and through whom, and which places they share; a line
  /// each.
  public func lines(_ language: Language) -> [String] {
    ([people] + (shared.isEmpty ? [] : [places])).map { $0[language] }
  }

  private var people: Words {
    let known = through.prefix(5).map { "\($0.staff.name) \($0.count)" }
    let list = (known + (through.count > 5 ? ["…"] : [])).joined(separator: ", ")
    let listed = known.isEmpty
    return Words(
      "network: \(newPeople) new people, \(knownPeople) known here already"
        + (listed ? "" : " (through \(list))"),
      "人脉：新增 \(newPeople) 人，本市已认识 \(knownPeople) 人" + (listed ? "" : "（经 \(list)）"),
      "人脈：新增 \(newPeople) 人，本市已認識 \(knownPeople) 人" + (listed ? "" : "（經 \(list)）"))
  }

  private var places: Words {
    func list(_ text: (SharedPlace) -> String, _ separator: String) -> String {
      shared.map(text).joined(separator: separator)
    }
    func years(_ place: SharedPlace) -> String {
      place.years.map { ", \(SharedYears.known($0).text)" } ?? ""
    }
    return Words(
      "shared: "
        + list(
          {
            "\($0.organisation.name) (\($0.newPeople) new, \($0.knownPeople) known\(years($0)))"
          }, "; "),
      "共同经历："
        + list(
          { "\($0.organisation.name)（新 \($0.newPeople)，已识 \($0.knownPeople)\(years($0))）" }, "；"),
      "共同經歷："
        + list(
          { "\($0.organisation.name)（新 \($0.newPeople)，已識 \($0.knownPeople)\(years($0))）" }, "；"))
  }
}
