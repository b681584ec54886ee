import TestSupport

/// What a candidate sees of one question, whether on a screen or in lines.
///
/// The questions of ``ExamFiles`` have words of their own, `Q12-alpha`, by which they are known again.
struct ExamPage: Equatable {
  /// The kinds of question, as the last part of a question's name tells.
  enum Kind: String, CaseIterable {
    case single, double, match, order, typed
  }

  /// Its name: `Q12`.
  var question: String
  /// Its kind.
  var kind: Kind
  /// The words that can be chosen, in the order shown; none where that order is the answer itself.
  var items: [String] = []
  /// What is answered; empty where nothing is.
  ///
  /// The words chosen, in the order shown; for each prompt its answer, `-` for none; all steps in the
  /// order given; the text typed.
  var answer: [String] = []
  /// The words that are struck out, in the order shown.
  var struck: [String] = []
  /// Whether it is flagged.
  var isFlagged = false

  /// The page with nothing done, for comparing what nobody can change.
  var bare: ExamPage {
    var bare = self
    (bare.answer, bare.struck, bare.isFlagged) = ([], [], false)
    return bare
  }

  // MARK: - Doing

  /// Chooses a word, or takes it back where several can be chosen.
  mutating func choose(_ word: String) {
    struck.removeAll { $0 == word }
    if kind == .single {
      answer = [word]
    } else if answer.contains(word) {
      answer.removeAll { $0 == word }
    } else {
      answer = items.filter { answer.contains($0) || $0 == word }
    }
  }

  /// Strikes a word out, or takes the stroke away.
  mutating func strike(_ word: String) {
    if struck.contains(word) {
      struck.removeAll { $0 == word }
    } else {
      struck = items.filter { struck.contains($0) || $0 == word }
      answer.removeAll { $0 == word }
    }
  }

  /// Gives a prompt, from 0, an answer.
  mutating func match(_ prompt: Int, _ word: String) {
    if answer.isEmpty { answer = Array(repeating: "-", count: Self.prompts) }
    answer[prompt] = word
  }

  /// How many prompts a question of matching has.
  static let prompts = 2
}

/// The files of an exam whose questions can be told apart on the screen.
enum ExamFiles {
  /// How many questions the bank and the exam have.
  static let questions = 15

  /// Writes bank and exam into a folder.
  ///
  /// - Parameters:
  ///   - folder: An existing folder.
  ///   - write: Writes a text to a path.
  /// - Returns: The options that make them the only ones.
  /// - Throws: What keeps them from being written.
  static func write(
    to folder: String, _ write: (String, String) throws -> Void
  ) throws -> [String] {
    var bank = """
      format: swot-bank/1
      id: torture
      title: Torture
      questions:

      """
    for number in 1...questions {
      let kinds = ExamPage.Kind.allCases
      let kind = kinds[number % kinds.count]
      let name = "Q\(number)"
      bank += "  - id: \(name)\n    stem: What of \(name)-\(kind.rawValue)-stem?\n"
      switch kind {
      case .single, .double:
        bank += "    choices:\n"
        for (index, word) in ["alpha", "beta", "gamma", "delta"].enumerated() {
          let isRight = index == 0 || (kind == .double && index == 1)
          bank += "      - {\(isRight ? "right" : "wrong"): \(name)-\(word)}\n"
        }
      case .match:
        bank += """
              match:
                - {prompt: \(name)-first, answer: \(name)-alpha}
                - {prompt: \(name)-second, answer: \(name)-beta}
              distractors: [\(name)-gamma]

          """
      case .order: bank += "    order: [\(name)-alpha, \(name)-beta, \(name)-gamma]\n"
      case .typed: bank += "    answer: [\(name)-alpha]\n"
      }
    }
    try write(folder + "/torture.yaml", bank)
    try write(
      folder + "/torture-exam.yaml",
      """
      format: swot-exam/1
      id: torture-exam
      title: Torture exam
      questions: \(questions)
      minutes: 130
      scale: percent
      pass: 70
      sections:
        - {title: All, weight: 1, from: [torture]}

      """)
    return [
      "--no-builtin-banks", "--bank", folder + "/torture.yaml", "--bank",
      folder + "/torture-exam.yaml",
    ]
  }
}
