import PracticeCore

/// All attempts at exams, and which of them are listed.
struct ExamHistory: Equatable, Sendable {
  /// All attempts whose beginning is known, the newest first.
  let attempts: [ExamProgress]
  /// The exams that were sat, those with the newest attempts first.
  let exams: [String]
  /// The exam whose attempts are listed; nil for all.
  private(set) var exam: String?

  /// Takes the attempts of a learner; all are listed, or those at `exam` if it was ever sat.
  init(_ learner: LearnerState, exam: String?) {
    attempts = learner.attempts.values
      .compactMap { progress in
        progress.start.flatMap { start in
          progress.startedAt.map { (progress: progress, at: $0.at, name: start.attempt) }
        }
      }
      .sorted { ($1.at, $1.name) < ($0.at, $0.name) }
      .map(\.progress)
    var exams: [String] = []
    for id in attempts.compactMap(\.start?.exam) where !exams.contains(id) { exams.append(id) }
    self.exams = exams
    self.exam = exam.flatMap { exams.contains($0) ? $0 : nil }
  }

  /// The attempts that are listed.
  var listed: [ExamProgress] {
    guard let exam else { return attempts }
    return attempts.filter { $0.start?.exam == exam }
  }

  /// The name of what is listed.
  var filterTitle: String { exam.map(title) ?? ExamHistoryWording.allExams }

  /// The scores of the exam that is listed, or of the newest one of which there are several; nil
  /// where there are not two to compare.
  var trend: ExamTrend? { charted.flatMap { charted in ExamTrend(attempts(at: charted)) } }

  /// The title of the exam that ``trend`` is about.
  var trendTitle: String { charted.map(title) ?? "" }

  private var charted: String? {
    exam ?? exams.first { ExamTrend(attempts(at: $0)) != nil }
  }

  private func attempts(at exam: String) -> [ExamProgress] {
    attempts.filter { $0.start?.exam == exam }
  }

  /// The title that an exam had in its newest attempt.
  private func title(of exam: String) -> String {
    attempts.first { $0.start?.exam == exam }?.start?.title ?? exam
  }

  /// Lists the attempts at the next exam, or at the one before where negative; between the last and
  /// the first, all.
  mutating func turn(by step: Int) {
    let choices: [String?] = [nil] + exams
    let place = choices.firstIndex(of: exam) ?? 0
    exam = choices[(place + step + choices.count) % choices.count]
  }
}
