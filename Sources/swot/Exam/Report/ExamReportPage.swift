import PracticeCore

/// A report as one page of HTML.
struct ExamReportPage {
  private let report: ExamReport

  /// Makes the page of a report.
  init(_ report: ExamReport) { self.report = report }

  /// The page.
  var page: HTMLPage {
    let start = report.exam.start
    let day = report.exam.finishedAt.calendarDay
    return HTMLPage(title: "\(start.title), \(day)") {
      head
      ExamReportCharts(report).score.figure(id: "score")
      sections
      studyNext
      times
      trend
      Markup.element("h2", ["class": "newpage"]) { "Questions" }
      missed
      for question in report.questions { ReportedQuestionMarkup(question).article }
    }
  }

  private var head: Markup {
    let outcome = report.exam.outcome
    let score = outcome.score
    return Markup.element("header") {
      Markup.element("h1") { report.exam.start.title }
      Markup.element("p", ["class": "soft"]) { "Report of a mock exam" }
      Markup.element("p", ["class": "verdict"]) {
        Markup.element("strong", ["class": score.isPassed ? "right" : "wrong"]) {
          (score.isPassed ? "✓ " : "✗ ") + ExamReportWording.verdict(score)
        }
        ExamReportWording.score(score.scaled, on: outcome.scale)
      }
      Markup.element("p") {
        ExamReportWording.scale(outcome.scale) + " " + ExamReportWording.caution(outcome.scale)
      }
      Markup.element("table", ["class": "facts"]) {
        Markup.element("tbody") {
          for fact in report.facts {
            Markup.element("tr") {
              Markup.element("th", ["scope": "row"]) { fact.name }
              Markup.element("td") { fact.value }
            }
          }
        }
      }
      if !report.marksAgree { Markup.element("p") { ExamReportWording.otherMarks } }
    }
  }

  private var sections: Markup {
    let sections = report.exam.outcome.score.sections
    guard !sections.isEmpty else { return Markup() }
    return Markup.element("section") {
      Markup.element("h2") { "Sections" }
      ExamReportCharts(report).sections.figure(id: "sections")
      table(["Section", "Right", "Share", "Standard"], numbers: [1, 2]) {
        for section in sections {
          row(
            [
              section.title, "\(section.right) of \(section.questions)",
              ExamReportWording.percent(section.share), ExamReportWording.standard(section),
            ], numbers: [1, 2])
        }
      }
    }
  }

  @MarkupBuilder private var studyNext: Markup {
    if !report.objectives.isEmpty {
      Markup.element("section") {
        Markup.element("h2") { "Study next" }
        Markup.element("ol") {
          for objective in report.objectives {
            Markup.element("li") { ExamReport.text(objective) }
          }
        }
      }
    }
  }

  @MarkupBuilder private var times: Markup {
    if !report.questions.isEmpty {
      Markup.element("section") {
        Markup.element("h2") { "Time" }
        ExamReportCharts(report).times.figure(id: "times")
        if !report.slowest.isEmpty {
          Markup.element("p") {
            "Slowest: "
            for (index, number) in report.slowest.enumerated() {
              if index > 0 { ", " }
              Self.jump(number)
              " ("
              ClockText.length(milliseconds: report.questions[number - 1].sheet.milliseconds)
              ")"
            }
            "."
          }
        }
      }
    }
  }

  @MarkupBuilder private var trend: Markup {
    if report.attempts.count > 1 {
      Markup.element("section") {
        Markup.element("h2") { "Attempts so far" }
        if report.comparableAttempts.count > 1 {
          ExamReportCharts(report).trend.figure(id: "trend")
        }
        table(["Date", "Score", "Verdict"], numbers: [1]) {
          for attempt in report.attempts {
            row(
              [
                attempt.finishedAt.calendarDay.description,
                ExamReportWording.score(attempt.score.scaled, on: attempt.scale),
                ExamReportWording.verdict(attempt.score),
              ], numbers: [1])
          }
        }
      }
    }
  }

  private var missed: Markup {
    Markup.element("div") {
      for (verdict, numbers) in report.missed {
        Markup.element("p") {
          "\(ExamReportWording.verdict(verdict)): "
          for (index, number) in numbers.enumerated() {
            if index > 0 { ", " }
            Self.jump(number)
          }
          "."
        }
      }
    }
  }

  /// A link to a question of this page.
  private static func jump(_ number: Int) -> Markup {
    Markup.element("a", ["href": "#question-\(number)"]) { "\(number)" }
  }

  private func table(
    _ header: [String], numbers: Set<Int>, @MarkupBuilder rows: () -> Markup
  ) -> Markup {
    Markup.element("table") {
      Markup.element("thead") {
        Markup.element("tr") {
          for (column, title) in header.enumerated() {
            Markup.element(
              "th", ["scope": "col", "class": numbers.contains(column) ? "number" : nil]
            ) { title }
          }
        }
      }
      Markup.element("tbody", content: rows)
    }
  }

  private func row(_ cells: [String], numbers: Set<Int>) -> Markup {
    Markup.element("tr") {
      for (column, cell) in cells.enumerated() {
        Markup.element("td", ["class": numbers.contains(column) ? "number" : nil]) { cell }
      }
    }
  }
}
