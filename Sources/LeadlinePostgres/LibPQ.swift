#if PostgreSQL
  internal import CLibPQ
  internal import LeadlineStore

  /// PostgreSQL's client library, opened when it is first needed.
  struct LibPQ: Sendable {
    let functions: LibPQFunctions

    init(for location: String) throws(StorageError) {
      var functions = LibPQFunctions()
      guard Self.names.contains(where: { libpq_open($0, &functions) }) else {
        throw .server(.noClientLibrary, location: location)
      }
      self.functions = functions
    }

    private static let names = [
      "libpq.so.5", "libpq.5.dylib", "/opt/homebrew/opt/libpq/lib/libpq.5.dylib",
    ]
  }

  extension LibPQFunctions: @unchecked @retroactive Sendable {}
#endif
