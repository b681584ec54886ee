/// Weekdays as they are written and typed: `sat sun`; 1 is Monday, 7 Sunday.
package enum Weekdays {
  private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The weekdays in order, with blanks between them; empty for none.
  package static func text(_ weekdays: [Int]) -> String {
    Set(weekdays).sorted().compactMap { (1...7).contains($0) ? names[$0 - 1] : nil }
      .joined(separator: " ")
  }

  /// Reads weekdays, by at least their first three letters, parted by blanks or commas; `none` and
  /// nothing are none.
  ///
  /// - Returns: The weekdays, each once; nil where something else stands there.
  package static func read(_ text: String) -> [Int]? {
    let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == ";" }
    if words == ["none"] { return [] }
    var weekdays = Set<Int>()
    for word in words {
      guard let place = fullNames.firstIndex(where: { $0.hasPrefix(word) }), word.count >= 3 else {
        return nil
      }
      weekdays.insert(place + 1)
    }
    return weekdays.sorted()
  }

  private static let fullNames = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
