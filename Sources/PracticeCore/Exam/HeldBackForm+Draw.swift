import FSRS

extension HeldBackForm {
  /// Draws a form of questions that the learner has never seen.
  ///
  /// The same learner, banks and rules give the same form: its seed comes from the exam's id and
  /// from the seeds that were sat already.
  ///
  /// - Parameters:
  ///   - blueprint: The rules, with the number of questions that is wanted.
  ///   - catalog: The banks at hand.
  ///   - learner: What is known of the learner.
  /// - Returns: The form.
  /// - Throws: ``ExamDrawFailure``; the numbers in it are those of questions never seen.
  package static func draw(
    _ blueprint: Blueprint, from catalog: QuestionCatalog, learner: LearnerState
  ) throws(ExamDrawFailure) -> HeldBackForm {
    try draw(blueprint, fromUnseen: catalog.unseen(by: learner), learner: learner)
  }

  /// Draws a form of questions of which none was ever seen.
  private static func draw(
    _ blueprint: Blueprint, fromUnseen unseen: QuestionCatalog, learner: LearnerState
  ) throws(ExamDrawFailure) -> HeldBackForm {
    let taken = learner.attempts.values.compactMap(\.start).filter { $0.exam == blueprint.id }
    var hash = FNV1a()
    hash.combine(contentsOf: blueprint.id.utf8)
    var random = SplitMix64(seed: hash.value)
    let draw = try ExamDraw(blueprint, from: unseen)
    var form = HeldBackForm(exam: blueprint.id, seed: 0, questions: [])
    for _ in 0..<mostDraws {
      repeat { form.seed = random.next() % seeds + 1 } while taken.contains { $0.seed == form.seed }
      form.questions = Set(try draw.form(seed: form.seed).items.map(\.showing.question))
      // Of sections that overlap the one could take what the other needs, drawn among themselves.
      let again = try? ExamDraw(blueprint, from: unseen.limited { form.questions.contains($0) })
      if (try? again?.form(seed: form.seed)) != nil { break }
    }
    return form
  }

  /// How many forms are drawn at most until one can be drawn again from its own questions.
  private static let mostDraws = 20

  /// The most questions, fewer than the rules want, of which a form can be drawn that the learner
  /// has never seen; nil for none.
  package static func mostQuestions(
    _ blueprint: Blueprint, from catalog: QuestionCatalog, learner: LearnerState
  ) -> Int? {
    let unseen = catalog.unseen(by: learner)
    let scope = BlueprintScope(blueprint, in: unseen)
    let count = unseen.banks.reduce(0) { $0 + scope.questions(of: $1).count }
    guard let draw = try? ExamDraw(blueprint, from: unseen) else { return nil }
    return stride(from: min(blueprint.questions - 1, count), to: 0, by: -1).first { count in
      // A draw that is made ready once tells at little cost what can't be.
      guard (try? draw.scaled(toQuestions: count).form(seed: 1)) != nil else { return false }
      let scaled = blueprint.scaled(toQuestions: count)
      return (try? Self.draw(scaled, fromUnseen: unseen, learner: learner)) != nil
    }
  }

  /// The form of the last mock: exactly the questions that are held back.
  ///
  /// Where banks or rules have changed so much that these make no form any more, others stand beside
  /// as many of them as fit.
  ///
  /// - Parameters:
  ///   - blueprint: The rules, with as many questions as are held back.
  ///   - catalog: The banks at hand.
  /// - Returns: The form.
  /// - Throws: ``ExamDrawFailure``.
  func form(
    by blueprint: Blueprint, from catalog: QuestionCatalog
  ) throws(ExamDrawFailure) -> ExamForm {
    if let draw = try? ExamDraw(blueprint, from: catalog.limited { questions.contains($0) }),
      let form = try? draw.form(seed: seed)
    {
      return form
    }
    var others: [QuestionID: Int] = [:]
    for question in catalog.banks.lazy.flatMap(\.questions) where !questions.contains(question.id) {
      others[question.id] = 0
    }
    return try ExamDraw(blueprint, from: catalog).form(seed: seed, lastSeen: others)
  }

  /// The number of seeds: short enough to be told, and exact in every program that reads JSON.
  private static let seeds: UInt64 = 999_999_999
}

extension QuestionCatalog {
  /// The catalog with only those questions that the learner has never seen, in no open exam either.
  fileprivate func unseen(by learner: LearnerState) -> QuestionCatalog {
    let shown = learner.lastExams
    return limited { learner.hasNeverSeen($0) && shown[$0] == nil }
  }

  /// The catalog with only those questions for which `isWanted` is true; banks keep their domains.
  fileprivate func limited(to isWanted: (QuestionID) -> Bool) -> QuestionCatalog {
    QuestionCatalog(
      banks: banks.map { bank in
        var bank = bank
        bank.questions = bank.questions.filter { isWanted($0.id) }
        return bank
      })
  }
}
