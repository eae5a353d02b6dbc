extension Location: CustomStringConvertible {
  /// As it may be shown: without a password.
  public var description: String {
    switch self {
    case .file(let path): path
    case .server(let address): Self.masking(address)
    }
  }

  /// A line in which the passwords of addresses cannot be read.
  public static func masking(_ line: String) -> String {
    guard line.contains("postgres") || line.contains("password") else { return line }
    // What stands before the last @ may be of the password, where that was not written as it must.
    var masked = line.replacing(/(postgres(?:ql)?:\/\/[^\s:\/?@'"]*):[^\s'"]*@/) {
      "\($0.output.1):***@"
    }
    masked = masked.replacing(/([?&](?:ssl)?password=)[^&\s'"]*/) { "\($0.output.1)***" }
    guard masked.contains(/\b(?:service|host|hostaddr|port|dbname|user)\s*=/) else { return masked }
    return masked.replacing(/(\b(?:ssl)?password\s*=\s*)(?:'(?:[^'\\]|\\.)*'|[^\s"'&]+)/) {
      "\($0.output.1)***"
    }
  }
}
