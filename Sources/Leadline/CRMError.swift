public import LeadlineModel
public import LeadlineStore

/// Why an operation was refused; each case carries the facts that its message needs.
public enum CRMError: Error, Hashable, Sendable {
  case transition(TransitionRefusal)
  /// A new lead lacks what the first stage demands.
  case incompleteLead([Requirement])
  /// No record of these kinds has that name.
  case unknown([RecordKind], String, nearest: [NamedRef])
  /// A member of staff has that name, where somebody or something else is needed.
  case oneOfUs(NamedRef, expected: [RecordKind])
  /// Several records have that name where one is needed.
  case ambiguous(String, [NamedRef])
  case noSuchRecord(Ref)
  /// It was there once; the entry of the journal removed it, as a merge does.
  case gone(Ref, JournalEntry)
  case otherCurrency(Ref, lead: Currency, given: Currency)
  case dayInFuture(Day, today: Day)
  case dayBefore(Day, earliest: Day, Ref)
  case notPositive(field: String)
  /// Receipts are taken from this stage on.
  case tooEarlyForReceipt(Ref, stage: String, from: String)
  case receiptOnClosed(Ref, Outcome)
  case outOfRange(field: String, String)
  case notATime(String)
  /// The operation is not about records of this kind.
  case wrongKind(Ref, expected: [RecordKind])
  case needsName(RecordKind)
  case needsDepartment(section: String)
  case notGiven(String, for: RecordKind)
  case closedFollowUp(Ref, outcome: String)
  case referredTo(Ref, by: [NamedRef])
  /// The campaigns that name a department.
  case inCampaign(Ref, [String])
  case noSuchMove(Ref, Int, count: Int)
  case moveOutOfOrder(Ref, Day, after: Day?, before: Day?)
  case breaksStage(Ref, [Requirement], stage: String)
  case stageInUse(String, leads: [Ref])
  /// A campaign does not fit the pipeline: its name, and why.
  case campaignUnfit(String, Words)
  case notTaken(Field)
  case isUser(Ref)
  case fileExists(String)
  case tiedToOneself(Ref)
  /// Nobody is of this department.
  case noStaff(NamedRef)
  case noAffiliation(Ref, NamedRef)
  case ask(AskRefusal)
  /// No campaign was loaded.
  case noCampaign
  case unknownCampaign(String, known: [String])
  case notACurrency(String)
  case notARate(String)
  /// The currency of the database is worth 1.
  case ownCurrency(Currency)
  /// Nothing was declared between the two.
  case noTie(Ref, Ref)
  /// Figures of different currencies cannot be united.
  case mergeOfCurrencies(Ref, Currency, Ref, Currency)
  /// A lead that was never at the stage from which receipts are taken cannot take over receipts.
  case mergeOfReceipts(Ref, other: Ref, from: String)
}
