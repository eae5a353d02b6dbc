extension Requirement {
  /// What is asked for, as part of a sentence.
  public var words: Words {
    switch self {
    case .title: Words("a title", "名称", "名稱")
    case .source: Words("a source", "来源", "來源")
    case .owner: Words("an owner", "负责人", "負責人")
    case .org: Words("an organisation", "单位", "單位")
    case .contact: Words("a contact", "联系人", "聯絡人")
    case .department: Words("a department", "部门", "部門")
    case .expected: Words("an expected amount", "意向额", "意向額")
    case .agreed: Words("an agreed amount", "协议额", "協議額")
    case .total: Words("a total investment", "总投资", "總投資")
    case .sector: Words("a sector", "行业", "行業")
    case .site: Words("a site", "落地地点", "落地地點")
    case .receipt: Words("a receipt", "到账记录", "到帳記錄")
    }
  }

  /// The field that gives it.
  public var field: String { rawValue }

  /// How a command line gives it: `agreed=AMOUNT`.
  public var assignment: String {
    switch self {
    case .title, .source, .sector, .site: "\(field)=\(field.uppercased())"
    case .owner, .org, .contact, .department: "\(field)=NAME"
    case .expected, .agreed, .total, .receipt: "\(field)=AMOUNT"
    }
  }
}
