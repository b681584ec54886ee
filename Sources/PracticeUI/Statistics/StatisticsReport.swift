package import PracticeCore
package import TerminalUI

/// The statistics in words, numbers and charts: what the screen, the lines of `swot stats` and its
/// page show, each in its own way.
///
/// Texts may come from banks: whoever shows them makes them safe.
package struct StatisticsReport: Equatable, Sendable {
  /// A part with a heading.
  package struct Section: Equatable, Sendable {
    /// A short name without blanks.
    package var id: String
    /// The heading.
    package var title: String
    /// What it shows, from top to bottom.
    package var blocks: [Block]
  }

  /// A piece of a section.
  package enum Block: Equatable, Sendable {
    /// The heading of a part of the section.
    case heading(String)
    /// A paragraph.
    case text(String)
    /// Names with values.
    case facts([Fact])
    /// Shares as bars below each other.
    case bars(Bars)
    /// Amounts as columns beside each other.
    case columns(Columns)
    /// A curve.
    case curve(Curve)
    /// A calendar of a year.
    case calendar(Calendar)
    /// A table.
    case table(Table)
    /// Questions, each with something said of it.
    case questions([QuestionItem])
  }

  /// A name with a value.
  package struct Fact: Equatable, Sendable {
    /// The name.
    package var name: String
    /// The value.
    package var value: String
  }

  /// Shares as bars.
  package struct Bars: Equatable, Sendable {
    /// A bar.
    package struct Bar: Equatable, Sendable {
      /// What it stands for.
      package var label: String
      /// Its share, 0 to 1.
      package var share: Double
      /// What is written beside it.
      package var value: String
      /// How far it is set in: a part of the bar above.
      package var level = 0
    }

    /// What they show, in which unit, of how many.
    package var caption: String
    /// The bars.
    package var bars: [Bar]
  }

  /// Amounts as columns.
  package struct Columns: Equatable, Sendable {
    /// What they show, in which unit, of how many.
    package var caption: String
    /// The amounts.
    package var values: [Double]
    /// What each stands for, in short.
    package var labels: [String]
    /// What one of them is called: `day`, `hour`.
    package var unit: String
    /// How many amounts may be added up to one where there is little room; 1 for none.
    package var mostGrouped = 1
    /// For each amount one that is marked, such as a limit; empty for none.
    package var marks: [Double?] = []
    /// What the marks are; empty where there are none.
    package var markLabel = ""
  }

  /// A curve.
  package struct Curve: Equatable, Sendable {
    /// What it shows, in which unit, of how many.
    package var caption: String
    /// What it looks like.
    package var plot: CurvePlot
    /// What can be seen in it, point by point, for those who can't see it.
    package var points: [String]
    /// What the reference is; empty where there is none.
    package var referenceLabel = ""
  }

  /// Days of a year.
  package struct Calendar: Equatable, Sendable {
    /// What it shows, in which unit, of how many.
    package var caption: String
    /// The first day: a Monday.
    package var start: CalendarDate
    /// The amounts, day by day.
    package var values: [Int]
  }

  /// A table.
  package struct Table: Equatable, Sendable {
    /// What it shows, of how many.
    package var caption: String
    /// The names of the columns.
    package var header: [String]
    /// The cells.
    package var rows: [[String]]
    /// The columns, from 0, whose cells are numbers.
    package var numbers: Set<Int>
  }

  /// A question with something said of it.
  package struct QuestionItem: Equatable, Sendable {
    /// Its full name.
    package var name: String
    /// The beginning of its text.
    package var text: String
    /// What is to be said of it.
    package var remarks: [String]
  }

  /// The parts, in order.
  package var sections: [Section]

  /// Makes a report of such parts.
  init(sections: [Section]) { self.sections = sections }

  /// Puts the statistics into words.
  ///
  /// - Parameters:
  ///   - statistics: the numbers.
  ///   - catalog: the banks at hand.
  ///   - details: whether what only the curious ask for comes too.
  package init(_ statistics: LearnerStatistics, in catalog: QuestionCatalog, details: Bool) {
    let writer = StatisticsWriter(statistics: statistics, details: details, catalog: catalog)
    sections = [writer.overview]
    guard statistics.answers > 0 else {
      sections[0].blocks = [.text(StatisticsWording.nothing)]
      return
    }
    sections += [
      writer.readiness, writer.coming, writer.activity, writer.recall, writer.mastery,
      writer.predictions, writer.confidence, writer.traps, writer.slipping,
    ].compactMap { $0 }
    if details { sections += [writer.memories, writer.hours, writer.model].compactMap { $0 } }
  }
}
