import FSRS
import TestSupport
import Testing

@testable import PracticeCore

/// A year of study in zones that change their clocks, that don't, and that lie far from UTC.
@Suite struct StudyDayZoneTests {
  /// A zone in 2026: the minutes east of UTC from each instant on.
  struct Zone: CustomTestStringConvertible, Sendable {
    var name: String
    var first: Int
    var changes: [(at: String, offset: Int)]

    var testDescription: String { name }

    /// The instant at which clocks show `minutes` after midnight of `day`; where they skip it, the
    /// one that they would have shown without the change.
    func instant(_ day: CalendarDate, minutes: Int) throws -> LocalTime {
      let wall = (Int64(day.daysSince1970) * 1440 + Int64(minutes)) * 60_000
      var offset = first
      for change in changes {
        let at = try #require(Timestamp(iso8601: change.at))
        let shifted = wall - Int64(offset) * 60_000
        if shifted >= at.milliseconds { offset = change.offset }
      }
      // By the clock of before the change, what is shown twice is taken the first time.
      var before = first
      for change in changes {
        let at = try #require(Timestamp(iso8601: change.at))
        if wall - Int64(before) * 60_000 < at.milliseconds { break }
        before = change.offset
      }
      return LocalTime(
        at: Timestamp(milliseconds: wall - Int64(before) * 60_000), offsetMinutes: offset)
    }
  }

  static let zones = [
    Zone(
      name: "Europe/Berlin", first: 60,
      changes: [("2026-03-29T01:00:00Z", 120), ("2026-10-25T01:00:00Z", 60)]),
    Zone(
      name: "America/New_York", first: -300,
      changes: [("2026-03-08T07:00:00Z", -240), ("2026-11-01T06:00:00Z", -300)]),
    Zone(
      name: "Australia/Lord_Howe", first: 660,
      changes: [("2026-04-04T15:00:00Z", 630), ("2026-10-03T15:30:00Z", 660)]),
    Zone(name: "Asia/Kolkata", first: 330, changes: []),
    Zone(name: "Pacific/Kiritimati", first: 840, changes: []),
    Zone(name: "Pacific/Pago_Pago", first: -660, changes: []),
  ]

  private static let bank = StudyFixtures.bank(objectives: 1, each: 3)

  /// One answer a day of 2026, at the same time by the clock on the wall.
  private static func events(_ zone: Zone, minutes: Int) throws -> [Event] {
    let start = try #require(CalendarDate("2026-01-01"))
    return try (0..<365).map { number in
      Event(
        id: EventID(writer: "w", sequence: number),
        time: try zone.instant(start.advanced(byDays: number), minutes: minutes),
        content: .answer(StudyFixtures.record(bank.questions[number % 3].id, .good)))
    }
  }

  @Test(arguments: zones) func `who studies at the same hour each day misses none`(
    zone: Zone
  ) throws {
    for hour in 0..<24 {
      for minute in [0, 30, 59] {
        let events = try Self.events(zone, minutes: hour * 60 + minute)
        let history = ReviewHistory(
          replaying: events, in: CatalogIndex(QuestionCatalog(banks: [Self.bank])))
        // Before four it is the day before.
        let start = try #require(CalendarDate("2026-01-01")).advanced(byDays: hour < 4 ? -1 : 0)
        let days = (0..<365).map { start.advanced(byDays: $0) }
        try #require(Set(history.days.keys) == Set(days), "\(hour):\(minute)")
        try #require(history.days.values.allSatisfy { $0.activity.answers == 1 })
        let streak = StudyStreak(
          days: Set(history.days.keys), goal: ExamGoal(), on: days[364])
        try #require(streak.current == 365 && streak.longest == 365, "\(hour):\(minute)")
        // All in one hour, but for a time that the clocks skip once.
        let inHour = history.hours[hour].total
        try #require(inHour >= 364 && history.hours.reduce(0) { $0 + $1.total } == 365)
        // Each review comes a whole number of study days after the one before.
        try #require(history.days.values.reduce(0) { $0 + $1.predictions.reviews } == 362)
        let last = try #require(history.days[days[3]])
        let expected = FSRS6().retrievability(
          of: MemoryState(stability: 2.3065, difficulty: 5), elapsedDays: 3)
        try #require(abs(last.predictions.predicted - expected) < 1e-12, "\(hour):\(minute)")
      }
    }
  }

  @Test(arguments: zones) func `neither the zone of the reader nor the order of events matters`(
    zone: Zone
  ) throws {
    try withEvery(seed: 0..<8) { seed, random in
      let events = try Self.events(zone, minutes: random.number(below: 1440))
      let catalog = QuestionCatalog(banks: [Self.bank])
      func statistics(_ events: [Event], offset: Int) throws -> LearnerStatistics {
        // Noon in that zone and late in the evening in the other are one study day.
        let noon = try zone.instant(try #require(CalendarDate("2026-12-31")), minutes: 12 * 60)
        return LearnerStatistics(
          of: events, learner: LearnerState(replaying: events), catalog: catalog, blueprints: [],
          at: LocalTime(at: noon.at, offsetMinutes: noon.offsetMinutes + offset))
      }
      let here = try statistics(events, offset: 0)
      let twice = try statistics(random.shuffled(events + events), offset: 0)
      try #require(here == twice, "seed \(seed)")
      let elsewhere = try statistics(events, offset: 300)
      try #require(
        here.days == elsewhere.days && here.hours == elsewhere.hours && here.fit == elsewhere.fit
          && here.streak == elsewhere.streak && here.forecast == elsewhere.forecast,
        "seed \(seed)")
    }
  }
}
