/// What came of one sitting: the score, and what there is to learn from it.
package struct ExamResult: Equatable, Sendable {
  /// One question of the sitting.
  package struct Answer: Equatable, Sendable {
    /// Its place in the form, from 0.
    package var place: Int
    /// Whether it was shown.
    package var isSeen: Bool
    /// Whether it was right in full.
    package var isRight: Bool
    /// What it earned.
    package var marks: Marks
    /// How long it was on the screen, in milliseconds.
    package var milliseconds: Int
  }

  /// How many questions of a group were right.
  package struct Count: Equatable, Sendable {
    /// Right in full.
    package var right = 0
    /// In all.
    package var total = 0

    /// Makes a count.
    package init(right: Int = 0, total: Int = 0) {
      self.right = right
      self.total = total
    }
  }

  /// How one objective went.
  package struct ObjectiveCount: Equatable, Sendable {
    /// The full name of the objective: its bank's id, a slash, its own id.
    package var objective: String
    /// The objective's title; nil where the bank gives none.
    package var title: String?
    /// Its questions in this sitting, scored or not.
    package var count: Count
  }

  /// The score.
  package let score: ExamScore
  /// The questions, in the order of the form.
  package let answers: [Answer]
  /// The questions that were new to the learner, scored or not: a mock of studied ones flatters.
  package private(set) var new = Count()
  /// The questions that the learner had answered before, scored or not.
  package private(set) var seenBefore = Count()
  /// How often a change of mind made a wrong answer right.
  package private(set) var changedToRight = 0
  /// How often it made a right answer wrong.
  package private(set) var changedToWrong = 0
  /// The objectives with a wrong answer, those to be studied first at the front: the least share of
  /// right answers, then the most wrong ones, then the order of the form.
  package private(set) var objectivesToStudy: [ObjectiveCount] = []

  /// Takes the result of a sitting.
  ///
  /// - Parameters:
  ///   - paper: its form and rules.
  ///   - sheets: what was done with each question, in the order of the form.
  package init(_ paper: ExamPaper, sheets: [ExamSheet]) {
    var answers: [Answer] = []
    var items: [ExamScore.Item] = []
    var counts: [String: (first: Int, value: ObjectiveCount)] = [:]
    for (place, (item, sheet)) in zip(paper.items, sheets).enumerated() {
      let isRight = sheet.response.map(item.question.isRight) ?? false
      let marks = paper.blueprint.scoring.marks(for: sheet.response, to: item.question)
      answers.append(
        Answer(
          place: place, isSeen: sheet.isSeen, isRight: isRight, marks: marks,
          milliseconds: sheet.milliseconds))
      items.append(
        .init(section: item.section, isScored: item.isScored, isRight: isRight, marks: marks))
      if item.isNew { new.add(isRight) } else { seenBefore.add(isRight) }
      let changes = sheet.changes(of: item.question)
      changedToRight += changes.toRight
      changedToWrong += changes.toWrong
      if let objective = item.question.objective {
        let name = "\(item.question.id.bank)/\(objective)"
        let empty = ObjectiveCount(objective: name, title: item.objectiveTitle, count: Count())
        counts[name, default: (place, empty)].value.count.add(isRight)
      }
    }
    self.answers = answers
    score = ExamScore(
      items, sectionTitles: paper.blueprint.sections.map(\.title), scale: paper.blueprint.scale)
    objectivesToStudy = counts.values
      .filter { $0.value.count.right < $0.value.count.total }
      .sorted { left, right in
        let (a, b) = (left.value.count, right.value.count)
        return (a.share, b.wrong, left.first) < (b.share, a.wrong, right.first)
      }
      .map(\.value)
  }

  /// The questions that took longest, the longest first; those never shown are left out.
  ///
  /// - Parameter count: how many at most.
  /// - Returns: their answers.
  package func slowest(_ count: Int) -> [Answer] {
    let seen = answers.filter(\.isSeen)
    return Array(
      seen.sorted { (-$0.milliseconds, $0.place) < (-$1.milliseconds, $1.place) }.prefix(count))
  }
}

extension ExamResult.Count {
  fileprivate mutating func add(_ isRight: Bool) {
    total += 1
    if isRight { right += 1 }
  }

  fileprivate var wrong: Int { total - right }
  fileprivate var share: Double { Double(right) / Double(max(1, total)) }
}
