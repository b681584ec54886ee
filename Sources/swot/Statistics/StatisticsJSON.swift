import PracticeCore

/// The statistics as one JSON document; `Statistics.md` documents its members.
struct StatisticsJSON {
  private let statistics: LearnerStatistics
  private let standing: Standing

  /// Makes the document: what `standing` says comes first, as the least that programs rely on.
  init(_ statistics: LearnerStatistics, _ standing: Standing) {
    self.statistics = statistics
    self.standing = standing
  }

  /// The document.
  var value: JSONValue {
    guard case .object(let least) = standing.json else { return standing.json }
    return .object(
      least + [
        member("as_of", .string(statistics.time.at.iso8601WithoutZeroFraction)),
        member("milliseconds", .int(statistics.milliseconds)),
        member("streak", streak), member("forecast", forecast), member("time_left", timeLeft),
        member("days", days), member("mastery", mastery), member("retention", retention),
        member("hours", hours), member("calibration", calibration),
        member("traps", traps), member("slipping", slipping), member("memory", memory),
        member("model", model), member("readiness", readiness), member("goals", goals),
        member("mocks", mocks),
      ])
  }

  private func member(_ name: String, _ value: JSONValue) -> JSONValue.Member {
    JSONValue.Member(name: name, value: value)
  }

  private func optional(_ value: Double?) -> JSONValue { value.map(JSONValue.double) ?? .null }
  private func optional(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  private func share(_ share: ShareInterval) -> JSONValue {
    [
      "count": .int(share.count), "total": .int(share.total), "share": optional(share.share),
      "low": .double(share.interval.lowerBound), "high": .double(share.interval.upperBound),
    ]
  }

  private var streak: JSONValue {
    [
      "current": .int(statistics.streak.current), "longest": .int(statistics.streak.longest),
      "includes_today": .bool(statistics.streak.includesToday),
    ]
  }

  private var forecast: JSONValue {
    let forecast = statistics.forecast
    return [
      "start": .string(forecast.start.description),
      "days": .array(forecast.days.map(JSONValue.int)), "overdue": .int(forecast.overdue),
      "later": .int(forecast.later), "new": .int(forecast.new),
      "limit": forecast.limit.map(JSONValue.int) ?? .null,
      "limits": .array(forecast.limits.map { $0.map(JSONValue.int) ?? .null }),
    ]
  }

  private var timeLeft: JSONValue {
    [
      "questions": .int(statistics.timeLeft.answers),
      "milliseconds_each": .int(statistics.timeLeft.perAnswer),
      "milliseconds": .int(statistics.timeLeft.milliseconds),
    ]
  }

  private var days: JSONValue {
    .array(
      statistics.days.sorted { $0.key < $1.key }.map { day, content in
        [
          "day": .string(day.description), "answers": .int(content.activity.answers),
          "right": .int(content.activity.right),
          "milliseconds": .int(content.activity.milliseconds),
          "introduced": .int(content.activity.introduced),
          "reviews": .int(content.predictions.reviews),
          "remembered": .int(content.predictions.recalled),
          "predicted": optional(content.predictions.meanPrediction),
        ]
      })
  }

  private func part(_ part: SubjectMastery.Part, _ inner: [JSONValue.Member] = []) -> JSONValue {
    .object(
      [
        member("id", optional(part.id)), member("title", optional(part.title)),
        member("questions", .int(part.questions)), member("seen", .int(part.seen)),
        member("learnt", .int(part.learnt)), member("recall", optional(part.recall)),
        member("mastery", .double(part.mastery)),
      ] + inner)
  }

  private var mastery: JSONValue {
    .array(
      statistics.subjects.map { subject in
        part(
          subject.whole,
          [
            member(
              "domains",
              .array(
                subject.domains.map { domain in
                  part(
                    domain.whole,
                    [member("objectives", .array(domain.objectives.map { part($0) }))])
                }))
          ])
      })
  }

  private func tally(_ tally: PredictionTally) -> JSONValue {
    [
      "reviews": .int(tally.reviews), "predicted": optional(tally.meanPrediction),
      "remembered": share(tally.recalledShare), "right": share(tally.rightShare),
      "expected_right": optional(tally.meanExpectedRight),
    ]
  }

  private var retention: JSONValue {
    let bins = statistics.fit.bins
    return [
      "all": tally(bins.reduce(into: PredictionTally()) { $0 += $1 }),
      "bins": .array(
        bins.enumerated().filter { $0.element.reviews > 0 }.map { place, bin in
          [
            "from": .double(Double(place) / 20), "to": .double(Double(place + 1) / 20),
            "tally": tally(bin),
          ]
        }),
    ]
  }

  private var hours: JSONValue {
    .array(
      statistics.hours.enumerated().map { hour, count in
        ["hour": .int(hour), "answers": .int(count.total), "right": .int(count.right)]
      })
  }

  private func row(_ row: Calibration.Row) -> [JSONValue.Member] {
    [
      member("certain", share(row.certain.rightShare)),
      member("unsure", share(row.unsure.rightShare)), member("guess", share(row.guess.rightShare)),
    ]
  }

  private var calibration: JSONValue {
    let calibration = statistics.calibration
    return .object(
      row(calibration.all) + [
        member(
          "objectives",
          .array(
            calibration.objectives.map { objective in
              .object(
                [
                  member("bank", .string(objective.bank)),
                  member("id", optional(objective.objective)),
                  member("title", optional(objective.title)),
                ] + row(objective))
            })),
        member(
          "confidently_wrong",
          .array(
            calibration.confidentlyWrong.map { entry in
              [
                "question": .string(entry.question.description), "times": .int(entry.times),
                "at": .string(entry.at.at.iso8601WithoutZeroFraction),
              ]
            })),
      ])
  }

  private var traps: JSONValue {
    .array(statistics.calibration.traps.map(trap))
  }

  private func trap(_ trap: Calibration.Trap) -> JSONValue {
    [
      "question": .string(trap.question.description), "times": .int(trap.times),
      "item": .int(trap.distractor.number),
      "prompt": trap.distractor.prompt > 0 ? .int(trap.distractor.prompt) : .null,
      "text": .string(trap.text), "why": optional(trap.why),
    ]
  }

  private var slipping: JSONValue {
    .array(
      statistics.slipping.map { entry in
        [
          "question": .string(entry.question.description), "lapses": .int(entry.lapses),
          "suspended": .bool(entry.isSuspended),
          "taken_for": entry.takenFor.map(trap) ?? .null,
        ]
      })
  }

  private var memory: JSONValue {
    let bounds = MemoryFigures.stabilityBounds
    return [
      "stability": .array(
        statistics.memories.stabilities.enumerated().map { place, count in
          [
            "days_below": place < bounds.count ? .double(bounds[place]) : .null,
            "questions": .int(count),
          ]
        }),
      "difficulty": .array(
        statistics.memories.difficulties.enumerated().map { place, count in
          ["from": .int(place + 1), "to": .int(place + 2), "questions": .int(count)]
        }),
    ]
  }

  private var model: JSONValue {
    [
      "name": .string(statistics.model), "own_parameters": .bool(statistics.hasOwnParameters),
      "reviews": .int(statistics.fit.reviews), "log_loss": optional(statistics.fit.logLoss),
      "calibration_error": optional(statistics.fit.rootMeanSquare),
      "better_model": optional(statistics.betterModel),
    ]
  }

  private func forecast(_ forecast: MockForecast, scale: ScoreScale) -> JSONValue {
    func score(_ share: Double) -> JSONValue {
      .int(scale.score(forShare: share, isPassed: share >= scale.cut))
    }
    return [
      "enough_data": .bool(forecast.isReliable), "probability": .double(forecast.probability),
      "low": .double(forecast.interval.lowerBound), "high": .double(forecast.interval.upperBound),
      "score": score(forecast.share), "score_low": score(forecast.shares.lowerBound),
      "score_high": score(forecast.shares.upperBound), "questions": .int(forecast.questions),
      "answered": .int(forecast.answered),
    ]
  }

  private var readiness: JSONValue {
    .array(
      statistics.readiness.map { exam in
        [
          "exam": .string(exam.exam), "title": .string(exam.title),
          "pass": .int(exam.scale.passingScore), "goal": .bool(exam.isGoal),
          "today": forecast(exam.today, scale: exam.scale),
          "last_mock": exam.lastMock.map { forecast($0, scale: exam.scale) } ?? .null,
          "day": optional(exam.day?.description),
          "with_study": exam.withStudy.map { forecast($0, scale: exam.scale) } ?? .null,
          "without_study": exam.withoutStudy.map { forecast($0, scale: exam.scale) } ?? .null,
        ]
      })
  }

  private var goals: JSONValue {
    .array(
      statistics.pastGoals.map { past in
        let scale = statistics.readiness.first { $0.exam == past.goal.exam }?.scale
        return [
          "exam": optional(past.goal.exam), "date": optional(past.goal.date?.description),
          "result": optional(past.goal.result?.rawValue),
          "forecast": past.forecast.flatMap { forecast in
            scale.map { self.forecast(forecast, scale: $0) }
          } ?? .null,
        ]
      })
  }

  private var mocks: JSONValue {
    let record = statistics.record
    return [
      "brier_score": optional(record.brierScore), "forecasts": .int(record.forecast.count),
      "too_sure": .bool(record.isTooSure),
      "log_loss": optional(record.logLoss?.forecast),
      "log_loss_of_average": optional(record.logLoss?.average),
      "answers": .int(record.logLoss?.answers ?? 0),
      "exams": .array(
        record.exams.map { exam in
          [
            "attempt": .string(exam.start.attempt.description), "exam": .string(exam.start.exam),
            "started": .string(exam.startedAt.at.iso8601WithoutZeroFraction),
            "forecast": exam.forecast.flatMap { forecast in
              exam.outcome.map { self.forecast(forecast, scale: $0.scale) }
            } ?? .null,
            "score": exam.outcome.map { .int($0.score.scaled) } ?? .null,
            "passed": exam.outcome.map { .bool($0.score.isPassed) } ?? .null,
          ]
        }),
    ]
  }
}
