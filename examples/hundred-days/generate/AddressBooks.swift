/// The address books that the staff hand in.
struct AddressBooks {
  /// The list of the commerce bureau, kept by 王伟.
  private(set) var commerce: [Contact] = []
  private(set) var wang: [Contact] = []
  private(set) var li: [Contact] = []
  private(set) var chen: [Contact] = []

  static let delta = Firm(name: "台达电子（苏州）有限公司", region: "苏州", domain: "delta.example")
  static let mueller = Firm(
    name: "Müller Präzisionstechnik GmbH", region: "德国", domain: "mueller.example")

  /// Each speaker of a lead goes into one of the books; then come those known from elsewhere.
  /// Two friends stand in two books.
  init(speakers: [Contact], friends: [Contact], makes contacts: inout Contacts) {
    for (index, speaker) in speakers.enumerated() {
      switch index % 5 {
      case 0, 1: commerce.append(speaker)
      case 2: wang.append(speaker)
      case 3: li.append(speaker)
      default: chen.append(speaker)
      }
    }
    commerce += friends
    commerce.insert(Self.zhang, at: 6)
    wang += [
      contacts.old("曾", "文彬", "zeng.wenbin", "上海"),
      contacts.old("单", "晓峰", "shan.xiaofeng", "南通"),
    ]
    li += [
      Self.klaus, contacts.old("解", "志强", "xie.zhiqiang", "苏州"), commerce[commerce.count - 1],
    ]
    chen += Self.abroad + [commerce[commerce.count - 2]]
  }

  static let zhang = Contact(
    name: Name(family: "张", given: "伟", latin: "zhang.wei"), org: delta.name, title: "采购总监",
    phone: "138 0000 4321", email: "zhang.wei@delta.example", town: "盐城", school: "南京大学",
    tie: "同学", note: "1998级同学，分管新厂选址")

  static let klaus = Contact(
    name: Name(family: "Müller", given: "Klaus", latin: "klaus.mueller"), org: mueller.name,
    title: "Geschäftsführer", phone: "+49 30 23125 017", email: "klaus@mueller.example",
    note: "Prefers e-mail; visits Shanghai every spring")

  private static let abroad = [
    Contact(
      name: Name(family: "陳", given: "建宏", latin: "chen.jianhong"), org: "台灣昇揚電子股份有限公司",
      title: "協理", phone: "+886 900 000 127", email: "chen.jianhong@shengyang.example"),
    Contact(
      name: Name(family: "林", given: "志豪", latin: "lin.zhihao"), org: "台灣昇揚電子股份有限公司",
      title: "廠長", phone: "+886 900 000 388", email: "lin.zhihao@shengyang.example"),
    Contact(
      name: Name(family: "O'Neill", given: "James", latin: "james.oneill"),
      org: "Harbour Logistics Ltd", title: "Regional Director", phone: "+44 20 7946 0142",
      email: "james.oneill@harbour.example"),
    Contact(
      name: Name(family: "Schmidt", given: "Anna", latin: "anna.schmidt"),
      org: "Nordwind Energie AG", title: "Business Development", phone: "+49 30 23125 064",
      email: "anna.schmidt@nordwind.example"),
  ]
}

extension Contacts {
  /// Somebody from another time, of whom the book says where they live now.
  mutating func old(
    _ family: String, _ given: String, _ latin: String, _ place: String
  ) -> Contact {
    var contact = person(
      Name(family: family, given: given, latin: latin), org: "", title: "", domain: "mail.example")
    contact.note = "老同学，现居\(place)"
    return contact
  }
}
