extension Location: CustomStringConvertible {
  /// As it may be shown: without a password.
  public var description: String {
    switch self {
    case .file(let path): Self.masking(address: path[...])
    case .server(let address): Self.maskingKeywords(in: Self.masking(address: address[...]))
    }
  }

  /// A line in which the passwords of addresses cannot be read.
  ///
  /// Where it cannot be told how far a password goes, rather more is hidden.
  public static func masking(_ line: String) -> String {
    guard line.contains("://") || line.contains(/pass|pwd/.ignoresCase()) else { return line }
    let masked = maskingAddresses(in: line)
    let isConnection = masked.contains(
      /\b(?:service|host|hostaddr|port|dbname|user|sslpassword|sslmode)\s*=|^\s*(?:copy|搬库|搬庫)\s/)
    return isConnection ? maskingKeywords(in: masked) : masked
  }

  /// Hides passwords in `scheme://user:password@host/name?password=password`.
  private static func maskingAddresses(in line: String) -> String {
    var masked = ""
    var rest = line[...]
    while let start = rest.firstMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:\/\//)?.range {
      let mark = rest[..<start.lowerBound].last
      let end = end(of: rest[start.lowerBound...], after: mark)
      masked += rest[..<start.lowerBound] + masking(address: rest[start.lowerBound..<end])
      rest = rest[end...]
    }
    return masked + rest
  }

  /// Where an address ends that begins at the start of `text`, behind a quotation mark or not.
  private static func end(of text: Substring, after mark: Character?) -> String.Index {
    let blank = text.firstIndex(where: \.isWhitespace) ?? text.endIndex
    guard let mark, let closing = marks[mark], let quoted = text.firstIndex(of: closing) else {
      return blank
    }
    // A mark inside a password does not end it.
    return quoted < blank && !text[..<quoted].contains("@") && text[..<blank].contains("@")
      ? blank : quoted
  }

  private static let marks: [Character: Character] = [
    "\"": "\"", "'": "'", "“": "”", "「": "」", "‘": "’",
  ]

  private static func masking(address: Substring) -> String {
    // An @ in a parameter is of the parameter.
    let parameter =
      #/
      ^ ( \w+ :\/\/ [^:@\/?]* (?: :[0-9,]* )? (?: \/[^@?]* )? \? (?: [^@]* & )?
      (?:ssl)? password= ) [^&]*
      /#
    // Without an @, what is no port is a password whose host was forgotten.
    let hostless = /^(postgres(?:ql)?:\/\/[^:@\/?\[]*):(?![0-9]*(?:[,\/?]|$))[^@]*$/.ignoresCase()
    // What stands before the last @ may be of the password, where that was not written as it must.
    let ours = /^(postgres(?:ql)?:\/\/[^:@\/?]*):.*@/.ignoresCase().dotMatchesNewlines()
    return String(address).replacing(parameter) { "\($0.output.1)***" }
      .replacing(hostless) { "\($0.output.1):***" }
      .replacing(ours) { "\($0.output.1):***@" }
      .replacing(/^([^:]*:\/\/[^:@\/?]*):[^@\/]*@/) { "\($0.output.1):***@" }
      .replacing(/([?&][^=&]*(?:pass|pwd|%)[^=&]*=)[^&]*/.ignoresCase()) { "\($0.output.1)***" }
  }

  /// Hides passwords in `host=… password=…`, also where the quotes around them are doubled.
  private static func maskingKeywords(in line: String) -> String {
    let password =
      #/
      (\b \w* (?:pass|pwd) \w* \s* = \s*) (?! \*\*\* (?: [&\s"'”」’] | $ ) )
      (?: ''.+?'' | '(?:[^'\\]|\\.)*' (?:[^\s"'”」’]+')?
      | (?:\\.|[^\s\\])+? (?= ["'”」’]? [:,.;]? (?:\s|$) )
      (?: (?:\s+[^\s="'”」’]+)+? (?= \s+(?:host|hostaddr|port|dbname|user|service|sslmode)\s*= ) )? )
      /#
    return line.replacing(password.dotMatchesNewlines()) { "\($0.output.1)***" }
  }
}
