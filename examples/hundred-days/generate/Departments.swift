/// A department in its tier of the contest.
struct Department {
  let tier: String
  let name: String
  let sections: [String]
  /// How many of the leads are its own.
  let leads: Int

  init(_ tier: String, _ name: String, _ sections: [String], leads: Int) {
    self.tier = tier
    self.name = name
    self.sections = sections
    self.leads = leads
  }

  var staffCount: Int { tier == "一档" || tier == "两区" ? 4 : 3 }

  static let all = [
    Department("一档", "商务局", ["招商科", "外资科"], leads: 9),
    Department("一档", "发展和改革局", ["投资科", "服务业科"], leads: 5),
    Department("一档", "工业和信息化局", ["产业发展科", "企业服务科"], leads: 6),
    Department("二档", "科学技术局", ["高新科", "成果转化科"], leads: 4),
    Department("二档", "住房和城乡建设局", ["建筑业科", "房产科"], leads: 4),
    Department("二档", "交通运输局", ["港航科", "物流科"], leads: 5),
    Department("三档", "文化和旅游局", ["文旅产业科", "资源开发科"], leads: 4),
    Department("三档", "农业农村局", ["农产品加工科", "对外合作科"], leads: 4),
    Department("三档", "市场监督管理局", ["企业科", "质量科"], leads: 3),
    Department("四档", "统计局", ["综合科", "服务业统计科"], leads: 2),
    Department("四档", "教育局", ["民办教育科", "职教科"], leads: 1),
    Department("四档", "司法局", ["法律服务科", "宣教科"], leads: 0),
    Department("两区", "经济开发区招商局", ["招商一部", "招商二部"], leads: 7),
    Department("两区", "港口新区招商局", ["临港产业部", "航运服务部"], leads: 5),
  ]
}

struct Staff {
  let name: String
  let department: String
  let section: String

  /// The staff of every department; those whom the documentation speaks of come first in theirs.
  static func all(_ names: inout Names) -> [Staff] {
    let known = ["商务局": ["王伟", "李娜", "周敏"], "科学技术局": ["陈静"]]
    return Department.all.flatMap { department in
      (0..<department.staffCount).map { index in
        let fixed = known[department.name] ?? []
        let name = index < fixed.count ? fixed[index] : names.next().written
        return Staff(
          name: name, department: department.name,
          section: department.sections[index % department.sections.count])
      }
    }
  }
}
