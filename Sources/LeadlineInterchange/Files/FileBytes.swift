import Foundation

/// Opening and reading files by the system's own calls, with errors that name the path.
enum FileBytes {
  static func open(_ path: String) throws(FileError) -> Int32 {
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.reading, path: path, code: errno) }
    if isFolder(descriptor) {
      close(descriptor)
      throw FileError(.reading, path: path, cause: .isFolder)
    }
    return descriptor
  }

  /// True where the file can be read twice, unlike a pipe or a terminal.
  static func canRewind(_ descriptor: Int32) -> Bool {
    mode(descriptor) & S_IFMT == S_IFREG
  }

  /// All bytes from here to the end; closes the file.
  static func readAll(_ descriptor: Int32, path: String) throws(FileError) -> [UInt8] {
    var window = InputWindow(descriptor: descriptor, path: path)
    while try window.fill() {}
    return Array(UnsafeBufferPointer(start: window.base + window.start, count: window.count))
  }

  private static func isFolder(_ descriptor: Int32) -> Bool {
    mode(descriptor) & S_IFMT == S_IFDIR
  }

  private static func mode(_ descriptor: Int32) -> mode_t {
    var facts = stat()
    return fstat(descriptor, &facts) == 0 ? facts.st_mode : 0
  }
}
