import PracticeCore

/// The charts of a report.
struct ExamReportCharts {
  private let report: ExamReport

  /// Makes the charts of a report.
  init(_ report: ExamReport) { self.report = report }

  private var outcome: ExamOutcome { report.exam.outcome }

  private var unit: String {
    switch outcome.scale {
    case .percent: "in percent of the counted marks"
    case .scaled(let from, let to, _, _): "on a scale of \(min(from, to)) to \(max(from, to))"
    }
  }

  /// The score on its scale.
  var score: Drawing {
    let pass = outcome.scale.passingScore
    let difference = abs(outcome.score.scaled - pass)
    return ScaleChart(
      title:
        "Score \(unit), of \(counted(outcome.score.questions, "counted question"))",
      description:
        "The score is \(outcome.score.scaled), \(outcome.score.isPassed ? "passed" : "not passed"): "
        + (difference == 0
          ? "exactly the pass mark of \(pass)."
          : "\(difference) \(outcome.score.scaled > pass ? "above" : "below") the pass mark of \(pass)."),
      range: outcome.scale.range, value: outcome.score.scaled, mark: pass,
      markLabel: "pass mark", isReached: outcome.score.isPassed
    ).drawing
  }

  /// The share of each section.
  var sections: Drawing {
    let sections = outcome.score.sections
    let cut = ExamReportWording.percent(outcome.scale.cut)
    return BarChart(
      title:
        "Marks by section, in percent, of \(counted(outcome.score.questions, "counted question"))",
      description: sections.map { section in
        "\(section.title): \(ExamReportWording.percent(section.share)), "
          + "\(section.right) of \(section.questions) right, \(ExamReportWording.standard(section))."
      }.joined(separator: " ") + " The standard is \(cut). Sections below it are hatched.",
      bars: sections.map { section in
        BarChart.Bar(
          label: section.title,
          value: "\(section.right) of \(section.questions), "
            + "\(ExamReportWording.percent(section.share)), \(ExamReportWording.standard(section))",
          share: section.share, isReached: section.meetsStandard)
      }, mark: outcome.scale.cut, markLabel: "standard \(cut)"
    ).drawing
  }

  /// The time that each question took.
  var times: Drawing {
    let questions = report.questions
    let shown = questions.filter { $0.verdict != .unseen }
    let missed = questions.count(where: \.verdict.isMissed)
    let total = shown.reduce(0) { $0 + $1.sheet.milliseconds }
    let average = ClockText.length(milliseconds: total / max(1, shown.count))
    let share = Int(clamping: report.exam.start.allowed) / max(1, questions.count)
    let slowest = report.slowest.first.map { number in
      "Question \(number) took longest: "
        + "\(ClockText.length(milliseconds: questions[number - 1].sheet.milliseconds))."
    }
    return ColumnChart(
      title:
        "Time per question, in minutes and seconds, of \(counted(questions.count, "question"))",
      description:
        "A question took \(average) on average. \(slowest ?? "") "
        + "\(missed) of \(questions.count) were not right: hatched, with a cross. The line "
        + "shows the time allowed per question, \(ClockText.length(milliseconds: share)).",
      columns: questions.map { question in
        ColumnChart.Column(
          milliseconds: question.sheet.milliseconds, isCrossed: question.verdict.isMissed)
      }, mark: share,
      markLabel:
        "hatched, ×: not right · dashed: time allowed per question, "
        + ClockText.length(milliseconds: share)
    ).drawing
  }

  /// The scores of all attempts on this scale.
  var trend: Drawing {
    let attempts = report.comparableAttempts
    let pass = outcome.scale.passingScore
    let passed = attempts.count(where: \.score.isPassed)
    return TrendChart(
      title: "Scores \(unit), of \(counted(attempts.count, "attempt"))",
      description: attempts.map { "\($0.finishedAt.calendarDay): \($0.score.scaled)." }
        .joined(separator: " ")
        + " The pass mark is \(pass); \(passed) of \(attempts.count) passed. "
        + "Attempts that did not are rings.",
      range: outcome.scale.range, mark: pass,
      markLabel: "dashed: pass mark \(pass) · ring: not passed",
      points: attempts.map { attempt in
        TrendChart.Point(
          label: attempt.finishedAt.calendarDay.description, value: attempt.score.scaled,
          isReached: attempt.score.isPassed)
      }
    ).drawing
  }
}
