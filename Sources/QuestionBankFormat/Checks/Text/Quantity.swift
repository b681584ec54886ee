/// What a choice says that is a number with a unit: `30 days`, `512 MB`, `$5`, `three replicas`.
struct Quantity {
  /// The amount, in the unit of the dimension: seconds, bytes, or the number itself.
  let value: Double
  /// What can be compared: the same for `90 minutes` and `2 hours`.
  let dimension: String

  /// Reads a text; nil where it is no number with at most a few words.
  init?(_ text: String) {
    guard text.utf8.count <= 60, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var words = text.lowercased().split { $0 == " " || $0 == "\n" }.map(String.init)
    guard var last = words.popLast() else { return nil }
    while last.last == "." { last.removeLast() }
    words.append(last)
    guard words.count <= 6 else { return nil }
    var rest = words[...]
    var dimension = ""
    while let word = rest.first, Self.prefixes.contains(word) {
      dimension += word + " "
      rest = rest.dropFirst()
    }
    guard let (number, attached) = rest.first.flatMap(Self.number) else { return nil }
    rest = rest.dropFirst()
    var value = number
    if !attached.isEmpty { rest = [attached] + rest }
    if let word = rest.first, let unit = Self.units[word] {
      value *= unit.factor
      dimension += unit.dimension
      rest = rest.dropFirst()
      // "1 hour 30 minutes"
      while let (more, attached) = rest.first.flatMap(Self.number), rest.count <= 2 {
        let name = attached.isEmpty ? rest.dropFirst().first : attached
        guard let name, let next = Self.units[name], next.dimension == unit.dimension else {
          return nil
        }
        value += more * next.factor
        rest = rest.dropFirst(attached.isEmpty ? 2 : 1)
      }
    } else if rest.contains(where: { Self.number($0) != nil }) {
      return nil
    }
    dimension += rest.map { " " + ($0.last == "s" ? String($0.dropLast()) : $0) }.joined()
    self.value = value
    self.dimension = dimension
  }

  /// A number and what is written right behind it: `512mb` is 512 and `mb`.
  private static func number(_ word: String) -> (value: Double, attached: String)? {
    if let value = words[word] { return (value, "") }
    var text = word[...]
    var sign = ""
    if let first = text.first, "$<>~".contains(first) {
      sign = String(first)
      text = text.dropFirst()
    }
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "," }
    let attached = text.dropFirst(digits.count)
    let plain = digits.filter { $0 != "," }
    // Numbers with a nought in front are modes and codes; with two points, versions.
    guard let first = plain.first, first.isNumber, plain.last?.isNumber == true,
      plain.count(where: { $0 == "." }) <= 1,
      !(first == "0" && plain.count > 1 && !plain.hasPrefix("0.")),
      attached.allSatisfy({ $0.isLetter || $0 == "%" }), let value = Double(plain)
    else { return nil }
    return (value, sign + attached)
  }

  private static let prefixes: Set = [
    "up", "to", "at", "most", "least", "about", "exactly", "after", "every", "within", "more",
    "less", "than", "over", "under", "in", "for", "once", "around", "approximately",
  ]

  private static let words: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
  ]

  private static let units: [String: (dimension: String, factor: Double)] = {
    var units: [String: (dimension: String, factor: Double)] = [:]
    func add(_ dimension: String, _ factor: Double, _ names: String...) {
      for name in names { units[name] = (dimension, factor) }
    }
    add("time", 1e-9, "ns", "nanosecond", "nanoseconds")
    add("time", 1e-6, "us", "microsecond", "microseconds")
    add("time", 1e-3, "ms", "millisecond", "milliseconds")
    add("time", 1, "s", "sec", "secs", "second", "seconds")
    add("time", 60, "min", "mins", "minute", "minutes")
    add("time", 3600, "h", "hr", "hrs", "hour", "hours")
    add("time", 86_400, "d", "day", "days")
    add("time", 604_800, "week", "weeks")
    add("time", 2_629_800, "month", "months")
    add("time", 31_557_600, "year", "years")
    let powers = [
      ("", 1.0, 1.0), ("k", 1e3, 1024), ("m", 1e6, 1_048_576), ("g", 1e9, 1_073_741_824),
      ("t", 1e12, 1_099_511_627_776), ("p", 1e15, 1_125_899_906_842_624),
    ]
    for (prefix, decimal, binary) in powers {
      add("bytes", decimal, prefix + "b")
      if !prefix.isEmpty { add("bytes", binary, prefix + "ib") }
      add("bits a second", decimal, prefix + "bps", prefix + "bit/s", prefix + "bits")
    }
    add("bytes", 1, "byte", "bytes")
    add("bytes", 1e3, "kilobyte", "kilobytes")
    add("bytes", 1e6, "megabyte", "megabytes")
    add("bytes", 1e9, "gigabyte", "gigabytes")
    add("bytes", 1e12, "terabyte", "terabytes")
    add("percent", 1, "%", "percent")
    add("dollars", 1, "$", "dollar", "dollars", "usd")
    add("times", 1, "x", "times")
    return units
  }()
}
