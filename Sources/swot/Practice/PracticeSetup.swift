import NcursesTerminal
import PracticeCore
import PracticeUI
import ProgressStore
import QuestionBankFormat
import TerminalUI

/// What a learner practises with: banks, clock, settings and the place of their data.
struct PracticeSetup {
  /// The banks at hand.
  let catalog: QuestionCatalog
  /// The exams at hand.
  let blueprints: [Blueprint]
  /// The ids of the banks that the command named.
  let named: [String]
  /// The exam that the command named; nil where it named none.
  let exam: Blueprint?
  /// What was handed out, where that is the exam; nil for exams of the banks at hand.
  let handedOut: ExamPack?
  /// What opens their questions in the author's editor.
  let editing: QuestionEditing
  /// What time it is.
  let clock: Clock
  /// The settings of appearance.
  let appearance: AppearanceSettings
  /// Where they are kept; nil without a home folder.
  let appearanceFile: AppearanceFile?
  /// The themes at hand.
  let themes: ThemeLibrary
  /// Where the learner's data stand.
  let paths: ProgressPaths
  /// What is wrong with the learner's own banks and settings, a line each.
  let notices: [String]

  /// The learner's data, where they were opened while the banks were read.
  let openedAhead: Result<OpenedProgress, ProgressError>?

  /// When a command is sure to open the learner's data.
  enum Opening {
    /// Not before it has looked at the banks.
    case notYet
    /// Where the terminal can show screens.
    case forScreens
    /// In any case.
    case always
  }

  /// Loads everything, the learner's progress only where that is sure to be opened.
  ///
  /// - Parameters:
  ///   - options: Where the data and the banks are.
  ///   - names: Banks by id or path; none for all.
  ///   - exam: An exam by id or path; nil for none.
  ///   - handedOut: An exam that was handed out, in its place; where everybody draws a form, its
  ///     banks are the only ones.
  ///   - opening: When the learner's data will be opened. What takes no waiting is done while other
  ///     threads read banks; but a folder is made only once the banks are known to be good.
  ///   - environment: The variables that tell where things are.
  /// - Throws: A ``CommandFailure``.
  init(
    _ options: CommonOptions, banks names: [String] = [], exam: String? = nil,
    handedOut: ExamPack? = nil, opening: Opening = .notYet, environment: Environment = .process
  ) throws {
    clock = try .named(environment["SWOT_CLOCK"])
    paths = try options.dataFolder().paths(environment)
    let paths = paths
    let appearanceFile = AppearanceFile(environment)
    var themes: ThemeLibrary?
    var settings = (values: AppearanceSettings(), notices: [String]())
    var opened: Result<OpenedProgress, ProgressError>?
    var library = try options.library {
      settings = Self.settings(in: appearanceFile)
      themes = ThemeLibrary(environment)
      if opening != .notYet { themes?.prepare(settings.values.theme) }
      if Self.isSure(opening, settings.values), FileSystemItem(at: paths.journals) == .folder {
        var random = SystemRandomNumberGenerator()
        opened = Result { () throws(ProgressError) in
          try ProgressFolder.open(paths, random: &random)
        }
      }
    }
    named = names.isEmpty ? [] : try library.banks(named: names).map(\.bank.id)
    self.exam =
      try handedOut?.blueprint ?? exam.map { try library.blueprint(named: $0).blueprint }
    self.handedOut = handedOut
    let packed = handedOut.flatMap { $0.form == nil ? $0.banks : nil }
    catalog = QuestionCatalog(banks: packed ?? library.banks.map(\.bank))
    editing = QuestionEditing(
      packed == nil ? library.banks : [], clock: clock, environment: environment)
    blueprints = library.blueprints.map(\.blueprint)
    self.themes = themes ?? ThemeLibrary(environment)
    self.appearanceFile = appearanceFile
    appearance = settings.values
    notices = (library.problems + settings.notices).map { DisplayText.sanitized($0) }
    openedAhead = opened
  }

  private static func isSure(_ opening: Opening, _ appearance: AppearanceSettings) -> Bool {
    switch opening {
    case .notYet: false
    case .forScreens: !appearance.plain && TerminalReport().obstacle == nil
    case .always: true
    }
  }

  /// The settings of appearance, and what is wrong with them.
  private static func settings(
    in file: AppearanceFile?
  ) -> (values: AppearanceSettings, notices: [String]) {
    guard let file else { return (AppearanceSettings(), []) }
    do {
      let (settings, diagnostics, _) = try file.read()
      return (
        settings,
        diagnostics.prefix(1).map {
          "\($0.location.file):\($0.location.line):\($0.location.column): \($0.message)"
        }
      )
    } catch {
      return (AppearanceSettings(), [error.description])
    }
  }

  /// Says on standard error what is wrong beside the matter.
  func reportNotices() throws(WriteFailure) {
    for notice in notices { try StandardStream.error.writeLine("swot: \(notice)") }
  }

  /// Reads the learner's state.
  ///
  /// Nothing is changed, unless the time of an exam ran out while nobody was there: its end is
  /// written first, where that can be.
  ///
  /// - Throws: ``ProgressError``.
  func readLearner() throws -> LearnerState {
    let learner = try ProgressFolder.read(paths).state
    let now = clock.reading
    guard learner.openAttempts.contains(where: { $0.isOverdue(at: now) }),
      let open = try? OpenPractice(self)
    else { return learner }
    try? open.close(open.learner)
    return open.learner
  }
}

extension ClockSettingProblem: CommandFailure {
  var status: ExitStatus { .usage }
}
