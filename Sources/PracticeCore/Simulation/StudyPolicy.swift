/// A way to study towards an exam, to be compared with others.
package enum StudyPolicy: String, CaseIterable, Sendable {
  /// FSRS at a desired retention of 0.90, new questions spread up to a week before the exam.
  case plain90 = "plain-0.90"
  /// The same at 0.95.
  case plain95 = "plain-0.95"
  /// The first, held to the plan's daily limit: what has no room waits, the most nearly forgotten
  /// comes first.
  case limited90 = "plain-0.90-limited"
  /// The second, held to the plan's daily limit.
  case limited95 = "plain-0.95-limited"
  /// The first, and in the last days every question once more.
  case plainLastPass = "plain-last-pass"
  /// The plan.
  case plan

  /// What a table calls it.
  package var title: String {
    switch self {
    case .plain90: "FSRS at 0.90"
    case .plain95: "FSRS at 0.95"
    case .limited90: "FSRS at 0.90, limited"
    case .limited95: "FSRS at 0.95, limited"
    case .plainLastPass: "FSRS at 0.90 + last pass"
    case .plan: "Swot's plan"
    }
  }

  var desiredRetention: Double { self == .plain95 || self == .limited95 ? 0.95 : 0.9 }

  /// Whether it keeps to the daily limit.
  package var isLimited: Bool {
    switch self {
    case .plan, .limited90, .limited95: true
    case .plain90, .plain95, .plainLastPass: false
    }
  }
}
