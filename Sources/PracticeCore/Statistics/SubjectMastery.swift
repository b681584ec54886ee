/// Where the learner stands with one bank: as a whole, by domain, and by objective.
package struct SubjectMastery: Equatable, Sendable {
  /// Some questions, and how much of them is remembered.
  package struct Part: Equatable, Sendable {
    /// The id of the bank, domain or objective; nil for questions without an objective.
    package var id: String?
    /// Its title; nil where there is none.
    package var title: String?
    /// Questions.
    package var questions = 0
    /// Those that were ever answered.
    package var seen = 0
    /// Those that the scheduler has met.
    package var learnt = 0
    /// The sum of their probabilities of recall: as many are remembered, to expect.
    package var remembered = 0.0
    /// Questions that keep slipping.
    package var slipping = 0

    /// The share of all questions that is remembered, unmet ones counting as nothing, 0 to 1.
    package var mastery: Double { questions > 0 ? remembered / Double(questions) : 0 }
    /// The share of what was learnt that is remembered; nil where nothing was.
    package var recall: Double? { learnt > 0 ? remembered / Double(learnt) : nil }

    fileprivate mutating func add(_ other: Part) {
      questions += other.questions
      seen += other.seen
      learnt += other.learnt
      remembered += other.remembered
      slipping += other.slipping
    }
  }

  /// A domain with its objectives.
  package struct DomainPart: Equatable, Sendable {
    /// The domain; without an id for what belongs to none.
    package var whole: Part
    /// Its objectives that have questions, in the order of the bank.
    package var objectives: [Part]
  }

  /// The bank.
  package let whole: Part
  /// Its domains that have questions, in the order of the bank; last what belongs to none.
  package let domains: [DomainPart]

  /// Sums up `bank` at `time`: recall now, but at least a day after each question's last review.
  package init(of bank: QuestionBank, learner: LearnerState, at time: LocalTime) {
    var parts: [String: Part] = [:]
    var rest = Part()
    let known = Set(bank.domains.flatMap(\.objectives).map(\.id))
    for question in bank.questions {
      var part = Part()
      part.questions = 1
      if let progress = learner.questions[question.id] {
        if progress.isSeen { part.seen = 1 }
        if progress.keepsSlipping { part.slipping = 1 }
        if let recall = SubjectSummary.recall(of: progress, learner: learner, at: time) {
          part.learnt = 1
          part.remembered = recall
        }
      }
      if let objective = question.objective, known.contains(objective) {
        parts[objective, default: Part()].add(part)
      } else {
        rest.add(part)
      }
    }
    var domains: [DomainPart] = []
    for domain in bank.domains {
      var whole = Part(id: domain.id, title: domain.title)
      var objectives: [Part] = []
      for objective in domain.objectives {
        // Of one that two domains name, the first has the questions.
        guard var part = parts.removeValue(forKey: objective.id) else { continue }
        part.id = objective.id
        part.title = objective.title
        objectives.append(part)
        whole.add(part)
      }
      if whole.questions > 0 { domains.append(DomainPart(whole: whole, objectives: objectives)) }
    }
    if rest.questions > 0 { domains.append(DomainPart(whole: rest, objectives: [])) }
    self.domains = domains
    whole = domains.reduce(into: Part(id: bank.id, title: bank.title)) { $0.add($1.whole) }
  }
}
