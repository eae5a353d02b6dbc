extension Field {
  /// The fields of a lead, in the order in which help lists them.
  ///
  /// Every stage after the first adds the day of its first entry, `signed-on` and so on.
  public static func leads(_ pipeline: Pipeline) -> [Field] {
    leadIdentity + leadPlacement + leadMoney + leadDescription
      + [Field(.lead, "created", Words("created", "录入日", "錄入日"), .day(.back), aliases: leadCreated)]
      + pipeline.stages.dropFirst().map(entryDay) + leadClock
  }

  /// The day of the first entry into `stage`.
  public static func entryDay(of stage: Stage) -> Field {
    Field(
      .lead, "\(stage.id)-on",
      Words(
        "\(stage.words.english)-on", "\(stage.words.simplified)日", "\(stage.words.traditional)日"),
      .day(.back), .readOnly,
      aliases: [
        "\(stage.words.simplified)日期", "\(stage.words.simplified)时间", "\(stage.words.english) date",
      ])
  }

  private static let leadCreated = [
    "engage date", "engage_date", "意向日期", "登记日期", "创建日期", "created on", "intent-on", "日期",
    "登记日", "登记时间", "录入日期", "录入时间", "创建时间", "建立日期", "created date", "create date", "created at",
  ]

  private static let leadIdentity = [
    Field(.lead, "id", Words("id", "编号", "編號"), .id, .readOnly),
    Field(
      .lead, "key", Words("key", "键", "鍵"), .text, .readOnly,
      aliases: ["外部编号", "opportunity_id", "opportunity id"]),
    Field(
      .lead, "title", Words("title", "名称", "名稱"), .text,
      aliases: [
        "项目名称", "项目", "project", "product", "name", "线索", "线索名称", "deal", "标题", "项目标题",
        "专案名称", "deal name", "project name", "opportunity", "opportunity name",
      ]),
    Field(
      .lead, "org", Words("org", "单位", "單位"), .record(.organisation),
      aliases: [
        "organisation", "organization", "company", "account", "企业", "投资方", "公司", "客商单位", "公司名称",
        "企业名称", "单位名称", "客户", "客户名称", "投资企业", "投资单位", "account name", "company name",
      ]),
    Field(
      .lead, "contact", Words("contact", "联系人", "聯絡人"), .records(.contact),
      aliases: ["contacts", "客商", "联系人姓名", "contact name"]),
    Field(
      .lead, "introducer", Words("introducer", "引荐人", "引薦人"), .record(.contact),
      aliases: ["referrer", "介绍人", "推荐人"]),
  ]

  private static let leadPlacement = [
    Field(
      .lead, "owner", Words("owner", "负责人", "負責人"), .record(.staff), .dated,
      aliases: [
        "sales_agent", "sales agent", "责任人", "跟进人", "agent", "staff", "招商人员", "assigned to",
        "opportunity owner", "deal owner", "lead owner",
      ]),
    Field(
      .lead, "department", Words("department", "部门", "部門"), .record(.department), .dated,
      aliases: ["dept", "责任部门", "责任单位", "局", "部门名称", "招商部门"]),
    Field(
      .lead, "shares", Words("shares", "份额", "份額"), .list, .dated,
      aliases: ["share", "分成", "部门份额", "分摊"]),
    Field(.lead, "section", Words("section", "科室", "科室"), .record(.section)),
    Field(
      .lead, "source", Words("source", "来源", "來源"), .choice(Choices.sources),
      aliases: ["线索来源", "项目来源", "信息来源", "lead source"]),
    Field(
      .lead, "stage", Words("stage", "阶段", "階段"), .stage, .readOnly,
      aliases: [
        "deal_stage", "deal stage", "进度", "项目阶段", "status", "状态", "项目状态", "进展", "项目进度", "项目进展",
        "当前阶段", "sales stage", "lead status",
      ]),
    Field(
      .lead, "outcome", Words("outcome", "结果", "結果"), .choice(Choices.outcomes), .readOnly),
  ]

  private static let leadMoney = [
    Field(
      .lead, "expected", Words("expected", "意向额", "意向額"), .money, .dated,
      aliases: ["意向金额", "预计投资", "预期金额", "预计金额", "预计投资额", "expected revenue"]),
    Field(
      .lead, "agreed", Words("agreed", "协议额", "協議額"), .money, .dated,
      aliases: ["协议金额", "协议引资额", "签约金额"]),
    Field(
      .lead, "total", Words("total", "总投资", "總投資"), .money, .dated,
      aliases: ["总投资额", "投资总额", "total investment"]),
    Field(
      .lead, "arrived", Words("arrived", "到账额", "到帳額"), .money, .readOnly,
      aliases: ["到账金额", "到账", "到位资金", "已到账"]),
    Field(
      .lead, "amount", Words("amount", "金额", "金額"), .money, .readOnly,
      aliases: ["close_value", "value", "投资额", "额", "投资金额", "deal value", "deal amount"]),
    Field(
      .lead, "currency", Words("currency", "币种", "幣種"), .currency, .writable, aliases: ["货币"]),
  ]

  private static let leadDescription = [
    Field(
      .lead, "sector", Words("sector", "行业", "行業"), .text,
      aliases: ["产业", "industry", "行业类别", "所属行业"]),
    Field(.lead, "site", Words("site", "落地", "落地"), .text, aliases: ["选址", "落户地", "地块"]),
    Field(.lead, "region", Words("region", "地区", "地區"), .text, aliases: ["来源地", "区域", "所在地"]),
    Field(.lead, "tag", Words("tag", "标签", "標籤"), .list, aliases: ["tags"]),
    Field(
      .lead, "note", Words("note", "备注", "備註"), .text,
      aliases: ["notes", "说明", "remark", "description", "描述", "项目简介"]),
  ]

  private static let leadClock = [
    Field(
      .lead, "closed", Words("closed", "结束日", "結束日"), .day(.back), .readOnly,
      aliases: ["close_date", "close date", "closed on", "closed-on", "closed date", "结束日期"]),
    Field(.lead, "idle", Words("idle", "未跟进天数", "未跟進天數"), .days, .readOnly, aliases: ["闲置"]),
    Field(.lead, "in-stage", Words("in-stage", "阶段天数", "階段天數"), .days, .readOnly),
    Field(.lead, "level", Words("level", "等级", "等級"), .choice(Choices.levels), .readOnly),
    Field(.lead, "reason", Words("reason", "原因", "原因"), .text, .readOnly),
    Field(.lead, "last-touch", Words("last-touch", "最近跟进", "最近跟進"), .day(.back), .readOnly),
    Field(.lead, "next", Words("next", "下一步", "下一步"), .text, .readOnly),
    Field(.lead, "due", Words("due", "到期日", "到期日"), .day(.forward), .readOnly, aliases: ["截止"]),
  ]
}
