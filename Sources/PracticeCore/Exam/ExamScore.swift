/// The result of a sitting: what the scored questions earned, and what that is on the exam's scale.
///
/// The scale is the author's: an estimate of a vendor's, which is set anew for every form.
package struct ExamScore: Equatable, Sendable {
  /// What one section earned.
  package struct Section: Equatable, Sendable {
    /// The section's title.
    package var title: String
    /// Scored questions that were right in full.
    package var right: Int
    /// Scored questions.
    package var questions: Int
    /// What they earned, of a mark each.
    package var marks: Marks
    /// Whether the share of marks is that at which the exam is passed.
    package var meetsStandard: Bool

    /// Makes a section's part of a score that was reported.
    package init(title: String, right: Int, questions: Int, marks: Marks, meetsStandard: Bool) {
      self.title = title
      self.right = right
      self.questions = questions
      self.marks = marks
      self.meetsStandard = meetsStandard
    }

    /// The share of marks, 0 to 1.
    package var share: Double { marks.share(of: Marks(whole: questions)) }
  }

  /// The sections of the blueprint that have scored questions, in its order.
  package private(set) var sections: [Section]
  /// Scored questions that were right in full.
  package private(set) var right: Int
  /// Scored questions.
  package private(set) var questions: Int
  /// What they earned, of a mark each.
  package private(set) var marks: Marks
  /// Whether the share of marks reaches the cut.
  package private(set) var isPassed: Bool
  /// The share of marks on the exam's scale, rounded to the nearest whole, but never up to the
  /// score that passes.
  package private(set) var scaled: Int

  /// One question of a sitting, as it was marked.
  package struct Item: Equatable, Sendable {
    /// The number of its section, from 0.
    package var section: Int
    /// Whether it counts.
    package var isScored: Bool
    /// Whether it was right in full.
    package var isRight: Bool
    /// What it earned.
    package var marks: Marks

    /// Makes an item.
    package init(section: Int, isScored: Bool, isRight: Bool, marks: Marks) {
      self.section = section
      self.isScored = isScored
      self.isRight = isRight
      self.marks = marks
    }
  }

  /// Makes a score that was reported.
  package init(
    sections: [Section], right: Int, questions: Int, marks: Marks, isPassed: Bool, scaled: Int
  ) {
    self.sections = sections
    self.right = right
    self.questions = questions
    self.marks = marks
    self.isPassed = isPassed
    self.scaled = scaled
  }

  /// Scores a sitting.
  ///
  /// - Parameters:
  ///   - items: its questions; those that don't count are left out.
  ///   - titles: the titles of the blueprint's sections.
  ///   - scale: the blueprint's scale.
  package init(_ items: [Item], sectionTitles titles: [String], scale: ScoreScale) {
    let scored = items.filter(\.isScored)
    questions = scored.count
    right = scored.count(where: \.isRight)
    marks = scored.reduce(.none) { $0 + $1.marks }
    isPassed = !scored.isEmpty && marks.reach(scale.cut, of: Marks(whole: scored.count))
    scaled = scale.score(
      forShare: marks.share(of: Marks(whole: scored.count)), isPassed: isPassed)
    sections = titles.enumerated().compactMap { number, title in
      let its = scored.filter { $0.section == number }
      guard !its.isEmpty else { return nil }
      let marks = its.reduce(Marks.none) { $0 + $1.marks }
      return Section(
        title: title, right: its.count(where: \.isRight), questions: its.count, marks: marks,
        meetsStandard: marks.reach(scale.cut, of: Marks(whole: its.count)))
    }
  }
}

extension ScoreScale {
  /// The share of marks at which passing begins, 0 to 1.
  package var cut: Double {
    switch self {
    case .percent(let pass): pass / 100
    case .scaled(_, _, _, let cut): cut
    }
  }

  /// The least and the greatest score.
  package var range: ClosedRange<Int> {
    switch self {
    case .percent: 0...100
    case .scaled(let from, let to, _, _): min(from, to)...max(from, to)
    }
  }

  /// The least whole score that passes.
  package var passingScore: Int {
    switch self {
    case .percent(let pass): Int(pass.rounded(.up))
    case .scaled(_, _, let pass, _): pass
    }
  }

  /// The score of a share of marks: linear on either side of the cut, rounded to the nearest whole,
  /// but never up to the score that passes, nor down below it.
  ///
  /// - Parameters:
  ///   - share: 0 to 1.
  ///   - isPassed: whether the exact share reaches the cut.
  /// - Returns: the score that is reported.
  package func score(forShare share: Double, isPassed: Bool) -> Int {
    let exact: Double
    switch self {
    case .percent: exact = 100 * share
    case .scaled(let from, let to, let pass, let cut):
      let (from, to, pass) = (Double(from), Double(to), Double(pass))
      exact =
        if isPassed {
          cut < 1 ? pass + (to - pass) * max(0, share - cut) / (1 - cut) : to
        } else {
          cut > 0 ? from + (pass - from) * share / cut : from
        }
    }
    let rounded = Int(exact.rounded())
    return isPassed ? max(rounded, passingScore) : min(rounded, passingScore - 1)
  }
}
