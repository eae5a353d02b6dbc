/// The fixed sets of choices of the domain, in the order in which they are listed.
public enum Choices {
  public static let outcomes = [
    Choice("open", Words("open", "进行中", "進行中"), aliases: ["active", "开放"]),
    Choice("lost", Words("lost", "流失", "流失")),
    Choice("shelved", Words("shelved", "搁置", "擱置"), aliases: ["on hold", "paused"]),
  ]

  public static let sources = [
    Choice("alumni", Words("alumni", "校友", "校友"), aliases: ["同学", "老同学", "classmate"]),
    Choice("colleague", Words("colleague", "同事", "同事"), aliases: ["老同事"]),
    Choice("comrade", Words("comrade", "战友", "戰友"), aliases: ["老战友"]),
    Choice("townsman", Words("townsman", "同乡", "同鄉"), aliases: ["老乡", "乡贤"]),
    Choice("kin", Words("kin", "亲属", "親屬"), aliases: ["亲戚", "relative"]),
    Choice(
      "investor", Words("investor", "以商引商", "以商引商"),
      aliases: ["existing investor", "existing-investor", "以企招商", "老客商", "referral"]),
    Choice(
      "door-knocking", Words("door-knocking", "敲门招商", "敲門招商"),
      aliases: ["敲门", "door knocking", "cold call"]),
    Choice("station", Words("station", "驻点招商", "駐點招商"), aliases: ["驻点", "招商站"]),
    Choice(
      "task-force", Words("task-force", "小分队", "小分隊"), aliases: ["task force", "招商小分队"]),
    Choice("event", Words("event", "活动", "活動"), aliases: ["洽谈会", "展会", "fair"]),
    Choice("inbound", Words("inbound", "主动来访", "主動來訪"), aliases: ["来访", "web"]),
  ]

  public static let levels = [
    Choice("yellow", Words("yellow", "黄", "黃"), aliases: ["黄色"]),
    Choice("red", Words("red", "红", "紅"), aliases: ["红色"]),
  ]

  public static let activityKinds = [
    Choice("call", Words("call", "电话", "電話"), aliases: ["phone", "致电"]),
    Choice("message", Words("message", "消息", "訊息"), aliases: ["微信", "短信", "email", "邮件"]),
    Choice("visit", Words("visit", "拜访", "拜訪"), aliases: ["走访", "登门"]),
    Choice("meeting", Words("meeting", "会谈", "會談"), aliases: ["洽谈", "会议"]),
    Choice("reception", Words("reception", "接待", "接待"), aliases: ["来访接待"]),
    Choice("event", Words("event", "活动", "活動"), aliases: ["联谊"]),
    Choice("note", Words("note", "备注", "備註"), aliases: ["笔记"]),
  ]

  public static let tieKinds = [
    Choice("classmate", Words("classmate", "同学", "同學"), aliases: ["老同学", "校友"]),
    Choice("colleague", Words("colleague", "同事", "同事"), aliases: ["老同事", "former colleague"]),
    Choice("comrade", Words("comrade", "战友", "戰友"), aliases: ["老战友"]),
    Choice("townsman", Words("townsman", "同乡", "同鄉"), aliases: ["老乡"]),
    Choice("kin", Words("kin", "亲属", "親屬"), aliases: ["亲戚", "relative", "family"]),
    Choice("friend", Words("friend", "朋友", "朋友"), aliases: ["好友"]),
    Choice("investor", Words("investor", "客商", "客商"), aliases: ["投资人"]),
    Choice("met", Words("met", "认识", "認識"), aliases: ["见过", "acquaintance"]),
  ]

  public static let affiliationKinds = [
    Choice("study", Words("study", "学习", "學習"), aliases: ["school", "就读"]),
    Choice("work", Words("work", "工作", "工作"), aliases: ["employer", "任职"]),
    Choice("service", Words("service", "服役", "服役"), aliases: ["army", "参军"]),
    Choice("town", Words("town", "籍贯", "籍貫"), aliases: ["home town", "家乡"]),
  ]

  public static let organisationKinds = [
    Choice("company", Words("company", "企业", "企業"), aliases: ["公司", "firm"]),
    Choice("school", Words("school", "学校", "學校"), aliases: ["university"]),
    Choice("unit", Words("unit", "部队", "部隊"), aliases: ["army unit"]),
    Choice("agency", Words("agency", "机关", "機關"), aliases: ["机构", "government"]),
    Choice("town", Words("town", "地方", "地方"), aliases: ["place"]),
  ]

  public static let followUpKinds = [
    Choice("task", Words("task", "待办", "待辦")),
    Choice("promise", Words("promise", "承诺", "承諾")),
  ]

  public static let followUpOutcomes = [
    Choice("open", Words("open", "未完成", "未完成")),
    Choice("done", Words("done", "已完成", "已完成")),
    Choice("cancelled", Words("cancelled", "已取消", "已取消")),
  ]

  /// What came of asking somebody for an introduction.
  public static let askResults = [
    Choice("open", Words("open", "待回复", "待回覆"), aliases: ["asked"]),
    Choice("agreed", Words("agreed", "已答应", "已答應"), aliases: ["答应", "yes"]),
    Choice("introduced", Words("introduced", "已引荐", "已引薦"), aliases: ["引荐", "done"]),
    Choice("refused", Words("refused", "婉拒", "婉拒"), aliases: ["拒绝", "no"]),
    Choice("no-answer", Words("no answer", "无回音", "無回音"), aliases: ["没有回复", "silence"]),
  ]

  public static let yesNo = [
    Choice("yes", Words("yes", "是", "是"), aliases: ["true", "1", "y"]),
    Choice("no", Words("no", "否", "否"), aliases: ["false", "0", "n"]),
  ]
}
