import PracticeCore

extension ExamEvent {
  /// The event with its numbers brought into the bounds within which journals are read.
  var storable: ExamEvent {
    switch self {
    case .start(var start):
      start.questions = start.questions.storableCount
      start.allowed = start.allowed.storableTime
      start.terms.extra = start.terms.extra.storableTime
      start.end = start.end.storable
      return .start(start)
    case .response(let attempt, let sitting, var record, let left):
      record.milliseconds = record.milliseconds.storableTime
      return .response(
        attempt, sitting: sitting.storableCount, record, left: left.storableTime)
    case .pause(let attempt, let sitting, let left):
      return .pause(attempt, sitting: sitting.storableCount, left: left.storableTime)
    case .resume(let attempt, let sitting, let end):
      return .resume(attempt, sitting: sitting.storableCount, end: end.storable)
    case .finish(var finish):
      finish.outcome = finish.outcome.storable
      for index in finish.answers.indices {
        finish.answers[index].milliseconds = finish.answers[index].milliseconds.storableTime
      }
      return .finish(finish)
    }
  }
}

extension ExamOutcome {
  fileprivate var storable: ExamOutcome {
    var outcome = self
    outcome.spent = spent.storableTime
    outcome.scale = scale.storable
    outcome.score = ExamScore(
      sections: score.sections, right: score.right, questions: score.questions,
      marks: score.marks, isPassed: score.isPassed, scaled: score.scaled.storableScore)
    return outcome
  }
}

extension ScoreScale {
  fileprivate var storable: ScoreScale {
    switch self {
    case .percent(let pass): .percent(pass: pass.clamped(to: 100))
    case .scaled(let from, let to, let pass, let cut):
      .scaled(
        from: from.storableScore, to: to.storableScore, pass: pass.storableScore,
        cut: cut.clamped(to: 1))
    }
  }
}

extension Double {
  fileprivate func clamped(to limit: Double) -> Double { isNaN ? limit : min(max(0, self), limit) }
}

extension Int {
  fileprivate var storableScore: Int {
    Swift.min(Swift.max(-JournalLimits.scoreNumber, self), JournalLimits.scoreNumber)
  }
}

extension BinaryInteger {
  fileprivate var storableTime: Self {
    Self(clamping: min(max(0, Int(self)), JournalLimits.milliseconds))
  }
  fileprivate var storableCount: Self {
    Self(clamping: min(max(0, Int(self)), JournalLimits.examCount))
  }
}

extension ClockReading {
  fileprivate var storable: ClockReading {
    ClockReading(
      wall: LocalTime(at: wall, offsetMinutes: 0).storable.at,
      running: min(max(-JournalLimits.runningClock, running), JournalLimits.runningClock),
      boot: boot)
  }
}
