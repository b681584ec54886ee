import PracticeCore

/// The words of a report, wherever they stand.
enum ExamReportWording {
  /// The verdict.
  static func verdict(_ score: ExamScore) -> String { score.isPassed ? "PASS" : "NOT PASSED" }

  /// A score with its unit.
  static func score(_ scaled: Int, on scale: ScoreScale) -> String {
    switch scale {
    case .percent: "\(scaled) %"
    case .scaled: "\(scaled)"
    }
  }

  /// What the score is measured by.
  static func scale(_ scale: ScoreScale) -> String {
    switch scale {
    case .percent: "Percent of the counted marks; passed from \(scale.passingScore) % on."
    case .scaled:
      "On a scale of \(scale.range.lowerBound) to \(scale.range.upperBound); "
        + "passed from \(scale.passingScore) on."
    }
  }

  /// What the score is not.
  static func caution(_ scale: ScoreScale) -> String {
    switch scale {
    case .percent: "An estimate: a share of this form, not a vendor's score."
    case .scaled: "An estimate, not a vendor's scale."
    }
  }

  /// How an attempt ended.
  static func ending(_ reason: ExamOutcome.Reason) -> String {
    switch reason {
    case .ended: "by the candidate"
    case .time: "when the time was up"
    }
  }

  /// What was agreed beside the rules; empty where nothing was.
  static func terms(_ start: ExamStart) -> [String] {
    var terms: [String] = []
    if start.terms.extra > 0 {
      terms.append("\(ClockText.length(milliseconds: start.terms.extra)) of extra time")
    }
    if start.terms.withPauses {
      terms.append("with pauses, though the exam's clock is strict")
    } else if start.isPausable {
      terms.append("the clock stops while the exam is left")
    }
    return terms
  }

  /// How many of a group were right.
  static func count(_ count: ExamResult.Count) -> String { "\(count.right) of \(count.total)" }

  /// Whether a section meets the standard.
  static func standard(_ section: ExamScore.Section) -> String {
    section.meetsStandard ? "meets" : "needs work"
  }

  /// A share as `72 %`; only all is 100 %, only nothing 0 %.
  static func percent(_ share: Double) -> String {
    guard share > 0 else { return "0 %" }
    guard share < 1 else { return "100 %" }
    return "\(min(99, max(1, Int((share * 100).rounded())))) %"
  }

  /// Changes of mind, in words.
  static func changes(_ changes: (toRight: Int, toWrong: Int)) -> String {
    "\(changes.toRight) to right, \(changes.toWrong) to wrong"
  }

  /// Marks as `7` or `6.33`.
  static func marks(_ marks: Marks) -> String {
    let hundredths = Int((marks.value * 100).rounded())
    if hundredths % 100 == 0 { return "\(hundredths / 100)" }
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// What became of a question.
  static func verdict(_ verdict: ReportedQuestion.Verdict) -> String {
    switch verdict {
    case .right: "Right"
    case .wrong: "Wrong"
    case .open: "Left open"
    case .unseen: "Never shown"
    }
  }

  /// What else there is to know of a question, in a few words each.
  static func facts(_ question: ReportedQuestion) -> [String] {
    var facts: [String] = []
    if !question.item.isScored { facts.append("not counted") }
    if question.marks != .none, question.marks < Marks(whole: 1) {
      facts.append("\(marks(question.marks)) of 1 mark")
    }
    facts.append(question.item.isNew ? "new to you" : "seen before")
    if question.sheet.isFlagged { facts.append("flagged") }
    let changes = question.sheet.changes(of: question.item.question)
    if changes.toRight > 0 { facts.append("changed to right") }
    if changes.toWrong > 0 { facts.append("changed to wrong") }
    if question.verdict != .unseen {
      facts.append(ClockText.length(milliseconds: question.sheet.milliseconds))
    }
    return facts
  }

  /// The marks of a choice in words and signs; none for a wrong one that was left alone.
  static func tags(_ choice: ReportedQuestion.Choice, isAnswered: Bool) -> [Tag] {
    var tags: [Tag] = []
    switch (choice.isChosen, choice.isRight) {
    case (true, true): tags.append(Tag(text: "✓ yours", isRight: true))
    case (true, false): tags.append(Tag(text: "✗ yours", isRight: false))
    case (false, true): tags.append(Tag(text: isAnswered ? "✓ missed" : "✓ right", isRight: true))
    case (false, false): break
    }
    if choice.isStruck { tags.append(Tag(text: "struck out", isRight: nil)) }
    return tags
  }

  /// A mark beside a choice.
  struct Tag: Equatable {
    /// What it says.
    var text: String
    /// Whether it says that something is right or wrong; nil for neither.
    var isRight: Bool?
  }

  /// Why the marks beside the questions may not add up to the score.
  static let otherMarks = """
    This version of the program marks single questions otherwise than the one that reported the \
    score; the score stands as it was reported.
    """
}
