import PracticeCore

/// Reading of values with a spelling: ids, dates, numbers, names out of a set.
///
/// Each uses the value up and reports it where it cannot be used; the result is then nil.
extension YAMLCursor {
  /// The most characters of an id, which must also be good for the name of a file.
  static let maximumIDLength = 100

  /// Reads an id.
  mutating func id(_ owner: @autoclosure () -> String) throws(ReadingStopped) -> Text? {
    guard let text = try requiredText(owner()) else { return nil }
    return checkID(text) ? text : nil
  }

  /// Reads a list of ids.
  mutating func ids(_ owner: String) throws(ReadingStopped) -> [Text] {
    guard try openSequence(owner) else { return [] }
    var ids: [Text] = []
    var count = 0
    while try nextEntry(of: owner, &count) {
      if let id = try id("an entry of \(owner)") { ids.append(id) }
    }
    return ids
  }

  /// Reads a list of ids, without their places.
  mutating func idStrings(_ owner: String) throws(ReadingStopped) -> [String] {
    guard try openSequence(owner) else { return [] }
    var ids: [String] = []
    var count = 0
    while try nextEntry(of: owner, &count) {
      if let id = try id("an entry of \(owner)") { ids.append(id.value) }
    }
    return ids
  }

  /// Whether `text` is an id; reports it otherwise.
  func checkID(_ text: Text) -> Bool {
    guard Identifier.isValid(text.value) else {
      report(
        .invalidID,
        "\(quoted(text.value)) is not an id; ids hold letters a–z, digits, '.', '_' and '-', and begin with a letter or digit",
        at: text.place)
      return false
    }
    guard text.value.utf8.count <= Self.maximumIDLength else {
      report(
        .invalidID, "an id has at most \(Self.maximumIDLength) characters", at: text.place)
      return false
    }
    return true
  }

  /// Reads a date, `YYYY-MM-DD`.
  mutating func date(_ owner: String) throws(ReadingStopped) -> CalendarDate? {
    guard let text = try optionalText(owner) else { return nil }
    guard let date = CalendarDate(text.value) else {
      report(
        .invalidDate, "\(quoted(text.value)) is not a date; dates are written YYYY-MM-DD",
        at: text.place)
      return nil
    }
    return date
  }

  /// Reads one of the names of `Value`.
  mutating func oneOf<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type, _ owner: String
  ) throws(ReadingStopped) -> Value? {
    guard let text = try optionalText(owner) else { return nil }
    if let value = Value(rawValue: text.value) { return value }
    let names = Value.allCases.map(\.rawValue)
    let nearest = NearestName.find(text.value, among: names)
    let allowed = names.map { "'\($0)'" }.joined(separator: ", ")
    report(
      .invalidValue, "\(owner) is \(quoted(text.value)); allowed are \(allowed)",
      at: text.place, suggestion: nearest)
    return nil
  }

  /// Reads `true` or `false`.
  mutating func bool(_ owner: String) throws(ReadingStopped) -> Bool? {
    guard let text = try optionalText(owner) else { return nil }
    switch text.value {
    case "true": return true
    case "false": return false
    default:
      report(
        .invalidValue, "\(owner) is \(quoted(text.value)); allowed are 'true', 'false'",
        at: text.place,
        suggestion: NearestName.find(text.value, among: ["true", "false"]))
      return nil
    }
  }

  /// A number and where it stands.
  struct Number<Value: Sendable> {
    var value: Value
    var place: Place
  }

  /// Reads a whole number of at most nine digits.
  mutating func wholeNumber(_ owner: String) throws(ReadingStopped) -> Number<Int>? {
    guard let text = try requiredText(owner) else { return nil }
    let digits = text.value.hasPrefix("-") ? text.value.dropFirst() : text.value[...]
    guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit),
      let value = Int(text.value)
    else {
      report(
        .invalidNumber, "\(owner) is \(quoted(text.value)); a whole number is expected",
        at: text.place)
      return nil
    }
    return Number(value: value, place: text.place)
  }

  /// Reads a number such as `13` or `0.72`.
  mutating func number(_ owner: String) throws(ReadingStopped) -> Number<Double>? {
    guard let text = try requiredText(owner) else { return nil }
    let unsigned = text.value.hasPrefix("-") ? text.value.dropFirst() : text.value[...]
    let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard unsigned.utf8.count <= 20,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }),
      let value = Double(text.value)
    else {
      report(
        .invalidNumber,
        "\(owner) is \(quoted(text.value)); a number such as 13 or 0.72 is expected",
        at: text.place)
      return nil
    }
    return Number(value: value, place: text.place)
  }

  /// Reads the address of a web page.
  mutating func url(_ owner: String) throws(ReadingStopped) -> String? {
    guard let text = try requiredText(owner) else { return nil }
    let isAddress =
      (text.value.hasPrefix("https://") || text.value.hasPrefix("http://"))
      && !text.value.utf8.contains { $0 <= 0x20 }
    guard isAddress else {
      report(
        .invalidURL,
        "\(quoted(text.value)) is not an address; addresses begin with https:// and hold no spaces",
        at: text.place)
      return nil
    }
    return text.value
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
