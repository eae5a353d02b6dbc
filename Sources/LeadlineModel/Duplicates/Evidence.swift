/// One respect in which two records agree or differ, and so speak for or against being one.
public struct Evidence: Hashable, Sendable {
  public enum Aspect: String, CaseIterable, Hashable, Sendable {
    case phone, email, name, organisation, birthday
    /// A street and a number.
    case address
    /// A region without them.
    case place
    /// The name of an organisation itself.
    case company
    /// The title of a lead.
    case title
  }

  public enum Degree: String, CaseIterable, Hashable, Sendable {
    case same
    /// Written with other characters that are spoken alike.
    case sound
    /// A slip of the hand apart.
    case near
    /// One is a part of the other.
    case part
    case other
  }

  public let aspect: Aspect
  public let degree: Degree
  /// What they have in common, for people; nil where there is nothing to show.
  public let text: String?

  public init(_ aspect: Aspect, _ degree: Degree, _ text: String? = nil) {
    self.aspect = aspect
    self.degree = degree
    self.text = text
  }
}

/// How likely it is that two records are one, and why.
public struct Likeness: Hashable, Sendable {
  /// Between 0 and 1.
  public let probability: Double
  /// What speaks for it, the strongest first, then what speaks against it.
  public let evidence: [Evidence]

  public init(probability: Double, evidence: [Evidence]) {
    self.probability = probability
    self.evidence = evidence
  }
}

/// Two records that may be one; the first was entered first.
public struct DuplicatePair: Hashable, Sendable {
  public let first: NamedRef
  public let second: NamedRef
  public let likeness: Likeness

  public init(_ first: NamedRef, _ second: NamedRef, _ likeness: Likeness) {
    self.first = first
    self.second = second
    self.likeness = likeness
  }
}

/// What two records of one kind are compared by.
public protocol DuplicateTraits: Sendable {
  var named: NamedRef { get }
  /// Two records that have none of these in common are not compared where all are.
  ///
  /// A key holds together what is, agreeing, nearly enough by itself, so that few share it.
  var blockingKeys: [String] { get }
  func evidence(with other: Self) -> [Evidence]
}
