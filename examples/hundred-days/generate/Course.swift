/// How some leads went: when they came in, when somebody talked to the other side, what was moved.
///
/// Days are spans, each end written as month × 100 + day; one day of the span is drawn.
struct Course {
  enum Step: String { case signed, started, receipt, back, lost, shelved, reopened }
  enum Size { case any, small, medium }

  /// Talks every eight to twenty days, from the first day (nil: soon after the entry) to the last.
  struct Talks {
    let from: ClosedRange<Int>?
    let until: ClosedRange<Int>

    init(from: ClosedRange<Int>? = nil, until: ClosedRange<Int>) {
      self.from = from
      self.until = until
    }
  }

  let count: Int
  let entered: ClosedRange<Int>
  let talks: [Talks]
  /// Calls that nobody took, which count for nothing.
  let tries: [ClosedRange<Int>]
  /// In the order in which they happened.
  let steps: [(Step, ClosedRange<Int>)]
  let size: Size
  let origin: Origin

  /// Whose lead it is.
  enum Origin { case drawn, delta, mueller }

  init(
    _ count: Int = 1, entered: ClosedRange<Int>, talks: [Talks], tries: [ClosedRange<Int>] = [],
    steps: [(Step, ClosedRange<Int>)] = [], size: Size = .any, origin: Origin = .drawn
  ) {
    self.count = count
    self.entered = entered
    self.talks = talks
    self.tries = tries
    self.steps = steps
    self.size = size
    self.origin = origin
  }

  /// 59 leads: on the second of December 34 at intent, 9 signed, 5 started, 7 lost, 4 shelved.
  static let all = intent + signed + started + closed

  private static let intent = [
    // Came in during the contest, well looked after.
    Course(11, entered: 1020...1120, talks: [Talks(until: 1121...1201)]),
    // Came in shortly before, well looked after.
    Course(7, entered: 905...1014, talks: [Talks(until: 1110...1130)]),
    // Nobody called for more than a month.
    Course(2, entered: 905...925, talks: [Talks(until: 1008...1028)]),
    Course(entered: 912...912, talks: [Talks(until: 1024...1024)], origin: .delta),
    // The thirtieth day without a touch, and the twenty-ninth.
    Course(entered: 920...920, talks: [Talks(until: 1102...1102)]),
    Course(entered: 922...922, talks: [Talks(until: 1103...1103)]),
    // Nobody got through for two months.
    Course(2, entered: 905...912, talks: [Talks(until: 922...1003)], tries: [1108...1125]),
    // Let go in summer, taken up again in the contest, still not signed.
    Course(
      4, entered: 510...620,
      talks: [Talks(until: 720...820), Talks(from: 1107...1112, until: 1118...1130)]),
    // Old and cold, one of them never touched.
    Course(2, entered: 112...320, talks: [Talks(until: 801...910)], tries: [1010...1030]),
    Course(entered: 301...320, talks: []),
    // Signed, and back at intent.
    Course(
      entered: 801...801, talks: [Talks(until: 1120...1128)],
      steps: [(.signed, 825...825), (.back, 1114...1114)], size: .small),
    // Shelved and reopened.
    Course(
      entered: 715...715,
      talks: [Talks(until: 812...818), Talks(from: 1101...1105, until: 1124...1130)],
      steps: [(.shelved, 820...820), (.reopened, 1028...1028)]),
  ]

  private static let signed = [
    Course(
      3, entered: 605...625,
      talks: [Talks(until: 725...815), Talks(from: 1018...1024, until: 1120...1201)],
      steps: [(.signed, 1108...1122), (.receipt, 1123...1201)], size: .small),
    Course(
      2, entered: 810...910, talks: [Talks(until: 1120...1130)],
      steps: [(.signed, 1021...1105), (.receipt, 1106...1125)], size: .medium),
    Course(
      entered: 822...822, talks: [Talks(until: 1122...1130)],
      steps: [(.signed, 1025...1025), (.receipt, 1110...1120)], size: .medium,
      origin: .mueller),
    // Signed long ago; money comes, nothing is built.
    Course(
      entered: 110...125, talks: [Talks(until: 1118...1128)],
      steps: [(.signed, 320...328), (.receipt, 410...420), (.receipt, 1103...1110)],
      size: .medium),
    Course(
      entered: 405...415, talks: [Talks(until: 1118...1128)],
      steps: [(.signed, 615...628), (.receipt, 1024...1105)], size: .small),
    Course(
      entered: 705...715, talks: [Talks(until: 1118...1128)],
      steps: [(.signed, 912...918), (.receipt, 1025...1110)], size: .small),
  ]

  private static let started = [
    Course(
      2, entered: 210...310, talks: [Talks(until: 1115...1130)],
      steps: [(.signed, 505...520), (.receipt, 610...630), (.started, 1024...1110)], size: .medium),
    Course(
      2, entered: 520...610, talks: [Talks(until: 1115...1130)],
      steps: [(.signed, 801...812), (.started, 1112...1120), (.receipt, 1121...1130)],
      size: .small),
    Course(
      entered: 720...728, talks: [Talks(until: 1120...1127)],
      steps: [(.signed, 1021...1023), (.receipt, 1101...1105), (.started, 1128...1130)],
      size: .medium),
  ]

  private static let closed = [
    Course(
      2, entered: 210...420, talks: [Talks(until: 610...705)], steps: [(.lost, 715...910)]),
    Course(
      2, entered: 520...620, talks: [Talks(until: 801...820)], steps: [(.lost, 1012...1110)]),
    Course(
      entered: 305...315, talks: [Talks(until: 901...920)],
      steps: [(.signed, 520...530), (.lost, 1025...1105)], size: .small),
    Course(
      2, entered: 910...920, talks: [Talks(until: 1020...1105)], steps: [(.lost, 1110...1120)]),
    Course(
      2, entered: 305...430, talks: [Talks(until: 701...730)], steps: [(.shelved, 805...905)]),
    Course(
      2, entered: 625...715, talks: [Talks(until: 805...825)],
      steps: [(.shelved, 1020...1115)]),
  ]
}
