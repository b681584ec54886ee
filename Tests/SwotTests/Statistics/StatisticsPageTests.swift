import PracticeCore
import PracticeUI
import TestSupport
import Testing

@testable import swot

@Suite struct StatisticsPageTests {
  @Test func `a page shows every section, its charts and its tables`() throws {
    let page = try StrictPage(try StatisticsFixture().page.bytes)
    for text in [
      "Overview", "Readiness", "Mock exam (your exam)", "likely to reach 720 in this mock",
      "Brier score", "Coming days", "your limit of 5 a day", "A year of study",
      "Remembered over time", "Mastery", "Objective 3", "Predicted and real",
      "Certain, unsure, guess", "Wrong though you were certain", "Wrong answers that catch you",
      "Choice 2 of", "But: Why 2", "What keeps slipping",
      "A fuller square is a busier day", "taken for it", "Stability and difficulty", "Time of day",
      "Memory model", "Log loss",
    ] {
      #expect(page.text.contains(text), "\(text)")
    }
    // Two of coming days, a calendar, two curves, mastery, confidence, two of memory, hours.
    #expect(page.all("svg").count == 10)
    #expect(page.all("desc").count == 10)
  }

  @Test func `whatever the texts of a bank are, the page stays a page`() throws {
    try withEvery(seed: 0..<8) { seed, random in
      let fixture = try StatisticsFixture(seed: seed) { _ in HostileText.make(&random) }
      let page = try StrictPage(fixture.page.bytes)
      try #require(page.all("section").count > 8, "seed \(seed)")
    }
  }

  @Test(.needs(.browser)) func `the page is sound in a browser, on paper and in the dark`() throws {
    let page = try PageInspection(
      try StatisticsFixture().page.bytes, counting: ["section", "svg", "table"])
    #expect(page.problems == [])
    #expect(page.counts["svg"] == 10)
    #expect(page.text.contains("likely to reach 720 in this mock"))
  }

  @Test func `a page of a learner without answers says so`() throws {
    let statistics = LearnerStatistics(
      of: [], learner: LearnerState(), catalog: QuestionCatalog(banks: []), blueprints: [],
      at: try StatisticsFixture().time)
    let page = try StrictPage(
      StatisticsPage(
        .init(statistics, in: QuestionCatalog(banks: []), details: true),
        on: statistics.time.studyDay
      ).page.bytes)
    #expect(page.text.contains("Nothing has been answered yet."))
    #expect(page.all("svg").isEmpty)
  }
}
