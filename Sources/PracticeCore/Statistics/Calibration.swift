/// Confidence against truth, from the answers with which a confidence was stated.
package struct Calibration: Equatable, Sendable {
  /// How answers of each confidence went, for some questions.
  package struct Row: Equatable, Sendable {
    /// The bank.
    package var bank: String
    /// The objective; nil for questions without one.
    package var objective: String?
    /// Its title; nil where the bank gives none.
    package var title: String?
    /// Answers that were said to be certain.
    package var certain = QuestionHistory.Count()
    /// Answers that were said to be unsure.
    package var unsure = QuestionHistory.Count()
    /// Answers that were said to be guesses.
    package var guess = QuestionHistory.Count()

    /// All answers with a stated confidence.
    package var stated: Int { certain.total + unsure.total + guess.total }
  }

  /// A question that was answered wrongly and with certainty.
  package struct ConfidentlyWrong: Equatable, Sendable {
    /// The question.
    package var question: QuestionID
    /// How often.
    package var times: Int
    /// When last.
    package var at: LocalTime
  }

  /// A wrong item that was taken more than once.
  package struct Trap: Equatable, Sendable {
    /// The question.
    package var question: QuestionID
    /// The item.
    package var distractor: QuestionHistory.Distractor
    /// How often it was taken.
    package var times: Int
    /// Its text.
    package var text: String
    /// For matching, the prompt to which it was given.
    package var prompt: String?
    /// Why it is wrong; nil where the bank doesn't say.
    package var why: String?
  }

  /// All answers with a stated confidence.
  package let all: Row
  /// By objective, those with the most answers wrong though certain first.
  package let objectives: [Row]
  /// Questions that were answered wrongly and with certainty, and not answered right on a later day
  /// since; the newest first.
  package let confidentlyWrong: [ConfidentlyWrong]
  /// The wrong items that catch this learner, those taken most often first.
  package let traps: [Trap]

  /// How many traps are told.
  package static let mostTraps = 20

  /// Sums up a history.
  package init(_ history: ReviewHistory, in catalog: QuestionCatalog) {
    var all = Row(bank: "")
    var objectives: [Row] = []
    var wrong: [ConfidentlyWrong] = []
    var traps: [(Question, QuestionHistory.Distractor, Int)] = []
    for bank in catalog.banks {
      var rows: [String?: Row] = [:]
      var order: [String?] = []
      for question in bank.questions {
        guard let questionHistory = history.questions[question.id] else { continue }
        if questionHistory.certain.total + questionHistory.unsure.total
          + questionHistory.guess.total > 0
        {
          if rows[question.objective] == nil { order.append(question.objective) }
          rows[
            question.objective,
            default: Row(
              bank: bank.id, objective: question.objective,
              title: question.objective.flatMap { bank.objective($0)?.title })
          ].add(questionHistory)
          all.add(questionHistory)
        }
        if let at = questionHistory.certainlyWrongAt {
          wrong.append(
            ConfidentlyWrong(
              question: question.id, times: questionHistory.certain.wrong, at: at))
        }
        for (distractor, times) in questionHistory.distractors where times > 1 {
          traps.append((question, distractor, times))
        }
      }
      objectives += order.compactMap { rows[$0] }
    }
    self.all = all
    self.objectives = objectives.enumerated().sorted { left, right in
      (right.element.certain.wrong, right.element.stated, left.offset)
        < (left.element.certain.wrong, left.element.stated, right.offset)
    }.map(\.element)
    confidentlyWrong = wrong.sorted { ($1.at.at, $0.question) < ($0.at.at, $1.question) }
    self.traps =
      traps
      .sorted { ($1.2, $0.0.id, $0.1) < ($0.2, $1.0.id, $1.1) }
      .prefix(Self.mostTraps).compactMap { Trap($0, $1, times: $2) }
  }
}

extension Calibration.Row {
  fileprivate mutating func add(_ history: QuestionHistory) {
    certain += history.certain
    unsure += history.unsure
    guess += history.guess
  }
}

extension Calibration.Trap {
  /// Describes the wrong item of a question that was taken most often; nil where none was taken more
  /// than once.
  init?(worstOf history: QuestionHistory, for question: Question) {
    let worst = history.distractors.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let worst, worst.value > 1 else { return nil }
    self.init(question, worst.key, times: worst.value)
  }

  /// Describes a wrong item; nil where the question has none of that number.
  fileprivate init?(
    _ question: Question, _ distractor: QuestionHistory.Distractor, times: Int
  ) {
    switch question.format {
    case .choices(let choices):
      guard choices.indices.contains(distractor.number - 1) else { return nil }
      let choice = choices[distractor.number - 1]
      self.init(
        question: question.id, distractor: distractor, times: times, text: choice.text,
        why: choice.why)
    case .match(let pairs, _):
      let answers = question.matchAnswers
      guard pairs.indices.contains(distractor.prompt - 1),
        answers.indices.contains(distractor.number - 1)
      else { return nil }
      let pair = pairs[distractor.prompt - 1]
      self.init(
        question: question.id, distractor: distractor, times: times,
        text: answers[distractor.number - 1], prompt: pair.prompt, why: pair.why)
    case .order, .answer: return nil
    }
  }
}
