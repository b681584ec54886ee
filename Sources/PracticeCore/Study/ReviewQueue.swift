/// What a study day asks: reviews that are due, lowest probability of recall first, then new
/// questions, those missed in an exam first, spread over domains and objectives.
package struct ReviewQueue: Equatable, Sendable {
  /// Reviews that are due, in the order in which to ask them.
  package var due: [QuestionID]
  /// New questions, in the order in which to introduce them.
  package var new: [QuestionID]
  /// How many answers the day may still take, repeats included; nil for any number.
  package var answersLeft: Int?

  /// Whether new questions are asked first: where the day can't take all, and all must be met in time.
  package var asksNewFirst = false

  /// Both, in the order in which to ask them.
  package var questions: [QuestionID] { asksNewFirst ? new + due : due + new }

  /// Builds the queue of `time`'s study day.
  ///
  /// - Parameters:
  ///   - banks: the banks to draw from, in the order in which they take turns.
  ///   - learner: what is known of the learner.
  ///   - time: now.
  ///   - limits: how many reviews and new questions at most.
  package init(
    banks: [QuestionBank], learner: LearnerState, at time: LocalTime, limits: DailyLimits
  ) {
    let day = time.studyDay
    var due: [(question: Question, recall: Double)] = []
    var missed: [[Question]] = []
    var unmet: [[Question]] = []
    for bank in banks {
      var missedHere: [Question] = []
      var unmetHere: [Question] = []
      for question in bank.questions {
        let progress = learner[question.id]
        guard learner.isAskable(question.id, on: day) else { continue }
        if progress.isNew {
          if progress.isNewFromExam {
            missedHere.append(question)
          } else {
            unmetHere.append(question)
          }
        } else if progress.isDue(on: day) {
          let recall = learner.scheduler.retrievability(of: progress, at: time) ?? 0
          due.append((question, recall))
        }
      }
      missed.append(Interleaving.acrossObjectives(missedHere, of: bank))
      unmet.append(Interleaving.acrossObjectives(unmetHere, of: bank))
    }
    due.sort { left, right in
      left.recall == right.recall
        ? left.question.id < right.question.id : left.recall < right.recall
    }
    let reviews = due.prefix(limits.reviews ?? due.count).map(\.question)
    self.due = Interleaving.apart(reviews, by: \.objectiveName).map(\.id)
    let new = Interleaving.roundRobin(missed) + Interleaving.roundRobin(unmet)
    let introduced = new.prefix(max(0, limits.new))
    let before = self.due.last.flatMap { last in reviews.first { $0.id == last }?.objectiveName }
    self.new = Interleaving.apart(Array(introduced), by: \.objectiveName, after: before).map(\.id)
  }
}

extension Question {
  /// The objective with its bank, so that objectives of two banks never count as one; the question
  /// itself where it has none.
  package var objectiveName: String {
    objective.map { "\(id.bank)/\($0)" } ?? id.description
  }
}
