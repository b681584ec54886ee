extension ReviewQueue {
  /// The queue of a study day as the learner's choices make it.
  ///
  /// - Parameters:
  ///   - names: ids of the banks to draw from; where empty, the subjects that are studied.
  ///   - catalog: the banks at hand.
  ///   - learner: what is known of the learner.
  ///   - time: now.
  ///   - new: how many new questions, in place of what the day's limit leaves.
  ///   - limit: how many questions altogether at most; reviews come first.
  package init(
    ofBanks names: [String], in catalog: QuestionCatalog, learner: LearnerState,
    at time: LocalTime, new: Int? = nil, limit: Int? = nil
  ) {
    let isStudied = { (bank: QuestionBank) in
      names.isEmpty ? learner.settings.includes(bank: bank.id) : names.contains(bank.id)
    }
    let day = time.studyDay
    // The limit of the day is one for all subjects, whichever are asked for now.
    let unseen = catalog.banks.filter { learner.settings.includes(bank: $0.id) }
      .reduce(0) { sum, bank in
        sum
          + bank.questions.count { question in
            let progress = learner[question.id]
            return progress.isNew && progress.isAskable(on: day)
          }
      }
    var limits = DailyLimits(learner: learner, unseen: unseen, day: day)
    if let new { limits.new = max(0, new) }
    self.init(banks: catalog.banks.filter(isStudied), learner: learner, at: time, limits: limits)
    if let limit {
      due = Array(due.prefix(max(0, limit)))
      self.new = Array(self.new.prefix(max(0, limit - due.count)))
    }
  }
}
