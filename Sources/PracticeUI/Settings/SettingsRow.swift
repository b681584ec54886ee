/// One of the settings.
enum SettingsRow: Hashable, Sendable {
  /// New questions a day.
  case newPerDay
  /// Reviews a day at most.
  case reviewsPerDay
  /// How much is to be remembered.
  case retention
  /// What is studied for.
  case exam
  /// When that is.
  case date
  /// Answers a day at most until then.
  case dailyLimit
  /// Weekdays without study.
  case weekdaysOff
  /// Whether a form is held back for a last mock.
  case lastMock
  /// Whether a bank is studied, by its place in the catalog.
  case subject(Int)
  /// Which memory model decides when questions come back.
  case model
  /// Fitting it to the learner's answers.
  case fit
  /// The theme.
  case theme
  /// Which signs are drawn.
  case symbols
  /// Whether the mouse is on.
  case mouse
  /// Whether plain lines are the default.
  case plain

  /// The groups of settings with their titles, from top to bottom.
  static func groups(banks: Int) -> [(title: String, rows: [SettingsRow])] {
    [
      (
        SettingsWording.study,
        [
          .newPerDay, .reviewsPerDay, .retention, .exam, .date, .dailyLimit, .weekdaysOff,
          .lastMock,
        ]
      ),
      (SettingsWording.subjects, (0..<banks).map(SettingsRow.subject)),
      (SettingsWording.memory, [.model, .fit]),
      (SettingsWording.appearance, [.theme, .symbols, .mouse, .plain]),
    ].filter { !$0.rows.isEmpty }
  }

  /// How a value is given to it.
  enum Kind: Equatable, Sendable {
    /// It is typed, or stepped through.
    case typed
    /// It is the next of some values.
    case chosen
    /// It is on or off.
    case switched
    /// It is no value but something to be done.
    case done
  }

  /// How a value is given to it.
  var kind: Kind {
    switch self {
    case .newPerDay, .reviewsPerDay, .retention, .date, .dailyLimit, .weekdaysOff: .typed
    case .exam, .model, .theme, .symbols: .chosen
    case .fit: .done
    case .subject, .lastMock, .mouse, .plain: .switched
    }
  }
}
