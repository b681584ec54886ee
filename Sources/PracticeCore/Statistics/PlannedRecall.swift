/// What a plan towards an exam expects each of its questions to be remembered with on the day.
///
/// It is the plan's own forecast (``ExamForecast``), taken apart by question: their mean, with those
/// counted as 0 that won't have been met, is the recall that the forecast tells.
package struct PlannedRecall: Equatable, Sendable {
  /// The probability of recall on the day of each question that is met by then, 0 to 1.
  package let recall: [QuestionID: Double]

  /// Follows a plan to the day of the exam.
  package init(_ plan: ExamPlan) {
    let (met, new, unmet) = plan.expectedRecall()
    var recall: [QuestionID: Double] = [:]
    for (question, expected) in zip(plan.met, met) { recall[question.id] = expected }
    // Which of the new ones are met in time is not known; the first of the banks stand for them.
    let meetable = max(0, plan.unseenQuestions.count - Int(unmet.rounded()))
    for question in plan.unseenQuestions.prefix(meetable) { recall[question] = new }
    self.recall = recall
  }

  /// Puts what is planned in the place of what is known now, as log-odds by the numbers of the
  /// questions.
  func replace(_ logits: inout [Double?], in index: CatalogIndex) {
    for (question, expected) in recall {
      guard let number = index.numbers[question] else { continue }
      logits[number] = Knowledge.logit(min(0.995, max(0.005, expected)))
    }
  }
}
