import FSRS
import PracticeCore
import ProgressStore

/// Reviews to fit and evaluate a memory model on.
struct TrainingLog {
  /// The reviews, in the order of time.
  let reviews: [TrainingReview]

  /// Takes the reviews of the learner's own journals.
  ///
  /// - Throws: ``ProgressError`` where they can't be read.
  init(of paths: ProgressPaths) throws {
    reviews = try ProgressFolder.reviews(in: paths).forTraining.sortedByTime
  }

  /// Reads a log of reviews.
  ///
  /// - Parameters:
  ///   - file: Its path.
  ///   - timeZone: Where study days are counted.
  /// - Throws: An ``InputFileFailure`` where it can't be read, ``ReviewLogProblems`` with all that is
  ///   wrong with it.
  init(file: String, timeZone: TimeZoneRules = .system) throws {
    let log = try ReviewLogReader.read(try InputFile.read(file), file: file).get()
    self.init(log, timeZone: timeZone)
  }

  /// Takes the reviews of a log.
  init(_ log: [LoggedReview], timeZone: TimeZoneRules) {
    var cards: [String: Int] = [:]
    var days = StudyDays(timeZone: timeZone)
    let reviews = log.map { review in
      let card = cards[review.card, default: cards.count]
      cards[review.card] = card
      return TrainingReview(
        card: card, day: days.number(at: review.time), time: review.time.milliseconds,
        rating: review.rating)
    }
    self.reviews = reviews.sortedByTime
  }

  /// Study days of many instants in a row, without asking for the time zone at each.
  private struct StudyDays {
    let timeZone: TimeZoneRules
    /// The quarter of an hour that was asked for last, and the distance from UTC in it: clocks change at
    /// full quarters only.
    private var known: (quarter: Int64, offsetMinutes: Int)?

    init(timeZone: TimeZoneRules) { self.timeZone = timeZone }

    mutating func number(at time: Timestamp) -> Int {
      let quarter = time.milliseconds / 900_000
      if known?.quarter != quarter {
        known = (quarter, timeZone.offsetMinutes(time))
      }
      return LocalTime(at: time, offsetMinutes: known?.offsetMinutes ?? 0)
        .studyDay.daysSince1970
    }
  }
}
