import Foundation

/// An input as UTF-8, read block by block where it is UTF-8 already.
struct TextSource: ~Copyable {
  var window: InputWindow
  /// The name of the encoding the input was in.
  let encoding: String

  private init(window: consuming InputWindow, encoding: TextEncoding) {
    self.window = window
    self.encoding = encoding.name
  }

  init(bytes: [UInt8], declared: String?) throws(InputError) {
    do throws(TextDecodingError) {
      let wanted = try declared.map(TextDecoding.named)
      let text = try TextDecoding.utf8(bytes, declared: wanted)
      self.init(window: InputWindow(bytes: text.bytes), encoding: text.encoding)
    } catch {
      throw .encoding(error)
    }
    if window.startsWithMark { window.start += 3 }
  }

  /// A file is read twice when it is UTF-8 (checked, then taken), else held whole.
  init(file path: String, declared: String?) throws(InputError) {
    var bytes: [UInt8] = []
    do throws(FileError) {
      let descriptor = try FileBytes.open(path)
      if FileBytes.canRewind(descriptor), try Self.isUTF8(descriptor, path, declared) {
        var window = InputWindow(descriptor: descriptor, path: path)
        if try window.fill(), window.startsWithMark { window.start += 3 }
        self.init(window: window, encoding: .utf8)
        return
      }
      bytes = try FileBytes.readAll(descriptor, path: path)
    } catch {
      throw .file(error)
    }
    try self.init(bytes: bytes, declared: declared)
  }

  /// Leaves the file where it began.
  private static func isUTF8(
    _ descriptor: Int32, _ path: String, _ declared: String?
  ) throws(FileError) -> Bool {
    if let declared, TextEncoding(named: declared) != .utf8 { return false }
    defer { lseek(descriptor, 0, SEEK_SET) }
    var check = UTF8Check()
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: InputWindow.blockSize)
    defer { block.deallocate() }
    var isFirst = true
    while true {
      let got = read(descriptor, block.baseAddress, block.count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw FileError(.reading, path: path, code: errno) }
      if got == 0 { return check.finish() }
      let piece = UnsafeBufferPointer(start: block.baseAddress, count: got)
      if isFirst, declared == nil, EncodingGuess.byZeros(piece) != nil { return false }
      isFirst = false
      guard check.feed(piece) else { return false }
    }
  }
}

extension InputWindow {
  /// True where the unread bytes begin with the byte order mark of UTF-8.
  var startsWithMark: Bool {
    count >= 3 && base[start] == 0xEF && base[start + 1] == 0xBB && base[start + 2] == 0xBF
  }
}
