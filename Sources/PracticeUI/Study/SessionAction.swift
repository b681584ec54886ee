import FSRS
import PracticeCore

/// What keys can mean in a session.
enum SessionAction: Equatable, Sendable {
  // Moving
  case move(Move)
  // Answering
  case choose(Int)
  case space
  case carryUp, carryDown
  case nextAnswer, previousAnswer
  case strike
  case edit
  case submit(Confidence?)
  case skip
  case reopen
  // After the answer
  case next
  case rate(Rating)
  case undo
  case openAll
  case report
  // Setting a question aside, before or after the answer
  case suspend
  case bury
  // Always
  case flag
  case notes
}
