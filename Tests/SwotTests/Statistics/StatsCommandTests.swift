import TerminalUI
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct StatsCommandTests {
  /// What `swot stats --format json` prints, as far as programs rely on it.
  private struct Document: Decodable {
    struct Bank: Decodable {
      var id: String
      var due, new, seen, questions: Int
      var recall: Double?
    }
    struct Share: Decodable {
      var count, total: Int
      var share: Double?
      var low, high: Double
    }
    struct Calibration: Decodable {
      struct Wrong: Decodable {
        var question: String
        var times: Int
      }
      var certain, unsure, guess: Share
      var confidently_wrong: [Wrong]
    }
    struct Forecast: Decodable {
      var days: [Int]
      var overdue, later, new: Int
      var limit: Int?
    }
    struct Readiness: Decodable {
      struct Today: Decodable {
        var enough_data: Bool
        var probability, low, high: Double
        var answered, questions: Int
      }
      var exam: String
      var pass: Int
      var today: Today
    }
    struct Day: Decodable {
      var day: String
      var answers, right, milliseconds, reviews: Int
    }
    var answers, right: Int
    var banks: [Bank]
    var forecast: Forecast
    var calibration: Calibration
    var readiness: [Readiness]
    var days: [Day]
  }

  /// A learner who was certain and wrong once, certain and right once, and guessed once.
  private func withLearner(_ body: (String, [String]) throws -> Void) throws {
    try withTemporaryFolder { home in
      let bank =
        try PlainBank.write(to: home) + PlainBank.writeExam(to: home)
      let session = try Program.run(
        ["quiz", "--plain", "--seed", "1"] + bank, input: "2 :c\n1 :c\n1 :g\n:q\n", home: home)
      #expect(session.status == 0, "\(session.errors)")
      try body(home, bank)
    }
  }

  @Test func `JSON says what was answered, with what confidence, and what is to come`() throws {
    try withLearner { home, bank in
      let run = try Program.run(["stats", "--format", "json"] + bank, home: home)
      #expect(run.status == 0 && run.errors == "")
      let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
      #expect(document.answers == 3 && document.right == 2)
      #expect(document.banks.map(\.id) == ["plain"] && document.banks[0].seen == 3)
      #expect(document.calibration.certain.count == 1 && document.calibration.certain.total == 2)
      #expect(document.calibration.guess.total == 1 && document.calibration.unsure.share == nil)
      #expect(document.calibration.confidently_wrong.map(\.times) == [1])
      #expect(document.forecast.days.count == 90)
      #expect(
        document.forecast.days.reduce(0, +) + document.forecast.later == 3 - document.forecast.new)
      #expect(document.days.map(\.answers) == [3] && document.days[0].reviews == 0)
      let exam = try #require(document.readiness.first)
      #expect(exam.exam == "plain-exam" && exam.pass == 700 && exam.today.answered == 3)
      #expect((exam.today.low...exam.today.high).contains(exam.today.probability))
    }
  }

  @Test func `lines say the same to people, in ASCII where the locale has no more`() throws {
    try withLearner { home, bank in
      let run = try Program.run(["stats"] + bank, home: home)
      #expect(run.status == 0)
      for text in [
        "Answers: 3, 2 right (67 %)", "Overview", "Coming days", "A year of study",
        "Wrong though you were certain: 1 question", "certain", "50 % (9–91) of 2",
      ] {
        #expect(run.output.contains(text), "\(text)\n\(run.output)")
      }
      #expect(!run.output.contains("Memory model"))
      #expect(run.lines.allSatisfy { $0.unicodeScalars.count < 80 && $0.last != " " })
      let plain = try Program.run(
        ["stats", "--details"] + bank, home: home, environment: ["LC_ALL": "C"])
      #expect(plain.output.contains("Memory model"))
      #expect(plain.output.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test(arguments: [("C.UTF-8", 40), ("C", 40), ("C.UTF-8", 30)])
  func `lines are no wider than a narrow terminal`(locale: String, columns: Int) throws {
    try withLearner { home, bank in
      let terminal = try Terminal(
        ["stats", "--details"] + bank, home: home, size: Size(columns: columns, rows: 12),
        environment: ["LC_ALL": locale])
      #expect(terminal.status() == 0)
      let lines = String(decoding: terminal.received, as: UTF8.self).split(
        separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.contains("  Due  New  Seen  Remembered"), "\(lines)")
      #expect(lines.contains { $0.hasPrefix("Memory model") })
      for line in lines { #expect(ColumnWidth.of(String(line)) <= columns, "\(line)") }
    }
  }

  @Test func `a page is written whole, and in the place of none`() throws {
    try withLearner { home, bank in
      let path = home + "/statistics.html"
      let arguments = ["stats", "--format", "html", "--output", path] + bank
      let run = try Program.run(arguments, home: home)
      #expect(run.status == 0 && run.output == "" && run.errors.contains("wrote '\(path)'"))
      let page = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<svg"))
      let again = try Program.run(arguments, home: home)
      #expect(again.status == 73 && again.errors.contains("is there already"))
      #expect(try Program.run(arguments + ["--force"], home: home).status == 0)
      #expect(try Program.run(["stats", "--force"] + bank, home: home).status == 64)
    }
  }

  @Test func `who has answered nothing is told so`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let run = try Program.run(["stats"] + bank, home: home)
      #expect(run.status == 0 && run.output.contains("Nothing has been answered yet."))
      #expect(try Program.run(["stats", "--format", "html"] + bank, home: home).status == 0)
    }
  }
}
