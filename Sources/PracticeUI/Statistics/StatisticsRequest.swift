package import PracticeCore

/// What statistics are computed from, beside the events that the journals hold.
package struct StatisticsRequest: Equatable, Sendable {
  /// What they belong to: they are good as long as it stays.
  package struct Key: Equatable, Sendable {
    /// How often the learner's state has changed.
    var learnerVersion: Int
    /// The study day.
    var day: CalendarDate

    /// Takes the key of a moment.
    init(_ context: ScreenContext) {
      learnerVersion = context.learnerVersion
      day = context.day
    }
  }

  /// What they belong to.
  package let key: Key
  /// What is known of the learner.
  package let learner: LearnerState
  /// The banks at hand.
  package let catalog: QuestionCatalog
  /// The exams at hand.
  package let blueprints: [Blueprint]
  /// Now.
  package let time: LocalTime

  /// Asks for the statistics of a moment.
  init(_ context: ScreenContext) {
    key = Key(context)
    learner = context.learner
    catalog = context.catalog
    blueprints = context.blueprints
    time = context.time
  }

  /// Computes them.
  ///
  /// - Parameter events: all events, in any order.
  /// - Returns: the statistics.
  package func statistics(of events: consuming [Event]) -> LearnerStatistics {
    LearnerStatistics(
      of: events, learner: learner, catalog: catalog, blueprints: blueprints, at: time)
  }
}

/// A screen's wish for statistics: it asks when it is seen and they are not there.
struct StatisticsWish: Equatable, Sendable {
  /// The moment at which the screen was seen last.
  private var seen: StatisticsRequest.Key?

  /// Takes in that the screen is seen.
  mutating func see(in context: ScreenContext) { seen = StatisticsRequest.Key(context) }

  /// Whether there is something to ask for, and the screen is the one that is seen.
  func isOpen(in context: ScreenContext) -> Bool {
    let key = StatisticsRequest.Key(context)
    return seen == key && context.askedStatistics != key
  }

  /// Asks, where there is something to ask for.
  func commands(in context: ScreenContext) -> [Command] {
    isOpen(in: context) ? [.effect(.statistics(StatisticsRequest(context)))] : []
  }

  /// The statistics of the moment; nil while they are not there.
  func statistics(in context: ScreenContext) -> LearnerStatistics? {
    context.statisticsKey == StatisticsRequest.Key(context) ? context.statistics : nil
  }

  /// How soon a screen is to be woken that has something to ask for, in milliseconds.
  static let patience = 30
}
