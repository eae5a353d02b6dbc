extension Field {
  /// The fields of a contact.
  public static let contacts = [
    Field(.contact, "id", Words("id", "编号", "編號"), .id, .readOnly),
    Field(.contact, "key", Words("key", "键", "鍵"), .text, .readOnly, aliases: ["uid", "外部编号"]),
    Field(
      .contact, "name", Words("name", "姓名", "姓名"), .text,
      aliases: ["full name", "fn", "联系人", "contact", "名字", "联系人姓名", "contact name", "display name"]),
    Field(
      .contact, "org", Words("org", "单位", "單位"), .record(.organisation),
      aliases: [
        "organisation", "organization", "company", "公司", "企业", "工作单位", "单位名称", "公司名称", "企业名称",
        "所在单位", "company name", "account name", "organization name", "organization 1 - name",
      ]),
    Field(
      .contact, "title", Words("title", "职务", "職務"), .text,
      aliases: [
        "job title", "职位", "role", "职称", "organization title", "organization 1 - title",
      ]),
    Field(
      .contact, "phone", Words("phone", "电话", "電話"), .phones,
      aliases: [
        "phones", "mobile", "tel", "telephone", "手机", "手机号", "联系电话", "电话号码", "手机号码", "联系方式", "移动电话",
        "座机", "固定电话", "办公电话", "phone number", "mobile phone", "business phone", "work phone",
        "home phone", "primary phone", "other phone", "cell", "cell phone",
      ]),
    Field(
      .contact, "email", Words("email", "邮箱", "郵箱"), .list,
      aliases: [
        "emails", "e-mail", "mail", "电子邮件", "电邮", "电子邮箱", "邮箱地址", "e-mail address",
      ]),
    Field(
      .contact, "region", Words("region", "地区", "地區"), .text,
      aliases: ["city", "城市", "所在地", "address", "地址", "business city"]),
    Field(
      .contact, "town", Words("town", "籍贯", "籍貫"), .text, aliases: ["home town", "家乡", "hometown"]),
    Field(
      .contact, "school", Words("school", "学校", "學校"), .list,
      aliases: ["university", "毕业院校", "母校"]),
    Field(
      .contact, "employer", Words("employer", "任职单位", "任職單位"), .list, .readOnly,
      aliases: ["employers", "曾任职"]),
    Field(
      .contact, "unit", Words("unit", "部队", "部隊"), .list, .writable, aliases: ["army unit", "服役部队"]),
    Field(
      .contact, "class", Words("class", "班级", "班級"), .list, .readOnly,
      aliases: ["院系", "连队"]),
    Field(
      .contact, "birthday", Words("birthday", "生日", "生日"), .day(.back), aliases: ["bday", "出生日期"]),
    Field(.contact, "knows", Words("knows", "认识者", "認識者"), .records(.staff), .readOnly),
    Field(
      .contact, "tie", Words("tie", "关系", "關係"), .choices(Choices.tieKinds), .readOnly,
      aliases: ["relation", "relationship"]),
    Field(
      .contact, "ask", Words("ask", "可托请", "可託請"), .choice(Choices.yesNo), aliases: ["askable"]),
    Field(.contact, "asked", Words("asked", "托请次数", "託請次數"), .number, .readOnly),
    Field(.contact, "last-asked", Words("last-asked", "最近托请", "最近託請"), .day(.back), .readOnly),
    Field(.contact, "tag", Words("tag", "标签", "標籤"), .list, aliases: ["tags", "categories", "分组"]),
    Field(.contact, "note", Words("note", "备注", "備註"), .text, aliases: ["notes", "说明"]),
    Field(.contact, "created", Words("created", "录入日", "錄入日"), .day(.back), .readOnly),
    Field(.contact, "last-touch", Words("last-touch", "最近跟进", "最近跟進"), .day(.back), .readOnly),
  ]

  /// The fields of a member of staff: a contact's, and where they work.
  public static let staff =
    contacts + [
      Field(
        .contact, "department", Words("department", "部门", "部門"), .record(.department),
        aliases: ["dept"]),
      Field(.contact, "section", Words("section", "科室", "科室"), .record(.section)),
    ]

  /// The fields of an organisation.
  public static let organisations = [
    Field(.organisation, "id", Words("id", "编号", "編號"), .id, .readOnly),
    Field(.organisation, "key", Words("key", "键", "鍵"), .text, .readOnly, aliases: ["外部编号"]),
    Field(
      .organisation, "name", Words("name", "名称", "名稱"), .text,
      aliases: [
        "account", "company", "单位", "企业名称", "公司", "organisation", "organization", "org", "公司名称",
        "单位名称",
        "客户名称", "account name", "company name", "organization name",
      ]),
    Field(
      .organisation, "alias", Words("alias", "别名", "別名"), .list,
      aliases: ["other names", "简称", "曾用名"]),
    Field(
      .organisation, "kind", Words("kind", "类别", "類別"), .choice(Choices.organisationKinds)),
    Field(
      .organisation, "sector", Words("sector", "行业", "行業"), .text, aliases: ["industry", "产业"]),
    Field(
      .organisation, "region", Words("region", "地区", "地區"), .text,
      aliases: ["office_location", "location", "country", "address", "地址"]),
    Field(.organisation, "tag", Words("tag", "标签", "標籤"), .list, aliases: ["tags"]),
    Field(.organisation, "note", Words("note", "备注", "備註"), .text, aliases: ["notes", "说明"]),
    Field(.organisation, "created", Words("created", "录入日", "錄入日"), .day(.back), .readOnly),
    Field(
      .organisation, "leads", Words("leads", "线索数", "線索數"), .number, .readOnly),
    Field(.organisation, "contacts", Words("contacts", "联系人数", "聯絡人數"), .number, .readOnly),
  ]

  /// The fields of an activity.
  public static let activities = [
    Field(.activity, "id", Words("id", "编号", "編號"), .id, .readOnly),
    Field(.activity, "on", Words("on", "日期", "日期"), .day(.back), aliases: ["date", "day"]),
    Field(
      .activity, "kind", Words("kind", "方式", "方式"), .choice(Choices.activityKinds),
      aliases: ["type", "类型"]),
    Field(.activity, "lead", Words("lead", "线索", "線索"), .records(.lead), aliases: ["leads", "项目"]),
    Field(
      .activity, "contact", Words("contact", "联系人", "聯絡人"), .records(.contact),
      aliases: ["with", "客商"]),
    Field(
      .activity, "org", Words("org", "单位", "單位"), .records(.organisation),
      aliases: ["company", "企业"]),
    Field(
      .activity, "staff", Words("staff", "工作人员", "工作人員"), .records(.staff),
      aliases: ["by", "参加人员", "owner"]),
    Field(
      .activity, "department", Words("department", "部门", "部門"), .record(.department),
      aliases: ["dept", "接待部门"]),
    Field(
      .activity, "guests", Words("guests", "客商人数", "客商人數"), .number,
      aliases: ["visitors", "人数", "来客人数"]),
    Field(
      .activity, "failed", Words("failed", "未成", "未成"), .choice(Choices.yesNo), .writable),
    Field(
      .activity, "note", Words("note", "内容", "內容"), .text, aliases: ["text", "notes", "备注", "事由"]),
  ]

  /// The fields of a follow-up or promise.
  public static let followUps = [
    Field(.followUp, "id", Words("id", "编号", "編號"), .id, .readOnly),
    Field(
      .followUp, "kind", Words("kind", "类别", "類別"), .choice(Choices.followUpKinds), .readOnly),
    Field(.followUp, "lead", Words("lead", "线索", "線索"), .record(.lead), .readOnly),
    Field(.followUp, "contact", Words("contact", "联系人", "聯絡人"), .record(.contact), .readOnly),
    Field(.followUp, "due", Words("due", "到期日", "到期日"), .day(.forward), aliases: ["until", "截止"]),
    Field(.followUp, "at", Words("at", "时间", "時間"), .text, aliases: ["time"]),
    Field(.followUp, "what", Words("what", "事项", "事項"), .text),
    Field(
      .followUp, "who", Words("who", "负责人", "負責人"), .record(.staff), aliases: ["owner", "by"]),
    Field(.followUp, "every", Words("every", "周期", "週期"), .days, aliases: ["cadence"]),
    Field(
      .followUp, "outcome", Words("outcome", "状态", "狀態"), .choice(Choices.followUpOutcomes),
      .readOnly),
    Field(.followUp, "made", Words("made", "登记日", "登記日"), .day(.back), .readOnly),
    Field(.followUp, "closed", Words("closed", "完成日", "完成日"), .day(.back), .readOnly),
  ]

  /// The fields of the kind of record, where it has a table of fields.
  public static func of(_ kind: RecordKind, in pipeline: Pipeline) -> [Field] {
    switch kind {
    case .lead: leads(pipeline)
    case .contact: contacts
    case .organisation: organisations
    case .activity: activities
    case .followUp: followUps
    case .staff: staff
    case .department, .section: []
    }
  }
}
