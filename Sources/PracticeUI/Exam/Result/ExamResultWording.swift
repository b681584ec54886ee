import PracticeCore

/// What the result of an exam says.
package enum ExamResultWording {
  static let title = "Result"
  static let section = "Section"
  static let right = "right"
  static let marks = "marks"
  static let share = "share"
  static let meets = "meets"
  static let needsWork = "needs work"
  static let uncounted = "Uncounted"
  static let time = "Time"
  static let slowest = "Slowest"
  static let forecast = "Forecast"
  package static let lastMock = "It was your last mock: its questions are released for study now."
  static let changed = "Changed"
  static let flagged = "Flagged"
  static let open = "Open"
  static let studyNext = "Study next"
  static let nothingToStudy = "Every question was right."
  static let noTopics = "The questions that were not right belong to no topic."
  static let markObjective = "Mark a topic under 'Study next' first (j, k)."
  static let nothingToLearn = "Every question was right: there is nothing to learn here."

  /// What stands behind a number on a scale.
  static func unit(of scale: ScoreScale) -> String {
    if case .percent = scale { " %" } else { "" }
  }

  /// The score as a number on its scale.
  static func score(_ score: ExamScore, on scale: ScoreScale) -> String {
    "\(score.scaled)\(unit(of: scale))"
  }

  /// Whether it is a pass, as the result says it.
  static func verdict(_ score: ExamScore) -> String { score.isPassed ? "PASS" : "NOT PASSED" }

  /// Hours, minutes and seconds: `1:02:51`, `0:00:09`.
  static func clock(_ milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds) / 1000
    return "\(seconds / 3600):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
  }

  /// Minutes and seconds, with hours where there are some: `4:12`, `1:02:51`.
  static func minutes(_ milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds) / 1000
    let (minutes, rest) = (seconds / 60, twoDigits(seconds % 60))
    if minutes < 60 { return "\(minutes):\(rest)" }
    return "\(minutes / 60):\(twoDigits(minutes % 60)):\(rest)"
  }

  /// The time that was used, of what was allowed.
  static func spent(_ spent: Int64, of allowed: Int64) -> String {
    "\(clock(spent)) of \(clock(allowed))"
  }

  private static func twoDigits(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// Marks, with two decimals at most.
  static func marks(_ marks: Marks) -> String {
    let hundredths = Int((marks.value * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// What was forecast when an exam began, against what came of it.
  static func forecast(_ forecast: MockForecast, against outcome: ExamOutcome) -> String {
    let scale = outcome.scale
    func score(_ share: Double) -> String {
      "\(scale.score(forShare: share, isPassed: share >= scale.cut))"
    }
    return
      "When it began, you were \(StatisticsWording.short(forecast)) likely to pass, with about "
      + "\(score(forecast.share)) (\(score(forecast.shares.lowerBound))–"
      + "\(score(forecast.shares.upperBound)))\(unit(of: scale)). It came to "
      + "\(self.score(outcome.score, on: scale)): \(outcome.score.isPassed ? "passed" : "not passed")."
  }

  /// A section's share of marks; never rounded up to the share that meets the standard.
  static func share(of section: ExamScore.Section, on scale: ScoreScale) -> String {
    let cut = scale.cut * 100
    let rounded = Int((section.share * 100).rounded())
    if section.meetsStandard || Double(rounded) < cut { return Phrases.percent(section.share) }
    return "\(Int((section.share * 100).rounded(.down))) %"
  }

  /// What was counted, and how much of it was new, in one sentence or two.
  static func counts(_ outcome: ExamOutcome, marks isMarked: Bool) -> [String] {
    let score = outcome.score
    var counted =
      "\(score.right) of \(Phrases.counted(score.questions, "counted question")) right"
    if isMarked {
      counted += ", \(marks(score.marks)) of \(Phrases.counted(score.questions, "mark"))"
    }
    let (new, before) = (outcome.new, outcome.seenBefore)
    let all = new.total + before.total
    if before.total == 0 { return [counted + ".", "All of it was new to you."] }
    if new.total == 0 { return [counted + ".", "You had met all of it before, which flatters."] }
    let split =
      "new to you \(new.right) of \(new.total), seen before \(before.right) of \(before.total)."
    return all > score.questions
      ? [counted + ".", "Of all \(all) questions: \(split)"] : ["\(counted); \(split)"]
  }

  /// What the score is and is not.
  static func caveat(_ scale: ScoreScale, marks isMarked: Bool) -> String {
    if case .scaled = scale { return "The score is an estimate, not a vendor's scale." }
    return isMarked
      ? "The score is the share of marks earned; no vendor's score."
      : "The score is the share of counted questions right; no vendor's score."
  }

  /// How it ended.
  static func ending(_ exam: FinishedExam, open: Int) -> String {
    let openOnes = open == 0 ? "" : " with \(Phrases.counted(open, "question")) open"
    switch exam.outcome.reason {
    case .time: return "The time ran out\(openOnes)."
    case .ended:
      let left = Int(max(0, exam.start.allowed - exam.outcome.spent))
      return open == 0
        ? "You ended it with \(Phrases.duration(milliseconds: left)) left."
        : "You ended it\(openOnes) and \(Phrases.duration(milliseconds: left)) left."
    }
  }

  /// What was agreed beside the rules; nil where nothing was.
  static func terms(_ exam: FinishedExam) -> String? {
    var terms: [String] = []
    let extra = exam.start.terms.extra
    if extra >= 60_000 {
      terms.append("with \(Phrases.counted(Int(extra / 60_000), "minute")) of extra time")
    } else if extra > 0 {
      terms.append("with \(Phrases.counted(Int(extra / 1000), "second")) of extra time")
    }
    // An exam whose clock stops when it is left has pauses by its own rules.
    if exam.start.terms.withPauses, exam.paper.blueprint.clock == .strict {
      terms.append("with pauses, which its rules don't give")
    }
    return terms.isEmpty ? nil : "Taken \(terms.joined(separator: " and "))."
  }

  /// Questions that don't count.
  static func uncounted(_ count: ExamResult.Count) -> String {
    count.total == 1
      ? "\(count.right) of 1 uncounted question right; it is not in the score"
      : "\(count.right) of \(count.total) uncounted questions right; they are not in the score"
  }

  /// The time in all and on average.
  static func time(_ exam: FinishedExam, answers: [ExamResult.Answer]) -> String {
    let all = "\(minutes(exam.outcome.spent)) in all"
    let seen = answers.filter(\.isSeen)
    if seen.isEmpty { return all }
    let sum = seen.reduce(0) { $0 + $1.milliseconds }
    return "\(all), \(minutes(Int64(sum / seen.count))) a question on average"
  }

  /// The number of a question, in a row of several.
  static func number(_ place: Int) -> String { "Q\(place + 1)" }

  /// How often minds were changed.
  static func changed(toRight: Int, toWrong: Int) -> String {
    "to right \(toRight), to wrong \(toWrong)"
  }

  /// How flagged questions went.
  static func flagged(_ count: ExamResult.Count) -> String {
    count.total == 0
      ? "none" : "\(count.total), of them \(count.right == 0 ? "none" : "\(count.right)") right"
  }

  /// How many questions are listed by number at most.
  private static let mostListed = 12

  /// The questions that were left open.
  static func open(_ places: [Int]) -> String {
    let listed = places.prefix(mostListed).map(number).joined(separator: ", ")
    let more = places.count > mostListed ? " and \(places.count - mostListed) more" : ""
    return "\(places.count): \(listed)\(more)"
  }

  /// How an objective went.
  static func objective(_ count: ExamResult.Count) -> String {
    "\(count.right) of \(count.total) right"
  }

  /// Some of the questions can't be learnt.
  static func leftOut(gone: Int, suspended: Int) -> String? {
    var parts: [String] = []
    if gone > 0 { parts.append("\(gone) no longer in your banks") }
    if suspended > 0 { parts.append("\(suspended) not to be asked any more") }
    return parts.isEmpty ? nil : "Left out: \(parts.joined(separator: ", "))."
  }
}
