import LeadlineModel
import Testing

/// What speaks for and against two records being one.
@Suite struct LikenessTests {
  @Test(arguments: [
    ("张伟", "张伟", Evidence.Degree.same), ("张偉", "张伟", .same), ("张伟", "张玮", .sound),
    ("Zhang Wei", "张伟", .sound), ("wei zhang", "张伟", .sound), ("Zhang Wei", "Wei ZHANG", .same),
    ("张伟", "张伟民", .other), ("王小明", "王小朋", .other), ("Müller, Jürgen", "Jurgen Muller", .same),
    ("John Smith", "Jon Smith", .near), ("John Smith", "Jhon Smith", .near),
    ("John Smith", "J. Smith", .part), ("John Smith", "Smith", .part),
    ("John Adam Smith", "John Smith", .part), ("John Smith", "Mary Smith", .other),
    ("Katharina Winkelmann", "Katarina Winckelmann", .near), ("Li Na", "Li Ma", .other),
  ])
  func names(one: String, other: String, degree: Evidence.Degree) {
    #expect(NameForm(one).degree(with: NameForm(other)) == degree)
    #expect(NameForm(other).degree(with: NameForm(one)) == degree)
  }

  /// Each: what both have in common or not, and whether they are shown as one.
  @Test(arguments: [
    (Person("张伟", phone: "1"), Person("李娜", phone: "1"), true),
    (Person("张伟", email: "a"), Person("李娜", email: "a"), true),
    (Person("张伟", org: 1), Person("张伟", org: 1), true),
    (
      Person("张伟", org: 1, phone: "1", email: "a"), Person("张伟", org: 1, phone: "2", email: "b"),
      true
    ),
    (Person("张伟"), Person("张伟"), false),
    (Person("张伟", region: "苏州"), Person("张伟", region: "江苏苏州"), false),
    (Person("张伟", org: 1), Person("张伟", org: 2), false),
    (Person("张伟", org: 1), Person("李娜", org: 1), false),
    (Person("张伟", org: 1, born: "1970-01-02"), Person("李娜", org: 1, born: "1970-01-02"), false),
    (Person("张伟", born: "1970-01-02"), Person("李娜", born: "1970-01-02"), false),
    (Person("张伟", born: "1970-01-02"), Person("张玮", born: "1970-01-02"), true),
    (Person("张伟", born: "1970-01-02"), Person("张伟", born: "1970-02-01"), true),
    (Person("张伟", org: 1, born: "1970-01-02"), Person("张伟", org: 1, born: "1985-06-07"), true),
    (
      Person("张伟", phone: "1", born: "1970-01-02"), Person("李娜", phone: "1", born: "1985-06-07"),
      false
    ),
    (
      Person("John Smith", region: "6 Tulla Road 4011"),
      Person("Jon Smith", region: "6 Tula Road 4011"), true
    ),
    (
      Person("Ann Lee", region: "6 Tulla Road 4011"),
      Person("Bob Ray", region: "6 Tulla Road 4011"), false
    ),
  ])
  func persons(one: Person, other: Person, isShown: Bool) {
    let scale = DuplicateScale.standard
    let likeness = scale.likeness(one.traits(1), other.traits(2))
    #expect((likeness.probability >= scale.shownFrom) == isShown, "\(likeness)")
    #expect(scale.likeness(other.traits(2), one.traits(1)).probability == likeness.probability)
    if isShown { #expect(one.shares(with: other)) }
  }

  @Test(arguments: [
    ("台达电子（苏州）有限公司", "台达电子(苏州)有限公司", "", true), ("台达电子有限公司", "台达电子", "", true),
    ("台达电子股份有限公司", "台達電子有限公司", "", true), ("Delta Ltd.", "Delta Co., Ltd", "", true),
    ("台达电子（苏州）有限公司", "台达电子", "苏州", true), ("台达电子", "台达化工", "苏州", false),
    ("Incorporated", "Limited", "", false), ("Acme Inc", "Acme Imports", "", false),
    ("苏州华兴科技有限公司", "华兴科技", "苏州", true),
  ])
  func organisations(one: String, other: String, region: String, isShown: Bool) {
    let traits = [one, other].enumerated().map {
      OrganisationTraits(
        NamedRef(Ref(.organisation, Int64($0)), name: $1), otherNames: [], regionFold: region)
    }
    let scale = DuplicateScale.standard
    #expect((scale.likeness(traits[0], traits[1]).probability >= scale.shownFrom) == isShown)
    if isShown {
      #expect(!Set(traits[0].blockingKeys).isDisjoint(with: traits[1].blockingKeys))
    }
  }

  @Test func leadsOfOneTitleAndOrganisation() {
    func lead(_ number: Int64, _ title: String, _ organisation: Int64?) -> LeadTraits {
      LeadTraits(
        NamedRef(Ref(.lead, number), name: title),
        organisation: organisation.map { NamedRef(Ref(.organisation, $0), name: "O") })
    }
    let scale = DuplicateScale.standard
    func isShown(_ one: LeadTraits, _ other: LeadTraits) -> Bool {
      scale.likeness(one, other).probability >= scale.shownFrom
    }
    #expect(isShown(lead(1, "电机厂", 1), lead(2, "電機廠", 1)))
    #expect(!isShown(lead(1, "电机厂", 1), lead(2, "电机厂", 2)))
    #expect(!isShown(lead(1, "电机厂", 1), lead(2, "研发中心", 1)))
    #expect(!isShown(lead(1, "电机厂", nil), lead(2, "电机厂", nil)))
  }

  @Test func reasonsComeStrongestFirst() {
    let one = Person("张伟", org: 1, phone: "1", email: "a")
    let other = Person("张伟", org: 1, phone: "1", email: "b")
    let likeness = DuplicateScale.standard.likeness(one.traits(1), other.traits(2))
    #expect(
      likeness.words(.english)
        == "same phone 86138000000001; same name; same organisation 台达; other e-mail")
    #expect(likeness.words(.traditional).hasPrefix("電話相同 86138000000001；姓名相同；單位相同"))
    #expect(likeness.percent == "99%")
  }

  /// Every aspect and degree that can be found has a weight.
  @Test func weightsAreThere() {
    for weight in DuplicateScale.standard.weights {
      #expect(weight.value.bits.isFinite, "\(weight.key)")
      let isFor = !weight.key.hasSuffix(".other")
      #expect((weight.value.bits > 0) == isFor, "\(weight.key)")
    }
  }
}

/// A person of a case.
struct Person: Sendable, CustomTestStringConvertible {
  let name: String
  var org: Int64?
  var phone: String?
  var email: String?
  var born: String?
  var region = ""

  init(
    _ name: String, org: Int64? = nil, phone: String? = nil, email: String? = nil,
    born: String? = nil, region: String = ""
  ) {
    (self.name, self.org, self.phone) = (name, org, phone)
    (self.email, self.born, self.region) = (email, born, region)
  }

  var testDescription: String {
    [name, org.map { "O\($0)" }, phone, email, born, region].compactMap(\.self)
      .joined(separator: " ")
  }

  func traits(_ number: Int64) -> PersonTraits {
    var traits = PersonTraits(
      NamedRef(Ref(.contact, number), name: name), NameForm(name),
      organisation: org.map { NamedRef(Ref(.organisation, $0), name: "台达") },
      birthday: born.flatMap { Day(iso: $0) }, region: RegionForm(fold: Fold.text(region)))
    traits.phones = phone.map { ["8613800000000\($0)"] } ?? []
    traits.emails = email.map { ["\($0)@example.org"] } ?? []
    return traits
  }

  func shares(with other: Person) -> Bool {
    !Set(traits(1).blockingKeys).isDisjoint(with: other.traits(2).blockingKeys)
  }
}
