package import PracticeCore

/// What came of an attempt, to be handed in as a file of its own.
package struct ExamResultFile: Equatable, Sendable {
  /// What was done with one question.
  package struct Answer: Equatable, Sendable {
    /// The question.
    package var question: QuestionID
    /// Its revision when the form was drawn.
    package var revision: Revision
    /// The section for which it was drawn, from 0.
    package var section: Int
    /// Whether it counts.
    package var isScored: Bool
    /// The order in which its items stood.
    package var order: ItemNumbers
    /// What was answered in the end; nil where it was left open.
    package var response: Response?
    /// Whether that was right in full.
    package var isRight: Bool
    /// What it earned.
    package var marks: Marks
    /// Whether it was flagged at the end.
    package var isFlagged: Bool
    /// The choices that were struck out at the end.
    package var struck: ItemNumbers
    /// Whether it was shown.
    package var isSeen: Bool
    /// How long it was on the screen, in milliseconds.
    package var milliseconds: Int
  }

  /// The version of the program that wrote it.
  package var program: String
  /// The attempt.
  package var attempt: AttemptID
  /// The id of the blueprint.
  package var exam: String
  /// Its title.
  package var title: String
  /// What the candidate gave as a name; nil where nobody asked.
  package var candidate: String?
  /// The seed of the draw.
  package var seed: UInt64
  /// The fingerprint of the form.
  package var form: String
  /// When it began.
  package var startedAt: LocalTime
  /// When it ended.
  package var finishedAt: LocalTime
  /// The time allowed, in milliseconds, with what was added to it.
  package var allowed: Int64
  /// What was agreed beside the rules.
  package var terms: ExamTerms
  /// Whether the clock stopped while the exam was left.
  package var isPausable: Bool
  /// What was reported.
  package var outcome: ExamOutcome
  /// What was done with each question, in the order of the form.
  package var answers: [Answer]

  /// Makes the file of an attempt that is over.
  ///
  /// - Parameters:
  ///   - exam: The attempt.
  ///   - program: The version of this program.
  package init(_ exam: FinishedExam, program: String) {
    let start = exam.start
    self.program = program
    attempt = start.attempt
    self.exam = start.exam
    title = start.title
    candidate = start.candidate
    seed = start.seed
    form = exam.paper.fingerprint
    startedAt = exam.startedAt
    finishedAt = exam.finishedAt
    allowed = start.allowed
    terms = start.terms
    isPausable = start.isPausable
    outcome = exam.outcome
    let marked = exam.result.answers
    answers = zip(zip(exam.paper.items, exam.sheets), marked).map { pair, answer in
      let (item, sheet) = pair
      return Answer(
        question: item.question.id, revision: item.question.revision, section: item.section,
        isScored: item.isScored, order: item.order, response: sheet.response,
        isRight: answer.isRight, marks: answer.marks, isFlagged: sheet.isFlagged,
        struck: sheet.struck, isSeen: sheet.isSeen, milliseconds: sheet.milliseconds)
    }
  }

  init(
    program: String, attempt: AttemptID, exam: String, title: String, candidate: String?,
    seed: UInt64, form: String, startedAt: LocalTime, finishedAt: LocalTime, allowed: Int64,
    terms: ExamTerms, isPausable: Bool, outcome: ExamOutcome, answers: [Answer]
  ) {
    self.program = program
    self.attempt = attempt
    self.exam = exam
    self.title = title
    self.candidate = candidate
    self.seed = seed
    self.form = form
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.allowed = allowed
    self.terms = terms
    self.isPausable = isPausable
    self.outcome = outcome
    self.answers = answers
  }

  /// What a file says to be.
  static let format = "swot-exam-result/"
  /// The version of the format that this program writes and reads.
  package static let version = 1
}

extension ExamResultFile {
  /// Whether what was reported follows from what the file says of the questions.
  package var isConsistent: Bool { follows(from: answers.map { ($0.isRight, $0.marks) }) }

  /// Whether what was reported follows from the answers by the keys of what was handed out, and
  /// the right questions count.
  package func follows(from pack: ExamPack) -> Bool {
    if let form = pack.form {
      let isForm = form.items.elementsEqual(answers) { item, answer in
        item.question.id == answer.question && item.section == answer.section
          && item.isScored == answer.isScored && item.order == answer.order
      }
      return isForm && follows(from: form)
    }
    let counted = answers.count(where: \.isScored)
    return answers.count == pack.blueprint.questions
      && counted == pack.blueprint.questions - pack.blueprint.unscored
      && follows(from: pack.questions)
  }

  /// Whether what was reported follows from the answers by the keys of `paper`.
  ///
  /// - Parameter paper: All questions that can be asked, and the rule for marks.
  /// - Returns: Whether it does; false also where a question isn't there, or was another one.
  package func follows(from paper: ExamPaper) -> Bool {
    var questions: [QuestionID: Question] = [:]
    for item in paper.items { questions[item.question.id] = item.question }
    var marked: [(isRight: Bool, marks: Marks)] = []
    for answer in answers {
      guard let question = questions[answer.question], question.revision == answer.revision else {
        return false
      }
      let isRight = answer.response.map(question.isRight) ?? false
      guard isRight == answer.isRight else { return false }
      marked.append((isRight, paper.blueprint.scoring.marks(for: answer.response, to: question)))
    }
    return paper.blueprint.scale == outcome.scale && follows(from: marked)
  }

  private func follows(from marked: [(isRight: Bool, marks: Marks)]) -> Bool {
    let items = zip(answers, marked).map { answer, mark in
      ExamScore.Item(
        section: answer.section, isScored: answer.isScored, isRight: mark.isRight,
        marks: mark.marks)
    }
    let sections = (answers.map(\.section).max() ?? -1) + 1
    let score = ExamScore(
      items, sectionTitles: Array(repeating: "", count: sections), scale: outcome.scale)
    let reported = outcome.score
    return score.scaled == reported.scaled && score.isPassed == reported.isPassed
      && score.right == reported.right && score.questions == reported.questions
      && score.marks == reported.marks && score.sections.count == reported.sections.count
      && zip(score.sections, reported.sections).allSatisfy { made, said in
        made.right == said.right && made.questions == said.questions && made.marks == said.marks
          && made.meetsStandard == said.meetsStandard
      }
  }
}
