import PracticeCore

/// What is said of exams in lines.
enum ExamWording {
  /// The rules, before the clock runs.
  ///
  /// - Parameters:
  ///   - paper: The form.
  ///   - terms: What is agreed beside the rules.
  /// - Returns: The lines; the title is as its author wrote it.
  static func rules(_ paper: ExamPaper, _ terms: ExamTerms) -> [String] {
    let blueprint = paper.blueprint
    var lines = [blueprint.title, ""]
    let allowed = Int64(blueprint.minutes) * 60_000 + terms.extra
    var time = "\(counted(paper.items.count, "question")), \(length(allowed))"
    if terms.extra > 0 { time += ", \(length(terms.extra)) of it extra time" }
    lines.append(time + ".")
    let unscored = paper.items.count { !$0.isScored }
    if unscored > 0 {
      lines.append(
        "\(unscored) of these questions \(unscored == 1 ? "doesn't" : "don't") count, and nothing "
          + "tells which.")
    }
    lines.append(pass(blueprint.scale))
    switch blueprint.scoring {
    case .allOrNothing: lines.append("A question counts when it is right in full.")
    case .netCorrect:
      lines.append(
        "Where several choices are right, each right one adds to the question's mark and each "
          + "wrong one takes as much away.")
    }
    lines.append(
      blueprint.scoring == .allOrNothing
        ? "What is left open counts as wrong; a guess costs nothing more."
        : "What is left open counts as wrong.")
    switch blueprint.navigation {
    case .free: lines.append("You may go to any question, change answers and flag questions.")
    case .forwardOnly:
      lines.append("You can only go forward: a question that you have left can't be seen again.")
    }
    if blueprint.clock == .pausable || terms.withPauses {
      lines.append("The clock stops when you leave, and runs on when you come back.")
    } else {
      lines.append("The clock runs on when you leave; at its end the exam is over.")
    }
    return lines
  }

  /// A form is held back for the last mock.
  static func isHeldBack(_ form: HeldBackForm) -> String {
    "\(counted(form.questions.count, "question")) \(form.questions.count == 1 ? "is" : "are") held "
      + "back for a last mock; to sit it, type: swot exam --last-mock"
  }

  private static func pass(_ scale: ScoreScale) -> String {
    switch scale {
    case .percent: "\(scale.passingScore) % passes."
    case .scaled(let from, let to, let pass, _):
      "The score goes from \(from) to \(to), and \(pass) passes. It is an estimate."
    }
  }

  /// What came of an exam.
  ///
  /// - Parameters:
  ///   - start: What was laid down when it began.
  ///   - outcome: What came of it.
  /// - Returns: The lines; titles are as their authors wrote them.
  static func result(_ start: ExamStart, _ outcome: ExamOutcome) -> [String] {
    let score = outcome.score
    var lines = ["Result: \(start.title)"]
    lines.append(
      "Score: \(self.score(outcome)), \(passMark(outcome.scale)) passes: "
        + (score.isPassed ? "passed" : "not passed")
        + (outcome.scale.isEstimate ? " (an estimate)" : ""))
    lines.append("Right: \(score.right) of \(score.questions) questions that count")
    var time = "Time: \(elapsed(outcome.spent)) of \(clock(start.allowed))"
    if start.terms.extra > 0 { time += ", \(length(start.terms.extra)) of it extra time" }
    if start.terms.withPauses { time += ", with pauses" }
    lines.append(time)
    lines.append(
      "Right of those new to you: \(share(outcome.new)); seen before: \(share(outcome.seenBefore))")
    if score.sections.count > 1 {
      lines += ["", "Sections:"]
      for section in score.sections {
        lines.append(
          "  \(section.title): \(section.right) of \(section.questions), "
            + (section.meetsStandard ? "meets the standard" : "needs work"))
      }
    }
    lines += ["", "All questions, with what is right and why: swot exam --report last"]
    if start.candidate != nil {
      lines.append("To write the file to hand in: swot exam --hand-in last")
    }
    return lines
  }

  /// The score as it is reported: `748`, or `72 %`.
  static func score(_ outcome: ExamOutcome) -> String {
    outcome.scale.isEstimate ? "\(outcome.score.scaled)" : "\(outcome.score.scaled) %"
  }

  private static func passMark(_ scale: ScoreScale) -> String {
    scale.isEstimate ? "\(scale.passingScore)" : "\(scale.passingScore) %"
  }

  private static func share(_ count: ExamResult.Count) -> String {
    "\(count.right) of \(count.total)"
  }

  /// `1 question`, `3 questions`.
  static func counted(_ number: Int, _ name: String) -> String {
    "\(number) \(name)\(number == 1 ? "" : "s")"
  }

  /// A length of time in words: `130 minutes`, or with seconds where it isn't whole minutes.
  static func length(_ milliseconds: Int64) -> String {
    milliseconds % 60_000 == 0
      ? counted(Int(milliseconds / 60_000), "minute") : clock(milliseconds)
  }

  /// A length of time as a clock shows it: `1:05:00`, `0:04:09`; parts of a second count as whole.
  static func clock(_ milliseconds: Int64) -> String {
    let seconds = (max(0, milliseconds) + 999) / 1000
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return "\(hours):\(two(minutes)):\(two(seconds % 60))"
  }

  /// A length of time that has passed, as a clock shows it; parts of a second are left out.
  static func elapsed(_ milliseconds: Int64) -> String {
    clock(milliseconds - max(0, milliseconds) % 1000)
  }

  /// A time of day: `15:42`, with seconds where asked for.
  static func timeOfDay(_ time: LocalTime, withSeconds: Bool = false) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hour, minute) = time.timeOfDay
    let seconds = Int(((time.at.milliseconds / 1000) % 60 + 60) % 60)
    return "\(two(hour)):\(two(minute))" + (withSeconds ? ":\(two(seconds))" : "")
  }
}

extension ScoreScale {
  /// Whether a score on it stands for a vendor's, which nobody outside knows.
  var isEstimate: Bool { if case .scaled = self { true } else { false } }
}
