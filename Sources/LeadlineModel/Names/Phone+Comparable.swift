extension Phone {
  /// The digits by which numbers are compared: the international form where it is known.
  public var comparable: String {
    e164.map { String($0.dropFirst()) } ?? digits
  }
}
