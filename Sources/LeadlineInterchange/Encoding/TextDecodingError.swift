/// A place in a file: the byte, counted from 0, and its line, counted from 1.
public struct TextPosition: Hashable, Sendable {
  public let offset: Int
  public let line: Int

  public init(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
  }
}

/// Why bytes could not be read as text.
public enum TextDecodingError: Error, Hashable, Sendable {
  /// The bytes are in none of the encodings tried; the last of them failed here.
  case undecodable(tried: [String], at: TextPosition)
  /// No encoding of this name is known; `known` are the names that are.
  case unknownEncoding(String, known: [String])
}
