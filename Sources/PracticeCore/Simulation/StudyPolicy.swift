/// A way to study towards an exam, to be compared with others.
package enum StudyPolicy: String, CaseIterable, Sendable {
  /// FSRS at a desired retention of 0.90, new questions spread up to a week before the exam.
  case plain90 = "plain-0.90"
  /// The same at 0.95.
  case plain95 = "plain-0.95"
  /// The first, and in the last days every question once more.
  case plainLastPass = "plain-last-pass"
  /// The plan.
  case plan

  /// What a table calls it.
  package var title: String {
    switch self {
    case .plain90: "FSRS at 0.90"
    case .plain95: "FSRS at 0.95"
    case .plainLastPass: "FSRS at 0.90 + last pass"
    case .plan: "Swot's plan"
    }
  }

  var desiredRetention: Double { self == .plain95 ? 0.95 : 0.9 }
}
