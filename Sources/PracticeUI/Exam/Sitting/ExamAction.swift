/// What keys can mean while an exam is sat.
enum ExamAction: Equatable, Sendable {
  // Answering
  case move(Move)
  case choose(Int)
  case space
  case carryUp, carryDown
  case nextAnswer, previousAnswer
  case strike
  case edit
  case flag
  // Going on
  case next
  case advance
  case back
  case review
  // On the review screen
  case step(ExamGrid.Step)
  case show(ExamGrid.Filter)
  case digit(Int)
  case eraseDigit
  case go
  case closeReview
  // Always
  case toggleClock
  case end
}
