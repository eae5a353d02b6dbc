#if PostgreSQL
  /// The names under which statements were prepared on a connection.
  ///
  /// What is seen once only is not worth it, nor are lists of keys: a plan that is kept for them
  /// is a bad one, made without knowing how many of them there are.
  struct PreparedNames {
    private enum Use {
      case seen
      case prepared(String)
    }

    private var uses: [String: Use] = [:]
    private var count = 0
    /// Rows have fewer columns, lists of keys are mostly longer.
    private static let mostValues = 40
    /// Longer texts have keys in them.
    private static let longest = 8000
    /// So many texts are remembered at most.
    private static let most = 2000

    enum Choice {
      case once
      case prepare(String)
      case run(String)
    }

    /// What to do with a text that is to be run now.
    mutating func choose(_ sql: String, values: Int) -> Choice {
      if values > Self.mostValues || sql.utf8.count > Self.longest { return .once }
      switch uses[sql] {
      case nil:
        if uses.count >= Self.most { forgetUnprepared() }
        uses[sql] = .seen
        return .once
      case .seen?:
        count += 1
        let name = "leadline_\(count)"
        uses[sql] = .prepared(name)
        return .prepare(name)
      case .prepared(let name)?: return .run(name)
      }
    }

    /// Forgets all; the names are not used again.
    mutating func forget() { uses = [:] }

    private mutating func forgetUnprepared() {
      uses = uses.filter { if case .prepared = $0.value { true } else { false } }
    }
  }
#endif
