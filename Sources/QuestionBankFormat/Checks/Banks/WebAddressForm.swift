/// What an address looks like that leads nowhere, told without asking the network.
enum WebAddressForm {
  /// What is suspicious about `address`, which begins with `http://` or `https://` and holds no
  /// white space; nil where nothing is.
  static func problem(of address: String) -> String? {
    guard let start = address.range(of: "://") else { return nil }
    let rest = address[start.upperBound...]
    let authority = rest.prefix { !"/?#".contains($0) }
    let path = rest[authority.endIndex...]
    if let problem = problem(ofAuthority: String(authority)) { return problem }
    return problem(ofRest: String(path), in: address)
  }

  private static func problem(ofAuthority authority: String) -> String? {
    if authority.isEmpty { return "the address has no host" }
    if authority.contains("@") { return "the address holds a user name" }
    if authority.hasPrefix("[") { return "the host is a bare network address" }
    let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let port = Int(parts[1]), (1...65_535).contains(port) else {
        return "the port \(quoted(parts[1])) is none"
      }
    }
    var host = parts[0].lowercased()
    if host == "http" || host == "https" { return "the address begins twice with 'http'" }
    if host.hasSuffix(".") { host.removeLast() }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count == 4, labels.allSatisfy({ Int($0) != nil }) {
      return "the host is a bare network address"
    }
    let isHost = labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy {
          $0 >= 0x80 || $0 == UInt8(ascii: "-") || Word.isLower($0) || Word.isDigit($0)
        }
    }
    guard isHost, let last = labels.last else { return "\(quoted(host)) is not the name of a host" }
    if local.contains(String(last)) || labels.count == 1 {
      return "the host \(quoted(host)) is known on one machine or network only"
    }
    if last.utf8.allSatisfy(Word.isDigit) { return "\(quoted(host)) is not the name of a host" }
    let domain = labels.suffix(2).joined(separator: ".")
    if reserved.contains(String(last)) || placeholders.contains(domain) {
      return "\(quoted(host)) is a placeholder"
    }
    if gone.contains(domain) || gone.contains(host) { return "\(quoted(host)) has been closed" }
    return nil
  }

  /// RFC 6762, RFC 8375 and what home routers use.
  private static let local: Set = [
    "localhost", "local", "localdomain", "lan", "internal", "home", "corp", "arpa",
  ]
  /// RFC 2606 and RFC 6761.
  private static let reserved: Set = ["example", "test", "invalid"]
  private static let placeholders: Set = [
    "example.com", "example.net", "example.org", "example.edu", "yourdomain.com",
    "your-domain.com", "mydomain.com", "yoursite.com", "yourcompany.com", "domain.tld",
    "placeholder.com", "todo.com",
  ]
  /// Services that were switched off.
  private static let gone: Set = ["goo.gl", "plus.google.com", "geocities.com", "fb.gg"]

  private static func problem(ofRest rest: String, in address: String) -> String? {
    let bytes = Array(rest.utf8)
    if let byte = bytes.first(where: { "\"<>\\^`{|}".utf8.contains($0) }) {
      let sign = String(decoding: [byte], as: UTF8.self)
      return sign == "{" || sign == "<" || sign == "}" || sign == ">"
        ? "'\(sign)' looks like a blank to be filled in" : "'\(sign)' must not be in an address"
    }
    if rest.contains("://"), !rest.hasPrefix("/web/") {
      // Archives have addresses within addresses.
      if rest.hasPrefix("/http://") || rest.hasPrefix("/https://") {
        return "the address holds a second one"
      }
    }
    if rest.contains("...") || rest.contains("…") { return "the address is cut short" }
    for (open, close) in [("(", ")"), ("[", "]")]
    where rest.count(where: { String($0) == open }) != rest.count(where: { String($0) == close }) {
      return "'\(open)' and '\(close)' don't match"
    }
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%") {
        guard index + 2 < bytes.count, isHex(bytes[index + 1]), isHex(bytes[index + 2]) else {
          return "'%' must be followed by two hexadecimal digits"
        }
      }
      index += 1
    }
    if let last = address.last, ".,;:!'".contains(last) {
      return "the address ends with '\(last)'"
    }
    if rest.count(where: { $0 == "#" }) > 1 { return "the address holds '#' twice" }
    return nil
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    Word.isDigit(byte) || (0x61...0x66).contains(Word.lower(byte))
  }
}

extension String {
  /// Where `other` first stands in the text.
  fileprivate func range(of other: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(other) {
        return index..<self.index(index, offsetBy: other.count)
      }
      index = self.index(after: index)
    }
    return nil
  }
}
