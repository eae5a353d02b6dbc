import Foundation

/// The part of an input that is in memory: the bytes not yet taken, in one piece.
///
/// A file is read block by block, so memory grows only with the longest piece a reader needs.
struct InputWindow: ~Copyable {
  static let blockSize = 1 << 18

  /// Where byte 0 of the window lies; bytes `start..<end` are not yet taken.
  private(set) var base: UnsafeMutablePointer<UInt8>
  var start = 0
  private(set) var end: Int
  private var capacity: Int
  private var descriptor: Int32?
  private let path: String

  /// A window on bytes in memory.
  init(bytes: [UInt8]) {
    capacity = max(1, bytes.count)
    base = .allocate(capacity: capacity)
    end = bytes.count
    path = ""
    let target = UnsafeMutableBufferPointer(start: base, count: capacity)
    _ = target.initialize(from: bytes)
  }

  /// A window that reads on from an open file, which it closes in the end.
  init(descriptor: Int32, path: String) {
    capacity = Self.blockSize
    base = .allocate(capacity: capacity)
    end = 0
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    base.deallocate()
    if let descriptor { close(descriptor) }
  }

  var count: Int { end - start }

  /// Reads on; bytes that were taken are dropped. False when there is nothing more.
  ///
  /// Every pointer and offset into the window is void afterwards, offsets from `start` are not.
  mutating func fill() throws(FileError) -> Bool {
    guard let descriptor else { return false }
    makeRoom()
    while true {
      let got = read(descriptor, base + end, capacity - end)
      if got > 0 {
        end += got
        return true
      }
      if got == 0 { return false }
      if errno != EINTR { throw FileError(.reading, path: path, code: errno) }
    }
  }

  private mutating func makeRoom() {
    let unread = count
    if start > 0 {
      base.update(from: base + start, count: unread)
      start = 0
      end = unread
    }
    guard capacity - end < Self.blockSize / 2 else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    larger.initialize(from: base, count: unread)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
