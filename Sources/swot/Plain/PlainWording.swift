import PracticeCore

/// What plain mode says, apart from the texts of banks.
enum PlainWording {
  /// Before the first question.
  static let welcome =
    "Answer each question with a line. :help says how, :q ends; all answers are kept."

  /// After `:help`.
  static let help = [
    "Choices: the number, such as 2; several as 1,3.",
    "Matching: for each prompt the number of its answer, such as 3 1.",
    "Ordering: the numbers in the right order, such as 3 1 2.",
    "Typed: the text.",
    "How sure you are may stand behind an answer: 2 :c certain, 2 :u unsure, 2 :g a guess.",
    ":s skips the question.",
    ":bury leaves the question until tomorrow; :suspend doesn't ask it any more.",
    ":undo takes your last answer back and asks again, or asks what you set aside last.",
    ":notes reads the study notes on the question.",
    ":flag flags the question, or takes the flag away.",
    ":report TEXT notes that something is wrong with the question.",
    ":q ends. All answers are kept.",
  ]

  /// Where a session has no question.
  static func nothingToDo(_ mode: StudyMode) -> String {
    switch mode {
    case .study: "Nothing is due today. For more: swot study --new 5, or swot quiz."
    case .quiz: "No question matches."
    }
  }

  /// What to type for a question.
  static func instruction(_ question: Question) -> String {
    switch question.format {
    case .choices: choose(question.keyNumbers.count) + "."
    case .match(let pairs, _):
      "For each of the \(pairs.count) prompts, type the number of its answer."
    case .order: "Type the numbers in the right order."
    case .answer: "Type the answer."
    }
  }

  /// How many choices to make.
  static func choose(_ count: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return "Choose \(words.indices.contains(count) ? words[count] : "\(count)")"
  }

  /// The first line of the feedback.
  ///
  /// - Parameters:
  ///   - record: The answer.
  ///   - comesBackSoon: Whether the question comes back in this session.
  ///   - days: Days until the next review; nil where none is planned.
  ///   - planned: What the plan towards the exam says of it in its place; nil for nothing.
  /// - Returns: The line.
  static func verdict(
    _ record: AnswerRecord, comesBackSoon: Bool, days: Int?, planned: String? = nil
  ) -> String {
    let verdict =
      switch (record.isRight, record.confidence) {
      case (false, _): "Wrong. It"
      case (true, .guess): "Right. You guessed, so it"
      case (true, _): "Right. It"
      }
    if comesBackSoon { return verdict + " comes back in this session." }
    if let planned { return verdict + planned.dropFirst(2) + "." }
    guard let days, record.rating != nil else { return record.isRight ? "Right." : "Wrong." }
    return switch days {
    case ...0: verdict + " comes back today."
    case 1: verdict + " comes back tomorrow."
    default: verdict + " comes back in \(days) days."
    }
  }

  /// A question was set aside without an answer.
  static func setAside(_ question: QuestionID, _ mark: QuestionMark) -> String {
    let text = mark == .bury ? "is left until tomorrow" : "won't be asked any more"
    return "\(question) \(text). :undo takes that back."
  }

  /// The last line of a session.
  static func ending(answers: Int, right: Int) -> String { "Answered \(answers), right \(right)." }
}
