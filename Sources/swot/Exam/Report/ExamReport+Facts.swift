import PracticeCore

extension ExamReport {
  /// A line of what there is to know of the attempt: its name and its value.
  typealias Fact = (name: String, value: String)

  /// The candidate, times and counts, in the order in which they are told.
  var facts: [Fact] {
    let (start, outcome) = (exam.start, exam.outcome)
    var facts: [Fact] = []
    if let candidate = start.candidate, !candidate.isEmpty {
      facts.append(("Candidate", candidate))
    }
    facts.append(("Date", dates))
    facts.append(
      (
        "Time used",
        "\(ExamWording.elapsed(outcome.spent)) of \(ExamWording.clock(start.allowed))"
      ))
    let terms = ExamReportWording.terms(start)
    if !terms.isEmpty { facts.append(("Terms", terms.joined(separator: "; "))) }
    facts.append(("Ended", ExamReportWording.ending(outcome.reason)))
    var right = "\(outcome.score.right) of \(outcome.score.questions)"
    if outcome.score.marks != Marks(whole: outcome.score.right) {
      right += ", \(ExamReportWording.marks(outcome.score.marks)) marks"
    }
    facts.append(("Counted questions right", right))
    let uncounted = questions.count { !$0.item.isScored }
    if uncounted > 0 { facts.append(("Not counted", counted(uncounted, "question"))) }
    facts.append(("New to you, right", ExamReportWording.count(outcome.new)))
    facts.append(("Seen before, right", ExamReportWording.count(outcome.seenBefore)))
    facts.append(("Changes of mind", ExamReportWording.changes(changes)))
    facts.append(("Attempt", start.attempt.description))
    facts.append(("Form", "\(exam.start.exam), seed \(start.seed)"))
    return facts
  }

  /// The numbers of the questions that are to be looked at again, by what became of them.
  var missed: [(verdict: ReportedQuestion.Verdict, numbers: [Int])] {
    ReportedQuestion.Verdict.allCases.filter(\.isMissed).compactMap { verdict in
      let numbers = questions.filter { $0.verdict == verdict }.map(\.number)
      return numbers.isEmpty ? nil : (verdict, numbers)
    }
  }

  /// An objective with what came of it, as `aws-iam/IAM-PB Permissions boundaries (0 of 2)`.
  static func text(_ objective: ExamResult.ObjectiveCount) -> String {
    let name = ([objective.objective] + (objective.title.map { [$0] } ?? []))
    return "\(name.joined(separator: " ")) (\(ExamReportWording.count(objective.count)) right)"
  }

  private var dates: String {
    let (from, to) = (exam.startedAt, exam.finishedAt)
    let end =
      from.calendarDay == to.calendarDay
      ? ClockText.timeOfDay(to) : "\(to.calendarDay), \(ClockText.timeOfDay(to))"
    return "\(from.calendarDay), \(ClockText.timeOfDay(from)) to \(end) (\(ClockText.offset(to)))"
  }
}
