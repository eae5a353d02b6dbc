public import LeadlineModel

extension RecordKind {
  /// What the kind of record is called.
  public var words: Words {
    switch self {
    case .lead: Words("lead", "线索", "線索")
    case .contact: Words("contact", "联系人", "聯絡人")
    case .staff: Words("member of staff", "工作人员", "工作人員")
    case .organisation: Words("organisation", "单位", "單位")
    case .department: Words("department", "部门", "部門")
    case .section: Words("section", "科室", "科室")
    case .activity: Words("activity", "跟进记录", "跟進記錄")
    case .followUp: Words("follow-up", "待办", "待辦")
    }
  }
}
