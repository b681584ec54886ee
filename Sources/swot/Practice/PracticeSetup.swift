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

  /// Loads everything but the learner's progress.
  ///
  /// - Parameters:
  ///   - options: Where the data and the banks are.
  ///   - names: Banks by id or path; none for all.
  ///   - environment: The variables that tell where things are.
  /// - Throws: A ``CommandFailure``.
  init(
    _ options: CommonOptions, banks names: [String] = [], environment: Environment = .process
  ) throws {
    clock = try .named(environment["SWOT_CLOCK"])
    paths = try options.dataFolder().paths(environment)
    var library = try options.library()
    named = names.isEmpty ? [] : try library.banks(named: names).map(\.bank.id)
    catalog = QuestionCatalog(banks: library.banks.map(\.bank))
    blueprints = library.blueprints.map(\.blueprint)
    themes = ThemeLibrary(environment)
    appearanceFile = AppearanceFile(environment)
    var notices = library.problems
    var settings = AppearanceSettings()
    do {
      if let file = appearanceFile {
        let (read, diagnostics, _) = try file.read()
        settings = read
        notices += diagnostics.prefix(1).map {
          "\($0.location.file):\($0.location.line):\($0.location.column): \($0.message)"
        }
      }
    } catch {
      notices.append(error.description)
    }
    appearance = settings
    self.notices = notices.map { DisplayText.sanitized($0) }
  }

  /// Says on standard error what is wrong beside the matter.
  func reportNotices() throws(WriteFailure) {
    for notice in notices { try StandardStream.error.writeLine("swot: \(notice)") }
  }

  /// Reads the learner's state without changing anything.
  ///
  /// - Throws: ``ProgressError``.
  func readLearner() throws -> LearnerState { try ProgressFolder.read(paths).state }
}

extension ClockSettingProblem: CommandFailure {
  var status: ExitStatus { .usage }
}
