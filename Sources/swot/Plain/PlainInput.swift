import PracticeCore

/// A line typed in plain mode, understood.
enum PlainInput: Equatable {
  /// An answer to the question, in the numbers of the bank.
  case answer(Response, Confidence?)
  /// `:s`: not this question now.
  case skip
  /// `:bury`: not this question before tomorrow.
  case bury
  /// `:suspend`: not this question any more.
  case suspend
  /// `:q`: no more questions.
  case quit
  /// `:undo`: the last answer, or what was set aside last, was a slip.
  case undo
  /// `:notes`: what the notes say on the question's objective.
  case notes
  /// `:flag`: mark the question, or take the mark away.
  case flag
  /// `:report TEXT`: something is wrong with the question.
  case report(String)
  /// `:help`.
  case help
  /// None of these: what is wrong with the line.
  case problem(String)

  /// Understands `line`, which was typed at `showing` of `question`.
  init(_ line: String, to question: Question, shownAs showing: Showing) {
    let text = Self.trimmed(line[...])
    guard !text.hasPrefix(":") else {
      self = Self.command(text)
      return
    }
    let (answer, confidence) = Self.splitConfidence(of: text)
    switch Self.response(answer, to: question, order: showing.order) {
    case .success(let response): self = .answer(response, confidence)
    case .failure(let problem): self = .problem(problem.text)
    }
  }

  /// What is wrong with an answer.
  struct Problem: Error {
    let text: String
  }

  private static func command(_ text: Substring) -> PlainInput {
    let name = text.prefix { !$0.isWhitespace }
    let rest = trimmed(text.dropFirst(name.count))
    switch (name, rest.isEmpty) {
    case (":s", true): return .skip
    case (":q", true): return .quit
    case (":bury", true): return .bury
    case (":suspend", true): return .suspend
    case (":undo", true): return .undo
    case (":notes", true): return .notes
    case (":flag", true): return .flag
    case (":help", true): return .help
    case (":report", false): return .report(String(rest))
    case (":report", true): return .problem("Say what is wrong with the question: :report TEXT")
    case (":c", true), (":u", true), (":g", true):
      return .problem("\(name) stands behind an answer, such as: 2 \(name)")
    default: return .problem("There is no such command. :help lists them all.")
    }
  }

  /// The answer, and the confidence that stands behind it, separated by a blank.
  private static func splitConfidence(of text: Substring) -> (Substring, Confidence?) {
    let confidence: Confidence? =
      switch text.suffix(2) {
      case ":c": .certain
      case ":u": .unsure
      case ":g": .guess
      default: nil
      }
    let answer = text.dropLast(2)
    guard confidence != nil, answer.last?.isWhitespace == true else { return (text, nil) }
    return (trimmed(answer), confidence)
  }

  /// Understands an answer, in the numbers of the bank.
  ///
  /// - Parameters:
  ///   - text: What was typed, without space around it.
  ///   - question: The question.
  ///   - shown: The numbers of its items in the order shown.
  ///   - allowsPart: Whether fewer choices than are right are an answer too.
  /// - Returns: The answer, or what is wrong with it.
  static func response(
    _ text: Substring, to question: Question, order shown: ItemNumbers, allowsPart: Bool = false
  ) -> Result<Response, Problem> {
    guard !text.isEmpty else {
      return .failure(Problem(text: "Type an answer. :help lists what else can be typed."))
    }
    switch question.format {
    case .answer: return .success(.text(String(text)))
    case .choices:
      return numbers(text, of: shown).flatMap {
        choices($0, of: question, allowsPart: allowsPart)
      }
    case .match(let pairs, _):
      return numbers(text, of: shown).flatMap { matches($0, prompts: pairs.count) }
    case .order(let steps): return numbers(text, of: shown).flatMap { order($0, of: steps.count) }
    }
  }

  /// The numbers typed, as numbers of the bank.
  private static func numbers(
    _ text: Substring, of order: ItemNumbers
  ) -> Result<[Int], Problem> {
    var numbers: [Int] = []
    for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      guard part.utf8.count <= 2, let shown = Int(part), order.indices.contains(shown - 1)
      else {
        return .failure(
          Problem(
            text: "'\(part)' is no answer: the answers have the numbers 1 to "
              + "\(order.count)."))
      }
      numbers.append(order[shown - 1])
    }
    return .success(numbers)
  }

  private static func choices(
    _ chosen: [Int], of question: Question, allowsPart: Bool
  ) -> Result<Response, Problem> {
    guard Set(chosen).count == chosen.count else {
      return .failure(Problem(text: "One number stands there twice."))
    }
    let wanted = question.keyNumbers.count
    let isPart = allowsPart && (1..<max(1, wanted)).contains(chosen.count)
    guard chosen.count == wanted || isPart else {
      return .failure(
        Problem(text: "\(PlainWording.choose(wanted)) (\(chosen.count) chosen)."))
    }
    return response(chosen.sorted())
  }

  private static func matches(_ answers: [Int], prompts: Int) -> Result<Response, Problem> {
    guard answers.count == prompts else {
      return .failure(
        Problem(
          text: "Type \(prompts) numbers, one for each prompt in their order "
            + "(\(answers.count) typed)."))
    }
    return response(answers)
  }

  private static func order(_ steps: [Int], of count: Int) -> Result<Response, Problem> {
    guard Set(steps).count == steps.count, steps.count == count else {
      return .failure(Problem(text: "Type each number from 1 to \(count) once."))
    }
    return response(steps)
  }

  private static func response(_ numbers: [Int]) -> Result<Response, Problem> {
    guard let numbers = ItemNumbers(numbers) else {
      return .failure(Problem(text: "These are too many numbers."))
    }
    return .success(.numbers(numbers))
  }

  /// The text without space around it.
  static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
