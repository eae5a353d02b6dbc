public import LeadlineModel

/// A value for a field, as an operation takes it.
public struct Change: Hashable, Sendable {
  public enum Operation: Hashable, Sendable { case set, add, remove }

  public let field: Field
  public let operation: Operation
  /// A record may be given by its name, as text.
  public let value: FieldValue

  public init(_ field: Field, _ value: FieldValue, _ operation: Operation = .set) {
    self.field = field
    self.value = value
    self.operation = operation
  }
}
