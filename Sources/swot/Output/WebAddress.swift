/// Addresses that banks cite.
enum WebAddress {
  /// Whether `address` leads to the web (http or https) and is spelt as addresses are: in printable
  /// ASCII without blanks, quotation marks, angle brackets, braces, backslash, caret, bar and grave
  /// accent (RFC 3986, section 2).
  static func isSafe(_ address: String) -> Bool {
    guard let colon = address.firstIndex(of: ":") else { return false }
    let scheme = address[..<colon].lowercased()
    let rest = address[colon...]
    return (scheme == "http" || scheme == "https") && rest.hasPrefix("://") && rest.count > 3
      && rest.utf8.allSatisfy { byte in
        (0x21..<0x7F).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
      }
  }
}
