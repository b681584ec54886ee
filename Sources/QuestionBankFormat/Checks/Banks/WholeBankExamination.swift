import PracticeCore

/// Rules on a bank as a whole.
struct WholeBankExamination {
  /// What was found, with its place in the bank; at the bank's beginning where it has none.
  struct Finding {
    var rule: Rule
    var message: String
    var part: BankPlaces.BankPart
  }

  /// A finding about one question.
  struct QuestionFinding {
    var rule: Rule
    var message: String
    var question: Int
    var part: BankPlaces.Part
  }

  private let bank: QuestionBank
  /// What was found about the bank.
  private(set) var findings: [Finding] = []
  /// What was found about questions.
  private(set) var questionFindings: [QuestionFinding] = []

  /// Takes a bank.
  init(_ bank: QuestionBank) { self.bank = bank }

  /// Applies all rules, as on the day `today`.
  mutating func run(asOf today: CalendarDate) {
    checkKeys()
    checkCoverage()
    checkReviews(asOf: today)
    for reference in bank.references {
      if let problem = WebAddressForm.problem(of: reference.url) {
        findings.append(
          Finding(rule: .suspiciousURL, message: problem, part: .referenceURL(reference.id)))
      }
    }
  }

  // MARK: - Keys

  /// Right answers stand too often at one place, or are too often the longest.
  private mutating func checkKeys() {
    var places: [Int: [Int]] = [:]
    var (longest, expected, variance, count) = (0, 0.0, 0.0, 0)
    for question in bank.questions {
      guard case .choices(let choices) = question.format, choices.count > 1,
        choices.count(where: \.isRight) == 1,
        let key = choices.firstIndex(where: \.isRight)
      else { continue }
      // Numbers stand in their order, and what stays last has no choice.
      let isFixed = choices[key].staysLast || choices.allSatisfy { Quantity($0.text) != nil }
      if !isFixed {
        places[choices.count, default: .init(repeating: 0, count: choices.count)][key] += 1
      }
      count += 1
      let lengths = choices.map(\.text.utf8.count)
      if lengths.indices.allSatisfy({ $0 == key || lengths[$0] < lengths[key] }) { longest += 1 }
      let share = 1 / Double(choices.count)
      expected += share
      variance += share * (1 - share)
    }
    for (choices, counts) in places.sorted(by: { $0.key < $1.key }) {
      checkPlaces(counts, ofChoices: choices)
    }
    // Three standard deviations, and more than the limit that guides name.
    let share = Double(longest) / Double(max(count, 1))
    if count >= 12, share > BankFigures.longestKeyLimit + 0.05,
      Double(longest) - expected > 3 * variance.squareRoot()
    {
      findings.append(
        Finding(
          rule: .keyOftenLongest,
          message:
            "the right choice is the longest in \(longest) of \(count) questions; by chance it would be in about \(Int(expected.rounded()))",
          part: .id))
    }
  }

  private mutating func checkPlaces(_ counts: [Int], ofChoices choices: Int) {
    let test = ChiSquare(counts)
    guard counts.reduce(0, +) >= 5 * choices, test.isImprobable,
      let most = counts.indices.max(by: { counts[$0] < counts[$1] })
    else { return }
    let total = counts.reduce(0, +)
    let names = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
    let place = names.indices.contains(most) ? names[most] : "last"
    findings.append(
      Finding(
        rule: .keyPosition,
        message:
          "the right one of \(choices) choices stands \(place) in \(counts[most]) of \(total) questions (chi-square \(test.tenths), by chance up to \(test.limit))",
        part: .id))
  }

  // MARK: - Coverage

  /// Domains have fewer questions than their weight asks for, or objectives have none.
  private mutating func checkCoverage() {
    let total = bank.questions.count
    guard total > 0, !bank.domains.isEmpty else { return }
    var counts: [String: Int] = [:]
    for question in bank.questions {
      if let objective = question.objective { counts[objective, default: 0] += 1 }
    }
    let weights = bank.domains.map(\.weight).reduce(0, +)
    for domain in bank.domains {
      let have = domain.objectives.reduce(0) { $0 + counts[$1.id, default: 0] }
      let wanted = weights > 0 ? Double(total) * domain.weight / weights : 0
      if wanted >= 1 && have == 0 || wanted >= 4 && 2 * Double(have) < wanted {
        findings.append(
          Finding(
            rule: .unevenCoverage,
            message:
              "domain '\(domain.id)' has \(have) of \(total) questions; its weight asks for about \(Int(wanted.rounded()))",
            part: .domain(domain.id)))
      }
      if have == 0 { continue }
      let untested = domain.objectives.filter { counts[$0.id] == nil }
      guard let first = untested.first else { continue }
      let rest = untested.count - 1
      findings.append(
        Finding(
          rule: .untestedObjective,
          message: "no question tests objective '\(first.id)'"
            + (rest > 0 ? ", nor \(rest) more of domain '\(domain.id)'" : ""),
          part: .objective(first.id)))
    }
  }

  // MARK: - Reviews

  /// Questions, or the bank, were last compared with their references more than a year ago.
  private mutating func checkReviews(asOf today: CalendarDate) {
    var needsBank = bank.questions.isEmpty
    for (index, question) in bank.questions.enumerated() {
      guard let day = question.reviewed else {
        needsBank = true
        continue
      }
      guard let months = Self.months(from: day, to: today) else { continue }
      questionFindings.append(
        QuestionFinding(
          rule: .staleReview, message: "last reviewed on \(day), \(months) months ago",
          question: index, part: .reviewed))
    }
    if needsBank, let day = bank.reviewed, let months = Self.months(from: day, to: today) {
      findings.append(
        Finding(
          rule: .staleReview,
          message: "the bank was last reviewed on \(day), \(months) months ago", part: .reviewed))
    }
  }

  /// How many whole months have gone by; nil where it is not more than twelve.
  private static func months(from day: CalendarDate, to today: CalendarDate) -> Int? {
    let (then, now) = (day.parts, today.parts)
    let months = 12 * (now.year - then.year) + now.month - then.month - (now.day < then.day ? 1 : 0)
    return months > 12 || months == 12 && now.day > then.day ? months : nil
  }
}

/// Pearson's test of whether counts could be even.
struct ChiSquare {
  /// The sum of squared distances from the mean, over the mean.
  let value: Double
  /// The value that one of a thousand even distributions exceeds.
  let limit: Double

  /// The quantiles of 0.999 for 1 to 8 degrees of freedom (NIST/SEMATECH e-Handbook of Statistical
  /// Methods, 1.3.6.7.4).
  private static let limits = [10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32, 26.12]

  /// Tests counts, at least two and at most nine.
  init(_ counts: [Int]) {
    let mean = Double(counts.reduce(0, +)) / Double(counts.count)
    value =
      mean > 0 ? counts.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) / mean } : 0
    let freedom = min(max(counts.count - 1, 1), Self.limits.count)
    limit = Self.limits[freedom - 1]
  }

  /// Whether even counts would hardly look like this.
  var isImprobable: Bool { value > limit }

  /// The value with one digit behind the point.
  var tenths: String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
