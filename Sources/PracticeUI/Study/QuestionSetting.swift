import PracticeCore

/// What stands around a question: the text before it, and where to read on.
///
/// A bank says it of its own questions; an exam's paper keeps it as it was when it was drawn.
struct QuestionSetting: Equatable, Sendable {
  /// The text that is read before the stem.
  var scenario: String?
  /// The title of its objective.
  var objective: String?
  /// What it cites.
  var references: [Reference]

  /// Takes it from the bank in which the question stands.
  init(of question: Question, in bank: QuestionBank?) {
    scenario = bank?.scenarioText(of: question)
    objective = question.objective.flatMap { bank?.objective($0)?.title }
    references = question.references.compactMap { bank?.reference($0) }
  }

  /// Takes it from an exam's paper.
  init(of item: ExamPaper.Item) {
    scenario = item.scenario
    objective = item.objectiveTitle
    references = item.references
  }
}
