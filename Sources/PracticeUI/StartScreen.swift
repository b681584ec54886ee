package import PracticeCore

/// What is on the screen first.
package enum StartScreen: Equatable, Sendable {
  /// The home screen; before it, for a new learner, the questions of the first start.
  case home
  /// Study of these banks, all chosen ones where empty; `new` and `limit` replace the day's limits
  /// of new questions and of questions altogether.
  case study(banks: [String], new: Int?, limit: Int?)
  /// Study of these questions, due or not, in this order.
  case studyOnly([QuestionID])
  /// Practice; without a seed one is drawn. Where not `schedules`, no answer counts for scheduling.
  case quiz(QuizSelection, seed: UInt64?, schedules: Bool)
  /// What there is to know before an exam; Enter starts it.
  case exam(ExamRequest)
  /// An attempt that is open, at once.
  case resume(AttemptID)
  /// All attempts at exams, with what came of them.
  case examHistory
  /// A bank that is being written.
  case watch(WatchedBank)
  /// The study notes: all, those of a bank, or the section that teaches an objective.
  case notes(bank: String?, objective: String?)
}
