internal import Foundation

/// The files and folders that a path may go on with.
struct FileNames {
  let typed: TypedWord
  /// The path as far as it is typed, without its quotation mark.
  let prefix: String

  /// Folders end in `/` and are gone into; hidden files come where a dot is typed.
  var candidates: [Candidate] {
    let slash = prefix.lastIndex(of: "/").map(prefix.index(after:)) ?? prefix.startIndex
    let folder = String(prefix[..<slash])
    let beginning = prefix[slash...]
    let path = Self.expanded(folder.isEmpty ? "." : folder)
    let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return found.filter {
      $0.hasPrefix(beginning) && (!$0.hasPrefix(".") || beginning.hasPrefix("."))
    }.sorted().map { candidate(folder + $0, isFolder: Self.isFolder("\(path)/\($0)")) }
  }

  /// A quote that goes on in a folder stays open.
  private func candidate(_ path: String, isFolder: Bool) -> Candidate {
    guard isFolder else { return Candidate(typed.word(path)) }
    guard let mark = typed.mark ?? (TypedWord.needsQuotes(path) ? "\"" : nil) else {
      return Candidate(path + "/", endsWord: false)
    }
    return Candidate("\(mark)\(TypedWord.inside(path, mark))/", endsWord: false)
  }

  /// `~/` is the user's home.
  private static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return NSHomeDirectory() + path.dropFirst()
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
