import PracticeCore

/// What an exam says in plain lines, apart from its texts.
enum PlainExamWording {
  /// Under the rules.
  static let ready = "Enter starts the clock. :q leaves without beginning; :help lists all later."
  /// Where the exam is open elsewhere.
  static let takeOver = "Take it over? What runs there is ended, and nothing is lost. y or n"
  /// After the last question.
  static func last(_ navigation: ExamNavigation) -> String {
    let elsewhere = navigation == .free ? ":g 3 goes to question 3, " : ""
    return "That was the last question. \(elsewhere):e ends the exam."
  }
  /// Where the rules don't let the candidate go.
  static let forwardOnly = "This exam goes forward only: :n goes to the next question."

  /// After `:help`.
  static func help(_ navigation: ExamNavigation) -> [String] {
    [
      "Choices: the number, such as 2; several as 1,3. The next question comes at once.",
      "Matching: for each prompt the number of its answer, such as 3 1.",
      "Ordering: the numbers in the right order, such as 3 1 2.",
      "Typed: the text.",
      ":clear takes your answer away.",
      navigation == .free
        ? ":n goes to the next question, :b to the one before, :g 12 to question 12."
        : ":n goes to the next question; there is no way back.",
      ":f flags the question, or takes the flag away.",
      ":x 2 strikes out choice 2, or takes the stroke away.",
      ":r lists what is open and flagged.",
      ":t says what time is left.",
      ":e ends the exam, after asking.",
      ":q leaves it; swot exam --resume comes back.",
    ]
  }

  /// What time is left.
  static func left(_ milliseconds: Int64) -> String {
    "Time left: \(ExamWording.clock(milliseconds))."
  }

  /// What is told of the time by itself.
  static func notice(_ notice: ExamNotice) -> String {
    switch notice {
    case .halfTime: "Half of the time is over."
    case .minutes(let minutes): "\(ExamWording.counted(minutes, "minute")) left."
    }
  }

  /// At the deadline, which was then.
  static func timeIsUp(_ end: LocalTime) -> String {
    "The time was up at \(ExamWording.timeOfDay(end)). Your answers up to then count."
  }

  /// Before the end.
  ///
  /// - Parameter open: The numbers of the questions that are open.
  /// - Returns: The line.
  static func confirmation(open: [Int]) -> String {
    switch open.count {
    case 0: "Everything is answered. :e once more ends the exam."
    case 1: "Question \(open[0]) is open. :e once more ends the exam."
    default: "\(open.count) questions are open: \(list(open)). :e once more ends the exam."
    }
  }

  /// How far the candidate is.
  static func review(count: Int, open: [Int], flagged: [Int]) -> [String] {
    var lines = ["Answered \(count - open.count) of \(count)."]
    if !open.isEmpty { lines.append("Open: \(list(open)).") }
    if !flagged.isEmpty { lines.append("Flagged: \(list(flagged)).") }
    return lines
  }

  /// After leaving.
  ///
  /// - Parameters:
  ///   - start: What was laid down when the exam began.
  ///   - left: The milliseconds that are left.
  ///   - end: When the time is up where it runs on.
  /// - Returns: The line.
  static func left(_ start: ExamStart, left: Int64, end: LocalTime) -> String {
    start.isPausable
      ? "The clock stands at \(ExamWording.clock(left)). To go on: swot exam --resume"
      : "The clock runs on until \(ExamWording.timeOfDay(end)). To go on: swot exam --resume"
  }

  private static func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ", ")
  }
}
