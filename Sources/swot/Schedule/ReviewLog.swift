import FSRS
import PracticeCore
import QuestionBankFormat

/// One line of a review log.
struct LoggedReview: Equatable {
  /// The card's name, whatever the log calls it.
  var card: String
  /// When it was reviewed.
  var time: Timestamp
  /// The time as the log has it.
  var timeText: String
  /// How the review went.
  var rating: Rating
}

/// Something in a review log that can't be used.
struct ReviewLogProblem: Error, Equatable, CustomStringConvertible {
  /// Where.
  let location: SourceLocation
  /// What was found and what is allowed: lower case, without a full stop.
  let message: String

  /// The problem as compilers show theirs.
  var description: String {
    "\(location.file):\(location.line):\(location.column): error: \(message)"
  }
}
