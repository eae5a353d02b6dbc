internal import Glibc

/// Whole reads and writes on file descriptors.
enum Descriptor {
  /// False when not everything could be written; `errno` says why.
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress! + done, buffer.count - done)
        if count > 0 { done += count } else if errno != EINTR { return false }
      }
      return true
    }
  }

  static func readAll(_ file: Int32) -> [UInt8] {
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count > 0 {
        result += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        return result
      }
    }
  }
}
