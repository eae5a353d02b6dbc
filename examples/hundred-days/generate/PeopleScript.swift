/// The commands that make departments, sections and staff.
enum PeopleScript {
  static func text(_ staff: [Staff]) -> String {
    let departments = Department.all.flatMap { department in
      ["new department \(department.name)"]
        + department.sections.map { "new section \($0) department=\(department.name)" }
    }
    let people = staff.map {
      "new staff \($0.name) department=\($0.department) section=\($0.section)"
    }
    return (departments + people).map { $0 + "\n" }.joined()
  }
}
