import PracticeCore
import ProgressStore

/// Reads attempts that are over from where they were kept.
enum FinishedExamReader {
  /// An attempt, from its events and its form.
  ///
  /// - Parameters:
  ///   - attempt: The attempt.
  ///   - records: Its events, in the order in which they are folded.
  ///   - papers: Where its form is kept.
  /// - Returns: The attempt.
  /// - Throws: ``FinishedExamFailure``.
  static func exam(
    _ attempt: AttemptID, from records: [Event], _ papers: ExamPaperFolder
  ) throws(FinishedExamFailure) -> FinishedExam {
    let ends = records.filter { if case .exam(.finish) = $0.content { true } else { false } }
    // With its end a fold no longer holds what was done with each question.
    let ids = Set(ends.map(\.id))
    let state = LearnerState(replaying: records.filter { !ids.contains($0.id) })
    guard let progress = state.attempts[attempt], let start = progress.start,
      let startedAt = progress.startedAt
    else { throw .unknown(attempt) }
    guard let end = ends.first, case .exam(.finish(let finish)) = end.content else {
      throw .open(start)
    }
    let paper: ExamPaper
    do {
      paper = try papers.paper(of: attempt, hash: start.paper)
    } catch {
      throw .noForm(error)
    }
    return FinishedExam(
      start: start, startedAt: startedAt, outcome: finish.outcome, finishedAt: end.time,
      paper: paper, sheets: paper.items.map { progress.sheets[$0.question.id] ?? ExamSheet() })
  }

  /// An attempt in the learner's data, which nothing else has open.
  ///
  /// - Parameters:
  ///   - attempt: The attempt.
  ///   - paths: Where the data stand.
  /// - Returns: The attempt.
  /// - Throws: ``FinishedExamFailure``.
  static func exam(
    _ attempt: AttemptID, in paths: ProgressPaths
  ) throws(FinishedExamFailure) -> FinishedExam {
    let records: [Event]
    do {
      records = try ProgressFolder.records(of: attempt, in: paths)
    } catch {
      throw .unreadable(error)
    }
    return try exam(attempt, from: records, ExamPaperFolder(of: paths))
  }
}

/// Why an attempt can't be looked at.
enum FinishedExamFailure: CommandFailure, Equatable {
  /// There is no such attempt, or its beginning is missing, as when a journal has not arrived yet.
  case unknown(AttemptID)
  /// It isn't over.
  case open(ExamStart)
  /// Its form can't be read.
  case noForm(ExamPaperError)
  /// The learner's data can't be read.
  case unreadable(ProgressError)

  var status: ExitStatus {
    switch self {
    case .unknown: .inputNotFound
    case .open: .failure
    case .noForm(let error): error.status
    case .unreadable(let error): error.status
    }
  }

  var description: String {
    switch self {
    case .unknown(let attempt):
      "there is no attempt '\(attempt)' here; swot exam --history --format json lists them"
    case .open(let start):
      "the attempt at '\(start.title)' is not over; swot exam --resume goes on with it"
    case .noForm(let error): "the form of the attempt can't be read: \(error)"
    case .unreadable(let error): "\(error)"
    }
  }
}
