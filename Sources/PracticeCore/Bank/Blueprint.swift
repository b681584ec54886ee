/// The recipe of an exam.
package struct Blueprint: Equatable, Identifiable, Sendable {
  /// The id by which commands and events name it.
  package let id: String
  /// The title, as candidates read it.
  package var title: String
  /// What it covers, what it doesn't, and who (not) set it.
  package var description: String?
  /// How many questions a form holds, the unscored ones included.
  package var questions: Int
  /// How many of them are not counted; drawn like the rest, not told apart.
  package var unscored: Int
  /// The time allowed, in minutes.
  package var minutes: Int
  /// How the share of scored marks is reported, and where passing begins.
  package var scale: ScoreScale
  /// How one response is marked.
  package var scoring: ScoringRule
  /// Where a candidate may go.
  package var navigation: ExamNavigation
  /// What happens to the time when the exam is left.
  package var clock: ExamClock
  /// The parts of the form, in order.
  package var sections: [BlueprintSection]

  /// Makes a blueprint.
  package init(
    id: String, title: String, description: String? = nil, questions: Int, unscored: Int = 0,
    minutes: Int, scale: ScoreScale, scoring: ScoringRule = .allOrNothing,
    navigation: ExamNavigation = .free, clock: ExamClock = .strict,
    sections: [BlueprintSection]
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.questions = questions
    self.unscored = unscored
    self.minutes = minutes
    self.scale = scale
    self.scoring = scoring
    self.navigation = navigation
    self.clock = clock
    self.sections = sections
  }
}

/// One part of a blueprint.
package struct BlueprintSection: Equatable, Sendable {
  /// The title, as the score report shows it.
  package var title: String
  /// The share of the form; only the ratio to the other sections counts.
  ///
  /// Positive.
  package var weight: Double
  /// Where questions are drawn from: `bank`, `bank/domain` or `bank/objective`.
  package var from: [String]

  /// Makes a section.
  package init(title: String, weight: Double, from: [String]) {
    self.title = title
    self.weight = weight
    self.from = from
  }
}

/// How a share of scored marks becomes a reported score.
package enum ScoreScale: Equatable, Sendable {
  /// In percent; `pass` is the percentage at which passing begins, 0 to 100.
  case percent(pass: Double)
  /// Piecewise linear: 0 maps to `from`, `cut` (a share, 0 to 1) to `pass`, 1 to `to`.
  case scaled(from: Int, to: Int, pass: Int, cut: Double)
}

/// How one response is marked.
package enum ScoringRule: String, CaseIterable, Sendable {
  /// Right or not.
  case allOrNothing = "all-or-nothing"
  /// Multiple response: max(0, right − wrong chosen) ÷ number of keys; other kinds right or not.
  case netCorrect = "net-correct"
}

/// Where a candidate may go in a form.
package enum ExamNavigation: String, CaseIterable, Sendable {
  /// Anywhere.
  case free
  /// Only on; what is left cannot be seen again.
  case forwardOnly = "forward-only"
}

/// What happens to the time when an exam is left.
package enum ExamClock: String, CaseIterable, Sendable {
  /// The deadline stands whatever happens.
  case strict
  /// The clock stops when the exam is left and goes on when it is resumed.
  case pausable
}
