import PracticeCore

/// Which questions are listed, by what is known of the learner.
enum BrowseFilter: Int, CaseIterable, Sendable {
  /// All of them.
  case all
  /// Those that are due.
  case due
  /// Those that are new and may be asked.
  case new
  /// Those with a flag.
  case flagged
  /// Those that keep slipping.
  case slipping
  /// Those that are not asked any more.
  case notAsked
  /// Those that are held back for the last mock.
  case heldBack

  /// Its bit in a set of filters.
  var bit: UInt8 { 1 << UInt8(rawValue) }

  /// Whether a question with that progress, held back or not, is one of them.
  func takes(_ progress: QuestionProgress, isHeldBack: Bool, on day: CalendarDate) -> Bool {
    switch self {
    case .all: true
    case .due: progress.isAskable(on: day) && progress.isDue(on: day)
    case .new: progress.isAskable(on: day) && progress.isNew && !isHeldBack
    case .flagged: progress.isFlagged
    case .slipping: progress.keepsSlipping
    case .notAsked: progress.isSuspended
    case .heldBack: isHeldBack
    }
  }
}
