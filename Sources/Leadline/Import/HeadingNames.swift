internal import LeadlineModel
internal import LeadlineQuery

/// Finds the field that a heading names.
struct HeadingNames {
  /// How well a heading fits: beyond doubt, by the field's own name or word, or by another name.
  enum Fit: Int, Comparable {
    case sure, name, alias

    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  let kind: RecordKind
  private let byName: [String: (field: Field, fit: Fit)]
  private let fields: [Field]

  init(_ kind: RecordKind, in pipeline: Pipeline) {
    self.kind = kind
    fields = Field.of(kind, in: pipeline)
    let spellings: [(Fit, (Field) -> [String])] = [
      (.name, { [$0.name] }), (.name, { $0.words.all }), (.alias, { $0.aliases }),
    ]
    var found: [String: (field: Field, fit: Fit)] = [:]
    for (fit, names) in spellings {
      for field in fields {
        for name in names(field) where found[Self.plain(name)] == nil {
          found[Self.plain(name)] = (field, fit)
        }
      }
    }
    // A title beside a job title is a form of address: Mr.
    if kind == .contact, let job = found["jobtitle"] { found["jobtitle"] = (job.field, .sure) }
    byName = found
  }

  /// The field of a heading; lists may have several columns with a number in them (电话2,
  /// `E-mail 2 Address`, `Phone 1 - Value`).
  func field(_ heading: String) -> (field: Field, fit: Fit)? {
    let plain = Self.plain(heading)
    if let found = byName[plain] { return found }
    let stem = plain.filter { !$0.isNumber }
    guard stem != plain else { return nil }
    let bare = stem.hasSuffix("value") ? String(stem.dropLast(5)) : stem
    return byName[bare].flatMap { $0.field.type.isList ? $0 : nil }
  }

  /// The field that a person names in an option.
  func field(named name: String) -> Field? { byName[Self.plain(name)]?.field }

  func nearest(to name: String) -> [String] {
    NearestNames.of(name, in: fields.flatMap { [$0.name] + $0.words.all + $0.aliases })
      .compactMap { field(named: $0)?.name }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A name without case, width, script, blanks, hyphens, underscores, and marks around it.
  static func plain(_ name: String) -> String {
    let folded = Fold.text(name).filter { !($0 == " " || $0 == "-" || $0 == "_") }
    return String(folded.trimming { "*:".contains($0) })
  }

  /// Columns that count the rows.
  static func isRowNumber(_ heading: String) -> Bool {
    ["序号", "行号", "no", "no.", "#", "№", "nr", "nr.", "row", "rowno", "rownumber", "sn", "s/n"]
      .contains(plain(heading))
  }

  /// Columns whose values tell rows apart.
  static func isKey(_ heading: String) -> Bool {
    ["key", "键", "id", "编号"].contains(plain(heading))
  }
}

extension FieldType {
  /// Whether several columns may fill the field together.
  var isList: Bool {
    switch self {
    case .list, .phones, .records, .choices: true
    default: false
    }
  }
}

extension StringProtocol {
  func trimming(_ isIdle: (Character) -> Bool) -> SubSequence {
    var rest = self.drop(while: isIdle)
    while let last = rest.last, isIdle(last) { rest.removeLast() }
    return rest
  }
}
