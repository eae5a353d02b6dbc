internal import Foundation
internal import Leadline

extension ParsedLine {
  /// The files of a slot.
  func files(_ slot: String) -> [String] {
    switch slots[slot] {
    case .files(let files): files.map(Self.expanded)
    case .text(let file): [Self.expanded(file)]
    default: []
    }
  }

  /// The only file of a slot.
  func file(_ slot: String) -> String? { files(slot).first }

  /// The database that a slot names.
  func location(_ slot: String) -> String? {
    if case .text(let place)? = slots[slot] { Self.expanded(place) } else { nil }
  }

  /// `~/` as the home folder, which a shell would have put there.
  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/") else { return path }
    return FileManager.default.homeDirectoryForCurrentUser.path + path.dropFirst()
  }
}
