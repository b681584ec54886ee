/// What somebody wants to sit: the rules, and what of the form is fixed.
package struct ExamRequest: Equatable, Sendable {
  /// The rules, with the number of questions and minutes that are wanted.
  package var blueprint: Blueprint
  /// The seed that gives everyone the same form; nil where one is drawn, and what was seen in the
  /// last attempts is drawn last.
  package var seed: UInt64?
  /// What is agreed beside the rules.
  package var terms: ExamTerms
  /// The form where it was handed out with all that it needs; nil where it is drawn from the banks.
  package var paper: ExamPaper?
  /// Whether the candidate is asked for a name, for somebody who collects results.
  package var asksName: Bool
  /// The form that was held back, for the last mock; nil for any other.
  package private(set) var heldBack: HeldBackForm?

  /// Makes the request of the last mock: the rules, for as many questions as were held back.
  package init(lastMock form: HeldBackForm, by blueprint: Blueprint, terms: ExamTerms = ExamTerms())
  {
    let count = form.questions.count
    self.init(
      count == blueprint.questions ? blueprint : blueprint.scaled(toQuestions: count), terms: terms)
    heldBack = form
  }

  /// Makes a request.
  package init(
    _ blueprint: Blueprint, seed: UInt64? = nil, terms: ExamTerms = ExamTerms(),
    paper: ExamPaper? = nil, asksName: Bool = false
  ) {
    self.blueprint = blueprint
    self.seed = seed
    self.terms = terms
    self.paper = paper
    self.asksName = asksName
  }

  /// The form with all that it needs.
  ///
  /// - Parameters:
  ///   - catalog: the banks at hand.
  ///   - learner: what is known of the learner.
  ///   - day: the study day; what is held back on it for the last mock comes last in any other.
  ///   - drawn: the seed where none is fixed.
  /// - Returns: the form that was handed out, or else one that is drawn.
  /// - Throws: ``ExamDrawFailure``.
  package func paper(
    from catalog: QuestionCatalog, learner: LearnerState, on day: CalendarDate, drawn: UInt64
  ) throws(ExamDrawFailure) -> ExamPaper {
    if var paper {
      for index in paper.items.indices {
        paper.items[index].isNew = learner.hasNeverSeen(paper.items[index].question.id)
      }
      return paper
    }
    if let heldBack {
      return ExamPaper(
        try heldBack.form(by: blueprint, from: catalog), by: blueprint, seed: heldBack.seed,
        from: catalog, isNew: learner.hasNeverSeen)
    }
    let draw = try ExamDraw(blueprint, from: catalog)
    // Short enough to be told to somebody, and exact in every program that reads JSON.
    let seed = self.seed ?? drawn % Self.drawnSeeds + 1
    var lastSeen: [QuestionID: Int] = [:]
    if self.seed == nil {
      lastSeen = learner.lastExams
      for question in learner.heldBack(on: day)?.questions ?? []
      where learner.isHeldBack(question, on: day) {
        lastSeen[question] = .max
      }
    }
    let form = try draw.form(seed: seed, lastSeen: lastSeen)
    return ExamPaper(
      form, by: blueprint, seed: seed, from: catalog, isNew: learner.hasNeverSeen)
  }

  /// How many seeds are drawn from.
  private static let drawnSeeds: UInt64 = 999_999_999
}
