/// Where the engines differ in SQL: each difference is a named case, and there are few.
public indirect enum DialectTerm: Hashable, Sendable {
  /// The place of a text in another, 0 where it is not in it.
  case position(of: Clause, in: Clause)
  /// The texts that a query gives, in order, as one text with `listSeparator` between.
  case listing(Clause, from: Clause, orderedBy: Clause)
  /// The type of a column.
  case columnType(ColumnType)
  /// The condition that a column holds a calendar day (nothing where its type says so).
  case dayCheck(column: String)
  /// What stands behind the closing parenthesis of a table; clustered by its primary key or not.
  case tableSuffix(isClustered: Bool)
  /// The query of these numbers, with commas between: one binding, so that the statement is the same
  /// for any count of them.
  case numbers(String)
  /// What stands behind a table in FROM that is to be read by an index alone (nothing where the
  /// engine knows when that pays).
  case indexed(by: String)
}

/// One engine's way of writing SQL.
public protocol Dialect: Sendable {
  /// For the binding of this number, from 1.
  func placeholder(_ number: Int) -> String
  func clause(for term: DialectTerm) -> Clause
}

/// What stands between the texts of a listing; it occurs in no stored text.
public let listSeparator = "\u{1F}"
