public import LeadlineModel

/// Why the bytes of an input could not be had as text.
public enum InputError: Error, Hashable, Sendable {
  case file(FileError)
  case encoding(TextDecodingError)

  /// The error in a sentence, in every language.
  public var message: Words {
    switch self {
    case .file(let error): error.message
    case .encoding(let error): error.message
    }
  }
}
