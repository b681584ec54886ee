import PracticeCore
import PracticeUI

/// The statistics as one page of HTML.
struct StatisticsPage {
  private let report: StatisticsReport
  private let day: CalendarDate

  /// Makes the page of a report of the day `day`.
  init(_ report: StatisticsReport, on day: CalendarDate) {
    self.report = report
    self.day = day
  }

  /// The page.
  var page: HTMLPage {
    HTMLPage(title: "Statistics, \(day)") {
      Markup.element("header") {
        Markup.element("h1") { "Statistics" }
        Markup.element("p", ["class": "soft"]) { "Where you stand on \(day.description)" }
      }
      for section in report.sections {
        Markup.element("section", ["id": section.id]) {
          Markup.element("h2") { section.title }
          for (place, block) in section.blocks.enumerated() {
            markup(of: block, id: "\(section.id)-\(place)")
          }
        }
      }
    }
  }

  private func markup(of block: StatisticsReport.Block, id: String) -> Markup {
    switch block {
    case .heading(let text): Markup.element("h3") { text }
    case .text(let text): Markup.element("p") { text }
    case .facts(let facts): self.facts(facts)
    case .bars(let bars): chart(of: bars).figure(id: id)
    case .columns(let columns): chart(of: columns).figure(id: id)
    case .curve(let curve):
      CurveChart(
        title: curve.caption, description: curve.points.joined(separator: ". ") + ".",
        plot: curve.plot, referenceLabel: curve.referenceLabel
      ).drawing.figure(id: id)
    case .calendar(let calendar): chart(of: calendar).figure(id: id)
    case .table(let table): self.table(table)
    case .questions(let questions): list(questions)
    }
  }

  private func facts(_ facts: [StatisticsReport.Fact]) -> Markup {
    Markup.element("table", ["class": "facts"]) {
      Markup.element("tbody") {
        for fact in facts {
          Markup.element("tr") {
            Markup.element("th", ["scope": "row"]) { fact.name }
            Markup.element("td") { fact.value }
          }
        }
      }
    }
  }

  private func chart(of bars: StatisticsReport.Bars) -> Drawing {
    BarChart(
      title: bars.caption,
      description: bars.bars.map { "\($0.label): \($0.value)." }.joined(separator: " "),
      bars: bars.bars.map { bar in
        BarChart.Bar(
          label: String(repeating: "\u{2003}", count: bar.level) + bar.label, value: bar.value,
          share: bar.share, isReached: true)
      }, markLabel: ""
    ).drawing
  }

  private func chart(of columns: StatisticsReport.Columns) -> Drawing {
    let most = columns.values.indices.max { columns.values[$0] < columns.values[$1] }
    let told = most.map { place in
      "The most are \(Int(columns.values[place])), at "
        + "\(columns.labels.indices.contains(place) ? columns.labels[place] : "\(place + 1)")."
    }
    let mark = columns.markLabel.isEmpty ? "" : " The line is \(columns.markLabel)."
    return AmountChart(
      title: columns.caption, description: (told ?? "") + mark, values: columns.values,
      labels: columns.labels, marks: columns.marks, markLabel: columns.markLabel
    ).drawing
  }

  private func chart(of calendar: StatisticsReport.Calendar) -> Drawing {
    let most = calendar.values.indices.max { calendar.values[$0] < calendar.values[$1] }
    return CalendarChart(
      title: calendar.caption,
      description: most.map { place in
        "The busiest day was \(calendar.start.advanced(byDays: place).description), with "
          + "\(calendar.values[place])."
      } ?? "", start: calendar.start, values: calendar.values
    ).drawing
  }

  private func table(_ table: StatisticsReport.Table) -> Markup {
    Markup.element("div") {
      Markup.element("p", ["class": "soft"]) { table.caption }
      // In a narrow window it can be scrolled, by keys too.
      Markup.element(
        "div", ["class": "scroll", "role": "group", "tabindex": "0", "aria-label": table.caption]
      ) {
        Markup.element("table") {
          Markup.element("thead") {
            Markup.element("tr") {
              for (column, title) in table.header.enumerated() {
                Markup.element(
                  "th", ["scope": "col", "class": table.numbers.contains(column) ? "number" : nil]
                ) { title }
              }
            }
          }
          Markup.element("tbody") {
            for row in table.rows { self.row(row, numbers: table.numbers) }
          }
        }
      }
    }
  }

  private func row(_ cells: [String], numbers: Set<Int>) -> Markup {
    Markup.element("tr") {
      for (column, cell) in cells.enumerated() {
        Markup.element("td", ["class": numbers.contains(column) ? "number" : nil]) { cell }
      }
    }
  }

  private func list(_ questions: [StatisticsReport.QuestionItem]) -> Markup {
    Markup.element("ul") {
      for question in questions {
        Markup.element("li") {
          Markup.element("p") {
            Markup.element("strong") { question.name }
            " \(question.text)"
          }
          for remark in question.remarks { Markup.element("p") { remark } }
        }
      }
    }
  }
}
