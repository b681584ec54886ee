import PracticeCore

/// An attempt that is over, as one looks back on it.
///
/// What was reported comes from its outcome; what there is to learn comes from its form and what was
/// done with each question.
struct ExamReview: Equatable, Sendable {
  /// How one question was left.
  enum Standing: Equatable, Sendable {
    /// Answered, right in full.
    case right
    /// Answered, and not right.
    case wrong
    /// Answered in part.
    case incomplete
    /// Shown and not answered.
    case open
    /// Never shown.
    case unseen
  }

  /// The attempt.
  let exam: FinishedExam
  /// What there is to learn from it; its score is not the one that was reported.
  let result: ExamResult
  /// How each question was left, in the order of the form.
  let standings: [Standing]
  /// The middle one of the times on the questions that were shown, in milliseconds.
  let usualMilliseconds: Int
  /// The places of the slow questions, the slowest first.
  ///
  /// Slow is what took more than twice the usual time; of these the ten slowest.
  let slowPlaces: [Int]

  /// How many questions count as slow at most.
  static let mostSlow = 10

  /// Looks back on an attempt.
  init(_ exam: FinishedExam) {
    self.exam = exam
    let result = exam.result
    self.result = result
    standings = zip(exam.paper.items, exam.sheets).map { item, sheet in
      guard sheet.isSeen else { return .unseen }
      guard let response = sheet.response else { return .open }
      if item.question.isRight(response) { return .right }
      return exam.paper.blueprint.scoring.isAnswered(response, to: item.question)
        ? .wrong : .incomplete
    }
    let times = result.answers.filter(\.isSeen).map(\.milliseconds).sorted()
    let usual = times.isEmpty ? 0 : (times[(times.count - 1) / 2] + times[times.count / 2]) / 2
    usualMilliseconds = usual
    slowPlaces = result.slowest(Self.mostSlow).filter { $0.milliseconds > 2 * usual }.map(\.place)
  }

  /// The places of the questions that a filter takes, in the order in which they are walked through.
  func places(_ filter: ExamWalkFilter) -> [Int] {
    let all = standings.indices
    return switch filter {
    case .all: Array(all)
    case .missed: missedPlaces
    case .flagged: all.filter { exam.sheets[$0].isFlagged }
    case .slow: slowPlaces
    case .uncounted: all.filter { !exam.paper.items[$0].isScored }
    }
  }

  /// The places of the questions that were not right, those left open among them.
  var missedPlaces: [Int] { standings.indices.filter { standings[$0] != .right } }

  /// The places of the questions that were not answered in whole.
  var openPlaces: [Int] {
    standings.indices.filter { place in
      switch standings[place] {
      case .incomplete, .open, .unseen: true
      case .right, .wrong: false
      }
    }
  }

  /// How the questions went that don't count.
  var uncounted: ExamResult.Count {
    let places = places(.uncounted)
    return ExamResult.Count(
      right: places.count { standings[$0] == .right }, total: places.count)
  }

  /// How the flagged questions went.
  var flagged: ExamResult.Count {
    let places = places(.flagged)
    return ExamResult.Count(
      right: places.count { standings[$0] == .right }, total: places.count)
  }
}

/// Which questions of an attempt are walked through.
enum ExamWalkFilter: Int, CaseIterable, Sendable {
  /// All of them.
  case all
  /// Those that were not right, the open ones among them.
  case missed
  /// Those that were flagged at the end.
  case flagged
  /// Those that took long.
  case slow
  /// Those that are not in the score.
  case uncounted
}
