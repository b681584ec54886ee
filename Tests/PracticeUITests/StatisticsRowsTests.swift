import TerminalUI
import Testing

@testable import PracticeCore
@testable import PracticeUI

@Suite struct StatisticsRowsTests {
  private static func rows(
    _ blocks: [StatisticsReport.Block], columns: Int = 79
  ) -> [String] {
    let report = StatisticsReport(sections: [.init(id: "part", title: "Part", blocks: blocks)])
    return StatisticsRows(report, columns: columns, symbols: .unicode).rows.map(\.text)
  }

  /// The months above a year of weeks that begins on `day`, a Monday.
  private static func months(from day: String) throws -> String {
    let start = try #require(CalendarDate(day))
    let rows = Self.rows([
      .calendar(.init(caption: "Answers", start: start, values: Array(repeating: 1, count: 365)))
    ])
    return try #require(rows.first { $0.contains("Mar") })
  }

  @Test func `a year begins with its first month only where the next one has room`() throws {
    // December begins one week after, two weeks after, and four weeks after.
    #expect(try Self.months(from: "2025-11-24").hasPrefix("      Dec  Jan Feb"))
    #expect(try Self.months(from: "2025-11-17").hasPrefix("       Dec"))
    #expect(try Self.months(from: "2025-11-03").hasPrefix("     Nov Dec"))
    for week in 0..<60 {
      let start = try #require(CalendarDate("2025-11-03")).advanced(byDays: 7 * week)
      let names = try Self.months(from: start.description).split(separator: " ")
      let months = "JanFebMarAprMayJunJulAugSepOctNovDec"
      #expect(
        (months + months).contains(names.joined()), "no month is missing between two: \(names)")
    }
  }

  @Test func `values stand below each other, and each exam is set off`() {
    let rows = Self.rows([
      .heading("First exam"), .facts([.init(name: "Sat 12 Dec", value: "80 %")]),
      .heading("Second exam"), .facts([.init(name: "Today", value: "70 %")]),
      .text("What both mean."),
    ])
    #expect(
      rows == [
        " Part", " First exam", " Sat 12 Dec  80 %", "", " Second exam", " Today       70 %", "",
        " What both mean.",
      ])
  }

  @Test func `a name that goes on below stays as far in as it began`() {
    let bars = StatisticsReport.Bars(
      caption: "Shares",
      bars: [
        .init(
          label: "Permissions: least privilege, conditions and guardrails", share: 0.5,
          value: "50 %", level: 1)
      ])
    #expect(
      Self.rows([.bars(bars)], columns: 40).suffix(3) == [
        "  Permissions: least privilege,", "  conditions and guardrails",
        "  ▰▰▰▰▰▱▱▱▱▱  50 %",
      ])
  }

  @Test func `of many mock exams the last are shown, and that is said`() throws {
    func caption(_ count: Int) throws -> String {
      let events =
        StatisticsScreenTests.history
        + (0..<count).flatMap { number in
          SatExam(.init(attempt: "more-\(number)", day: number - 30)).events
        }
      let catalog = QuestionCatalog(banks: Library.banks)
      let statistics = LearnerStatistics(
        of: events, learner: LearnerState(replaying: events), catalog: catalog,
        blueprints: [SatExam.blueprint()], at: ScreenRunner.morning)
      let report = StatisticsReport(statistics, in: catalog, details: false)
      let tables = report.sections.flatMap(\.blocks).compactMap { block in
        if case .table(let table) = block { table } else { nil }
      }
      let table = try #require(tables.first { $0.caption.hasPrefix("What was forecast") })
      #expect(table.rows.count == min(12, count + 2))
      return table.caption
    }
    #expect(try caption(0).hasSuffix("came of it; 2 exams"))
    #expect(try caption(10).hasSuffix("came of it; 12 exams"))
    #expect(try caption(13).hasSuffix("came of it; the last 12 of 15 exams"))
  }

  @Test func `forecasts that were too sure are doubted where they stand`() throws {
    let attempt = try #require(AttemptID("a"))
    let forecast = MockForecast(
      probability: 0.9, interval: 0.8...0.95, share: 0.8, shares: 0.7...0.9, questions: 100,
      answered: 100)
    let scale = ScoreScale.percent(pass: 70)
    func record(failed: Int) -> ForecastRecord {
      ForecastRecord(
        (0..<5).map { number in
          var exam = ReviewHistory.ForecastExam(
            start: ExamStart(
              attempt: attempt, exam: "mock", title: "Mock", seed: 1, questions: 1, allowed: 1,
              terms: ExamTerms(), isPausable: false,
              end: ClockReading(wallOnly: ScreenRunner.morning.at), paper: "00"),
            startedAt: ScreenRunner.morning)
          exam.forecast = forecast
          exam.outcome = ExamOutcome(
            attempt: attempt, reason: .ended, spent: 1,
            score: ExamScore(
              sections: [], right: 1, questions: 1, marks: .none, isPassed: number >= failed,
              scaled: 70),
            scale: scale, new: .init(), seenBefore: .init())
          return exam
        })
    }
    let likely = "90 % likely to reach 70 % in this mock (80–95)"
    #expect(StatisticsWording.likely(forecast, scale: scale, after: record(failed: 1)) == likely)
    #expect(
      StatisticsWording.likely(forecast, scale: scale, after: record(failed: 4))
        == likely + "; don't rely on it: earlier forecasts were too sure")
    // (0.1² + 4 × 0.9²) ÷ 5, and (4 × 0.1² + 0.9²) ÷ 5.
    #expect(
      StatisticsWording.judgement(of: record(failed: 4))
        == "Brier score 0.650 over 5 forecasts: 0 is perfect, 0.25 what always saying one half gives. "
        + "Mocks came out further from these forecasts than the forecasts say: don't rely on them.")
    #expect(
      StatisticsWording.judgement(of: record(failed: 1))
        == "Brier score 0.170 over 5 forecasts: 0 is perfect, 0.25 what always saying one half gives."
    )
  }
}
