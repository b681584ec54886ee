import PracticeCore
import PracticeUI
import TerminalUI
import TestSupport
import Testing

/// A way to a screen: how the program starts, and which keys follow.
struct Scene: CustomTestStringConvertible, Sendable {
  let name: String
  var start = StartScreen.home
  var history = Fixtures.settled
  var banks = [Fixtures.bank]
  /// Exams that were read before the first key.
  var news: [ExamNews] = []
  var blueprints = [Fixtures.exam]
  var keys = ""
  var problem: String?
  /// What came of a fit of the memory model after the keys.
  var fits: [FitNews] = []
  /// What passes after the keys, in milliseconds.
  var wait: Int64 = 0
  /// Who has every exam open from then on.
  var holder: ExamHolder?
  /// The keys after that.
  var later = ""
  /// The statistics of this history, where they were computed before.
  var statistics: LearnerStatistics?

  var testDescription: String { name }

  /// The sizes in which every scene is approved.
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 120, rows: 40),
  ]

  /// Runs it in a size and a character set.
  func run(_ size: Size, _ charset: Charset = .unicode) -> ScreenRunner {
    var runner = ScreenRunner(
      start, banks: banks, blueprints: blueprints, history: history, size: size, charset: charset)
    runner.problem = problem
    runner.statistics = statistics
    for exam in news { runner.send(.exam(exam)) }
    runner.press(keys)
    for news in fits { runner.send(.fit(news)) }
    runner.tick(milliseconds: wait)
    runner.desk.holder = holder
    runner.press(later)
    return runner
  }

  /// Compares what it shows in every size and both character sets with the golden files of a test.
  func expectSnapshots(
    filePath: StaticString = #filePath, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for size in Scene.sizes {
      for charset in [Charset.unicode, .ascii] {
        let frame = run(size, charset).state.view()
        let cursor = frame.cursor.map { "row \($0.row), column \($0.column)" } ?? "hidden"
        let suffix = charset == .ascii ? ".ascii" : ""
        expectSnapshot(
          frame.buffer.description + "cursor: \(cursor)\n",
          named: "\(name).\(size.columns)x\(size.rows)\(suffix)", filePath: filePath,
          sourceLocation: sourceLocation)
        if charset == .ascii {
          #expect(
            frame.buffer.cells.allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x7F } },
            sourceLocation: sourceLocation)
        }
      }
    }
  }
}

extension ScreenRunner {
  /// Clicks on the first place on the screen where the text stands.
  mutating func click(_ text: String) {
    for (row, line) in screen.enumerated() {
      for column in line.indices where line[column...].hasPrefix(text) {
        let position = Position(
          column: ColumnWidth.of(String(line[..<column])), row: row)
        send(.input(.mouse(MouseEvent(.press(.left), at: position))))
        return
      }
    }
  }
}
