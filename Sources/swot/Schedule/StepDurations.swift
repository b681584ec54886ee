/// Learning steps as the command line has them: `1m,10m,1d`, or `none`.
struct StepDurations: Equatable, CustomStringConvertible {
  /// The steps, in milliseconds, each positive.
  let milliseconds: [Int64]

  /// The longest step, in days: a hundred years.
  private static let longestDays: Int64 = 36_500

  /// Takes steps in milliseconds.
  init(milliseconds: [Int64]) { self.milliseconds = milliseconds }

  /// Reads steps: whole numbers with `s`, `m`, `h` or `d`, separated by commas; nil for others.
  init?(_ text: String) {
    if text == "none" {
      self.init(milliseconds: [])
      return
    }
    var steps: [Int64] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let unit = part.last.flatMap(Self.milliseconds(ofUnit:)),
        part.dropLast().utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let count = Int64(part.dropLast()), count > 0
      else { return nil }
      let (step, overflow) = count.multipliedReportingOverflow(by: unit)
      guard !overflow, step <= Self.longestDays * 86_400_000 else { return nil }
      steps.append(step)
    }
    self.init(milliseconds: steps)
  }

  /// The steps as ``init(_:)`` reads them, each in its largest whole unit.
  var description: String {
    guard !milliseconds.isEmpty else { return "none" }
    return milliseconds.map { step in
      let units: [Character] = ["d", "h", "m", "s"]
      for unit in units {
        let size = Self.milliseconds(ofUnit: unit) ?? 1
        if step % size == 0 { return "\(step / size)\(unit)" }
      }
      return "\(step)ms"
    }.joined(separator: ",")
  }

  private static func milliseconds(ofUnit unit: Character) -> Int64? {
    switch unit {
    case "s": 1000
    case "m": 60_000
    case "h": 3_600_000
    case "d": 86_400_000
    default: nil
    }
  }
}
