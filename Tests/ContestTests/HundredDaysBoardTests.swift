import Foundation
import Leadline
import TestKit
import Testing

/// The files of the example.
enum Files {
  static func example(_ name: String) -> String {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appending(path: "examples/hundred-days/\(name)").path
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: example(name), encoding: .utf8).replacing("\u{FEFF}", with: "")
  }
}
