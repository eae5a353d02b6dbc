#if PostgreSQL
  internal import CLibPQ
  internal import LeadlineStore

  /// PostgreSQL's client library, opened when it is first needed.
  /// The functions may be called from any thread, each connection from one at a time.
  struct LibPQ: @unchecked Sendable {
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
#endif
