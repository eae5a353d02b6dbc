/// The days of one lead, drawn from its course.
struct Schedule {
  let entered: Day
  let talks: [Day]
  let tries: [Day]
  let steps: [(step: Course.Step, day: Day)]

  init(_ course: Course, _ chance: inout Chance) {
    let entered = chance.day(in: course.entered)
    self.entered = entered
    talks = course.talks.flatMap { Self.stretch($0, after: entered, &chance) }
    tries = course.tries.map { chance.day(in: $0) }
    steps = course.steps.map { (step: $0.0, day: chance.day(in: $0.1)) }
  }

  /// Days eight to twenty apart; the last one is sure to be there.
  private static func stretch(
    _ talks: Course.Talks, after entered: Day, _ chance: inout Chance
  ) -> [Day] {
    let last = chance.day(in: talks.until)
    var day = talks.from.map { chance.day(in: $0) } ?? entered + chance.within(2...6)
    var days: [Day] = []
    while day + 3 < last {
      days.append(day)
      day = day + chance.within(8...17)
    }
    return days + [last]
  }
}
