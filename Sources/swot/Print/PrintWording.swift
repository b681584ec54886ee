import PracticeCore

/// What printed exams say beside their questions.
enum PrintWording {
  /// How much there is, and how long it takes.
  static func extent(_ exam: PrintedExam) -> String {
    let count = counted(exam.forms.first?.items.count ?? 0, "question")
    guard let rules = exam.rules else { return count }
    return "\(count) · \(counted(rules.minutes, "minute"))"
  }

  /// How to answer, a sentence or two each.
  static func instructions(_ exam: PrintedExam) -> [String] {
    var lines = ["Mark one answer, or as many as the question asks for."]
    guard let rules = exam.rules else { return lines }
    switch rules.scoring {
    case .allOrNothing:
      lines.append(
        "A question counts when it is right in full. What is left open counts as wrong; a guess "
          + "costs nothing more.")
    case .netCorrect:
      lines.append(
        "Where several answers are right, each right one adds to the question's mark and each wrong "
          + "one takes as much away. What is left open counts as wrong.")
    }
    let uncounted = exam.forms.first?.items.count { !$0.isScored } ?? 0
    if uncounted > 0 {
      lines.append(
        "\(uncounted) of the questions \(uncounted == 1 ? "doesn't" : "don't") count, and nothing "
          + "tells which.")
    }
    switch rules.scale {
    case .percent: lines.append("\(rules.scale.passingScore) % of what counts passes.")
    case .scaled(let from, let to, let pass, _):
      lines.append("The score goes from \(from) to \(to), an estimate; \(pass) passes.")
    }
    return lines
  }

  /// How a question is answered on paper; nil where its items say it.
  static func task(_ question: Question) -> String? {
    switch question.format {
    case .choices:
      let count = question.keyNumbers.count
      let task = "\(PlainWording.choose(count))."
      // Many authors say it themselves.
      return count > 1 && !question.stem.lowercased().contains(task.dropLast().lowercased())
        ? task : nil
    case .match(let pairs, let distractors):
      let isPlain = question.matchAnswers.count == pairs.count && distractors.isEmpty
      return "Write the letter of the right answer beside each number."
        + (isPlain ? "" : " Some letters may be used twice or not at all.")
    case .order: return "Write the letters in the right order."
    case .answer: return nil
    }
  }

  /// Above a text that several questions share.
  static func scenario(of numbers: ClosedRange<Int>) -> String {
    numbers.count == 1
      ? "For question \(numbers.lowerBound)"
      : numbers.count == 2
        ? "For questions \(numbers.lowerBound) and \(numbers.upperBound)"
        : "For questions \(numbers.lowerBound) to \(numbers.upperBound)"
  }

  /// What those who mark have to know, a sentence or two each.
  static func marking(_ exam: PrintedExam) -> [String] {
    var lines: [String] = []
    if exam.forms.count > 1 {
      lines.append(
        "Each question is headed by its numbers in the forms; before each answer stand its letters, "
          + "in the order \(exam.forms.indices.map(exam.letter).joined(separator: ", ")).")
    }
    if let rules = exam.rules, let passing = exam.passing {
      let (right, counted) = (passing.right, passing.counted)
      lines.append(
        rules.scoring == .netCorrect
          ? "A pass takes \(right) marks of \(counted)."
          : "A pass takes \(right) of the \(counted) counted questions right.")
    }
    if exam.forms.first?.items.contains(where: { !$0.isScored }) == true {
      lines.append("What stands in brackets is not counted.")
    }
    lines.append("Drawn with seed \(exam.seed).")
    return lines
  }
}
