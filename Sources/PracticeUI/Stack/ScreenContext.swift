import PracticeCore
import TerminalUI

/// What every screen can look at, and none changes by itself.
struct ScreenContext: Equatable, Sendable {
  /// The banks at hand.
  private(set) var catalog: QuestionCatalog
  /// How often ``catalog`` has changed.
  private(set) var catalogVersion = 0
  /// The exams at hand.
  let blueprints: [Blueprint]
  /// What is known of the learner.
  var learner: LearnerState
  /// How often ``learner`` has changed: what was computed from it is good as long as this stays.
  var learnerVersion = 0
  /// The settings of appearance.
  var appearance: AppearanceSettings
  /// The signs that the terminal can show.
  let terminalSymbols: Symbols
  /// The names of the themes at hand.
  let themes: [String]
  /// The size of the screen.
  var size: Size
  /// The time of the last message.
  var time: LocalTime
  /// The same moment on the machine's clocks.
  var clock: ClockReading
  /// A number that is drawn anew for each message: where a screen starts what it shuffles.
  var seed: UInt64

  /// What is expected of the plan towards the exam; nil where there is none, or as long as it is
  /// being computed for another goal.
  var outlook: ExamOutlook?
  /// The statistics that were computed last; nil while there are none.
  var statistics: LearnerStatistics?
  /// What they belong to.
  var statisticsKey: StatisticsRequest.Key?
  /// What statistics were asked for last.
  var askedStatistics: StatisticsRequest.Key?

  /// What stands above the footer until the next key; nil for nothing.
  var remark: Remark?
  /// Why the newest events are not on disk yet; nil where they are.
  var savingProblem: String?
  /// The field that the topmost screen is being typed into.
  var entry: TextEntry?

  /// Something that stands above the footer.
  enum Remark: Equatable, Sendable {
    /// Something said.
    case notice(String)
    /// Something asked.
    case question(Confirmation)
  }

  /// The signs to draw with.
  var symbols: Symbols {
    switch appearance.symbols {
    case .auto: terminalSymbols
    case .unicode: .unicode
    case .ascii: .ascii
    }
  }

  /// Whether the screen is so small that only a request for more room is shown.
  var isTooSmall: Bool {
    size.columns < ScreenLayout.minimum.columns || size.rows < ScreenLayout.minimum.rows
  }

  /// How the screen is divided now.
  var stage: Stage { Stage(in: self) }

  /// Puts a bank in the place of the one with the id `was`.
  mutating func replaceBank(_ was: String, by bank: QuestionBank) {
    catalog = QuestionCatalog(banks: catalog.banks.map { $0.id == was ? bank : $0 })
    catalogVersion += 1
    // What was computed of the learner was computed with the catalog.
    learnerVersion += 1
  }

  /// The study day.
  var day: CalendarDate { time.studyDay }

  /// The banks that are studied.
  var subjects: [QuestionBank] {
    catalog.banks.filter { learner.settings.includes(bank: $0.id) }
  }
}

extension ScreenContext {
  /// The last mock, for which a form is held back; nil where none is, or its exam is not at hand.
  var lastMock: ExamRequest? {
    guard let form = learner.heldBack(on: day),
      let exam = blueprints.first(where: { $0.id == form.exam })
    else { return nil }
    return ExamRequest(lastMock: form, by: exam)
  }
}
