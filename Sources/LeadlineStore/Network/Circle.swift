internal import LeadlineModel

/// Where people of one kind are found together.
struct Place: Hashable {
  let organisation: Int64
  let kind: Affiliation.Kind
}

/// One person's time at a place.
struct Stay {
  let place: Place
  let affiliation: Affiliation
}

/// People who were together: at a place, in one class, unit or department of it, in one year; or
/// all who ever were, where no year is given.
struct Circle: Hashable {
  let place: Place
  var group: String?
  var year: Int?
}

/// Somebody who was at a place.
struct Member {
  let person: Int64
  let affiliation: Affiliation
}

/// The members of a circle that was small enough to be read, with how many of them were there in
/// each year.
struct Members {
  let all: [Member]
  private var counts: [Int: Int] = [:]

  /// Those without an end last until `year`.
  init(_ all: [Member], until year: Int) {
    self.all = all
    for member in all {
      guard let from = member.affiliation.from else { continue }
      let last = member.affiliation.to ?? year
      if from <= last { for year in from...last { counts[year, default: 0] += 1 } }
    }
  }

  /// How many were there in a year; all where none is given.
  func count(in year: Int?) -> Int { year.map { counts[$0] ?? 0 } ?? all.count }
}

extension SharedYears {
  /// The first year in which both were there; nil where it is not known.
  var first: Int? {
    if case .known(let years) = self { years.lowerBound } else { nil }
  }
}
