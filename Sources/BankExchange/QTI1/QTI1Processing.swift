/// What the response processing of an item of QTI 1.2 says: which answers earn points, and which
/// feedback follows which answer.
struct QTI1Processing {
  /// A condition under which points are earned.
  struct Award {
    /// What must be answered, in the order written: the response's identifier and the value.
    var answers: [(response: String, value: String)]
    /// Whether all of them together must be.
    var isJoint: Bool
    /// How many points.
    var points: Double
  }

  /// What earns points, in the order written.
  private(set) var awards: [Award] = []
  /// Identifiers of feedbacks by response and value.
  private(set) var feedback: [String: [String: String]] = [:]
  /// Identifiers of feedbacks that are shown whatever was answered, or where it was wrong.
  private(set) var otherFeedback: [String] = []

  /// Reads the processing of an item.
  init(of item: XMLElement) {
    for condition in item.elements(named: "resprocessing")
      .flatMap({ $0.elements(named: "respcondition") })
    {
      guard let test = condition.first(named: "conditionvar") else { continue }
      var tests = Tests()
      tests.collect(test)
      let points = condition.elements(named: "setvar").compactMap { setvar -> Double? in
        guard setvar.attribute("action")?.lowercased() != "subtract" else { return nil }
        return Double(TextBlock.line(setvar.text))
      }.reduce(0, +)
      if points > 0, points.isFinite, !tests.positive.isEmpty {
        awards.append(Award(answers: tests.positive, isJoint: tests.isJoint, points: points))
      }
      for display in condition.elements(named: "displayfeedback") {
        guard let link = display.attribute("linkrefid") else { continue }
        // Canvas shows the feedback on a pair where it was not matched.
        let named = tests.positive.isEmpty ? tests.negative : tests.positive
        if named.count == 1, let (response, value) = named.first, !Self.isGeneral(link) {
          feedback[response, default: [:]][value] = link
        } else if tests.positive.isEmpty, otherFeedback.count < ImportLimits.entries,
          !otherFeedback.contains(link)
        {
          otherFeedback.append(link)
        }
      }
    }
  }

  /// Whether Canvas calls a feedback so that belongs to no single answer.
  private static func isGeneral(_ link: String) -> Bool {
    ["general_fb", "correct_fb", "general_incorrect_fb"].contains(link)
  }

  /// The answers that a condition names.
  private struct Tests {
    var positive: [(response: String, value: String)] = []
    var negative: [(response: String, value: String)] = []
    /// Whether they stand under an `and`.
    var isJoint = false

    mutating func collect(_ element: XMLElement, isNegated: Bool = false) {
      for test in element.elements {
        switch test.name {
        case "varequal", "varsubstring":
          let answer = (test.attribute("respident") ?? "", TextBlock.line(test.text))
          if isNegated { negative.append(answer) } else { positive.append(answer) }
        case "not": collect(test, isNegated: !isNegated)
        case "and":
          if !isNegated { isJoint = true }
          collect(test, isNegated: isNegated)
        case "or": collect(test, isNegated: isNegated)
        default: break
        }
      }
    }
  }
}
