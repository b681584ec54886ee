import PracticeCore

extension EventContent {
  /// The content with its numbers brought into the bounds within which journals are read.
  ///
  /// Nobody studies for three years on one question; but what is acknowledged must be readable.
  var storable: EventContent {
    switch self {
    case .answer(var answer):
      answer.milliseconds = min(max(0, answer.milliseconds), JournalLimits.milliseconds)
      return .answer(answer)
    case .settings(var settings):
      let range = StudySettings.retentionRange
      settings.desiredRetention =
        settings.desiredRetention.isNaN
        ? StudySettings().desiredRetention
        : min(max(range.lowerBound, settings.desiredRetention), range.upperBound)
      let perDay = 0...JournalLimits.perDay
      settings.newPerDay = settings.newPerDay.map { min(max(0, $0), perDay.upperBound) }
      settings.reviewsPerDay = settings.reviewsPerDay.map { min(max(0, $0), perDay.upperBound) }
      settings.maximumInterval = min(max(1, settings.maximumInterval), JournalLimits.interval)
      return .settings(settings)
    case .parameters(var parameters):
      // A list with a number that JSON can't write is none that a model would take.
      if parameters.weights?.contains(where: { !$0.isFinite }) ?? false { parameters.weights = nil }
      return .parameters(parameters)
    case .goal(var goal):
      goal.date = goal.date.map { min($0, .lastWritten) }
      goal.daysOff.removeAll { $0 > .lastWritten }
      goal.weekdaysOff.removeAll { !(1...7).contains($0) }
      let numbers = 1...JournalLimits.perDay
      goal.dailyLimit = goal.dailyLimit.map {
        min(max(numbers.lowerBound, $0), numbers.upperBound)
      }
      goal.lastPassDays = goal.lastPassDays.map {
        min(max(numbers.lowerBound, $0), numbers.upperBound)
      }
      return .goal(goal)
    case .exam(let content): return .exam(content.storable)
    case .journal, .rate, .undo, .mark, .note, .report, .unknown: return self
    }
  }
}

extension CalendarDate {
  /// 9999-12-31: the last day that four digits of a year can say.
  fileprivate static let lastWritten = CalendarDate(daysSince1970: 2_932_896)
}

extension LocalTime {
  /// The time, no further away than four digits of a year can say.
  var storable: LocalTime {
    let range = Self.firstMillisecond...Self.lastMillisecond
    let milliseconds = min(max(range.lowerBound, at.milliseconds), range.upperBound)
    let offsets = JournalLimits.offsetMinutes
    return LocalTime(
      at: Timestamp(milliseconds: milliseconds),
      offsetMinutes: min(max(offsets.lowerBound, offsetMinutes), offsets.upperBound))
  }

  /// 0001-01-02T00:00:00Z and the last millisecond of 9999-12-30: a day within what can be written,
  /// so that local days can be too.
  private static let firstMillisecond: Int64 = -62_135_510_400_000
  private static let lastMillisecond: Int64 = 253_402_214_399_999
}
