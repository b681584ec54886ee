import PracticeCore
import TerminalUI

/// The rows of one question of an exam, as it was asked and answered.
enum ExamWalkRows {
  /// Puts the rows together.
  ///
  /// The texts are those of the exam's paper, whatever the banks say now.
  ///
  /// - Parameters:
  ///   - place: the question's place in the form.
  ///   - review: the exam.
  ///   - opensAll: whether every choice shows its rationale.
  ///   - columns: the width.
  ///   - context: the moment.
  /// - Returns: the rows.
  static func rows(
    of place: Int, in review: ExamReview, opensAll: Bool, columns: Int, context: ScreenContext
  ) -> [Line] {
    let symbols = context.symbols
    let (item, sheet) = (review.exam.paper.items[place], review.exam.sheets[place])
    let isWide = QuestionTexts.isWide(columns)
    let margin = Line(isWide ? " " : "")
    var rows: [Line] = []
    func add(_ line: Line) {
      rows += TextWrapping.wrap(
        line, columns: columns - margin.width, first: margin, rest: margin)
    }
    var verdict = ExamWalkWording.standing(review.standings[place], symbols)
    for fact in ExamWalkWording.facts(place, of: review) {
      verdict.append(" \(symbols.display(fact))")
    }
    add(verdict)
    if let change = change(of: item.question, in: context.catalog) { add(Line(change, .warning)) }
    rows.append(Line())
    let content = AnsweredRows(
      item.question, in: QuestionSetting(of: item), response: sheet.response,
      showing: Showing(question: item.question.id, order: item.order), struck: sheet.struck,
      opensAll: opensAll, note: context.learner[item.question.id].note, columns: columns,
      symbols: symbols)
    return rows + content.rows
  }

  /// What has become of the question since; nil where it is as it was.
  private static func change(of question: Question, in catalog: QuestionCatalog) -> String? {
    guard let now = catalog[question.id] else { return ExamWalkWording.gone }
    if now.revision == question.revision { return nil }
    return now.revision.key == question.revision.key
      ? ExamWalkWording.wordingChanged : ExamWalkWording.keyChanged
  }
}
