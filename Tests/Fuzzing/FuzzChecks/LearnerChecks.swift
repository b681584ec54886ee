import FSRS
import PracticeCore

/// What must hold for every state of a learner.
struct LearnerChecks {
  private let state: LearnerState
  private static let time = LocalTime(
    at: Timestamp(milliseconds: 1_795_420_800_000), offsetMinutes: 60)

  init(_ state: LearnerState) { self.state = state }

  /// Checks a state that events made.
  func checkSense() throws(BrokenPromise) {
    for (question, progress) in state.questions {
      try check(progress, of: question.description)
    }
    for (day, activity) in state.days {
      try require(
        activity.answers >= 0 && (0...activity.answers).contains(activity.right)
          && activity.introduced >= 0 && activity.reviewed >= 0
          && activity.introduced <= activity.answers && activity.milliseconds >= 0,
        "\(day): \(activity)")
      // What was left open in an exam is reviewed and not answered.
      try require(
        !state.finishedAttempts.isEmpty
          || activity.answers > 0 && activity.introduced + activity.reviewed <= activity.answers,
        "\(day): \(activity)")
    }
    for (attempt, progress) in state.attempts { try check(progress, of: attempt.description) }
    exercise()
  }

  private func check(_ progress: QuestionProgress, of name: String) throws(BrokenPromise) {
    try require(
      (0...progress.answers).contains(progress.rightAnswers)
        && (0...progress.repetitions).contains(progress.lapses) && progress.reports >= 0,
      "\(name): \(progress)")
    try require(
      (progress.memory == nil) == (progress.lastReview == nil)
        && (progress.memory == nil) == (progress.due == nil), "\(name): \(progress)")
    guard let memory = progress.memory, let due = progress.due, let last = progress.lastReview
    else { return }
    try require(
      memory.stability.isFinite && memory.stability > 0 && (1...10).contains(memory.difficulty),
      "\(name): \(memory)")
    try require(
      (1...state.settings.maximumInterval)
        .contains(due.daysSince1970 - last.studyDay.daysSince1970),
      "\(name): due \(due) after \(last)")
    let recall = state.scheduler.retrievability(of: progress, at: Self.time) ?? -1
    try require((0...1).contains(recall), "\(name): remembered by \(recall)")
  }

  private func check(_ progress: ExamProgress, of name: String) throws(BrokenPromise) {
    try require(
      (progress.start == nil) == (progress.startedAt == nil)
        && (progress.outcome == nil) == (progress.finishedAt == nil)
        && (progress.outcome == nil) == (progress.finished == nil), "\(name): \(progress)")
    try require(
      progress.outcome == nil || progress.sheets.isEmpty && progress.place == nil,
      "\(name): \(progress)")
    try require(progress.sitting > 0 && (progress.left ?? 0) >= 0, "\(name): \(progress)")
  }

  /// Computes what screens show of the state, which must not trap.
  func exercise() {
    let day = Self.time.studyDay
    for progress in state.questions.values {
      _ = progress.isDue(on: day)
      _ = progress.due?.description
      _ = progress.lastReview?.studyDay.description
      _ = progress.lastAnswer?.time.calendarDay.weekday
      _ = progress.latest?.at.iso8601
      _ = state.scheduler.retrievability(of: progress, at: Self.time)
    }
    for day in state.days.keys { _ = day.description }
    _ = state.finishedAttempts
    _ = state.lastExams
    let now = ClockReading(wall: Self.time.at, running: 1_000_000, boot: "b0075")
    for progress in state.openAttempts {
      _ = progress.isOverdue(at: now)
      _ = progress.timerToResume?.continued(at: now).left(at: now)
    }
    let bank = QuestionBank(
      id: "b", title: "B",
      questions: state.questions.keys.sorted().prefix(8).map {
        Question(id: $0, stem: "?", format: .answer(["a"]))
      })
    _ = ReviewQueue(
      ofBanks: [], in: QuestionCatalog(banks: [bank]), blueprints: [], learner: state, at: Self.time
    )
  }
}
