/// The tables that the staff hand in.
enum Tables {
  static func departments() -> String {
    csv(
      ["档", "部门", "科室"],
      Department.all.flatMap { department in
        department.sections.map { [department.tier, department.name, $0] }
      })
  }

  static func leads(_ leads: [Lead]) -> String {
    csv(
      [
        "编号", "项目名称", "单位", "联系人", "介绍人", "负责人", "部门", "科室", "来源", "阶段", "意向额", "行业",
        "地区", "标签", "录入日", "备注",
      ],
      leads.map { lead in
        [
          lead.key, lead.project.title, lead.namesFirm ? lead.firm.name : "",
          lead.contact?.name.written ?? "", lead.introducer, lead.owner.name,
          lead.owner.department, lead.owner.section, lead.source, "意向", amount(lead.expected),
          lead.project.sector, lead.firm.region, lead.firm.isNearby ? "苏南" : "",
          lead.schedule.entered.description, lead.note,
        ]
      })
  }

  static func activities(_ activities: [Activity]) -> String {
    csv(
      ["日期", "方式", "客商人数", "部门", "工作人员", "项目", "单位", "未成", "内容"],
      activities.map { activity in
        [
          activity.day.description, activity.kind, activity.guests.map(String.init) ?? "",
          activity.staff.department, activity.staff.name, activity.lead?.project.title ?? "",
          activity.org, activity.failed ? "是" : "", activity.note,
        ]
      })
  }

  static func contacts(_ contacts: [Contact]) -> String {
    csv(
      ["姓名", "单位", "职务", "手机", "邮箱", "籍贯", "毕业院校", "关系", "备注"],
      contacts.map { contact in
        [
          contact.name.written, contact.org, contact.title, contact.phone, contact.email,
          contact.town, contact.school, contact.tie, contact.note,
        ]
      })
  }
}
