import PracticeCore

/// Something about a question that a rule speaks of, before its place in the file is known.
struct QuestionFinding {
  /// A word within a text, to be found again in the file.
  struct Spot {
    /// The word as written.
    var word: [UInt8]
    /// How many words with the same letters come before it in the text.
    var occurrence: Int
    /// How long the text is, in bytes.
    var length: Int
  }

  var rule: Rule
  var message: String
  var part: BankPlaces.Part
  /// The word in the part's text; nil for the whole part.
  var spot: Spot?
}

/// A question with its texts as words, and what was found about it.
struct QuestionExamination {
  /// The question.
  let question: Question
  /// Whether it is in English: rules on words are off otherwise.
  let isEnglish: Bool
  /// The stem.
  let stem: WordedText
  /// The texts of the choices; empty for other kinds.
  let choices: [(choice: Choice, text: WordedText)]
  /// What was found.
  private(set) var findings: [QuestionFinding] = []

  /// Takes a question of a bank in `language` (a BCP 47 tag; nil counts as English).
  init(_ question: Question, language: String?) {
    self.question = question
    isEnglish = language.map { $0.lowercased().prefix { $0 != "-" } == "en" } ?? true
    stem = WordedText(question.stem)
    if case .choices(let choices) = question.format {
      self.choices = choices.map { ($0, WordedText($0.text)) }
    } else {
      choices = []
    }
  }

  /// The numbers from 0 of the choices that are right.
  var keys: [Int] { choices.indices.filter { choices[$0].choice.isRight } }

  /// The numbers from 0 of the choices that are wrong.
  var distractors: [Int] { choices.indices.filter { !choices[$0].choice.isRight } }

  /// Applies all rules on single questions.
  mutating func run() {
    checkLengths()
    checkNumbers()
    checkConvergence()
    checkGivenAnswers()
    guard isEnglish else { return }
    checkOthers()
    checkLetters()
    checkTerms()
    checkNegation()
    checkCount()
    checkEcho()
    checkSequence()
  }

  /// Notes a finding about a part of the question, or a word in its text.
  mutating func report(
    _ rule: Rule, _ message: String, at part: BankPlaces.Part,
    word: (word: Word, text: WordedText)? = nil
  ) {
    findings.append(
      QuestionFinding(
        rule: rule, message: message, part: part,
        spot: word.map { word, text in
          QuestionFinding.Spot(
            word: Array(text.bytes[word.range]), occurrence: text.occurrence(of: word),
            length: text.bytes.count)
        }))
  }
}
