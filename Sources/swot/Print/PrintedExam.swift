import PracticeCore

/// An exam for paper: its forms and their answers.
struct PrintedExam: Equatable {
  /// What is printed of it.
  enum Parts: Equatable {
    case paperAndKey, paperOnly, keyOnly
  }

  /// The most forms that are printed at once.
  static let mostForms = 6

  /// What candidates know it by.
  let title: String
  /// The rules; nil for questions that are no exam.
  let rules: Blueprint?
  /// The seed that draws the same forms again.
  let seed: UInt64
  /// The forms, A first: the same questions in other orders.
  let forms: [ExamPaper]
  /// What is printed.
  let parts: Parts

  /// Takes an exam.
  ///
  /// - Parameters:
  ///   - paper: Form A.
  ///   - forms: How many there are to be, 1 to ``mostForms``.
  ///   - parts: What is printed.
  init(_ paper: ExamPaper, forms: Int, parts: Parts) {
    title = paper.blueprint.title
    rules = paper.blueprint
    seed = paper.seed
    self.forms = (0..<forms).map(paper.form)
    self.parts = parts
  }

  /// Takes questions that are no exam, in their order; every form is another one.
  ///
  /// - Parameters:
  ///   - title: What is written above them.
  ///   - items: The questions.
  ///   - seed: Where the shuffling starts.
  ///   - forms: How many there are to be, 1 to ``mostForms``.
  ///   - parts: What is printed.
  init(title: String, items: [ExamPaper.Item], seed: UInt64, forms: Int, parts: Parts) {
    self.title = title
    rules = nil
    self.seed = seed
    let blueprint = Blueprint(
      id: "print", title: title, questions: items.count, minutes: 1, scale: .percent(pass: 100),
      sections: [])
    let paper = ExamPaper(blueprint: blueprint, seed: seed, items: items)
    self.forms = (1...forms).map(paper.form)
    self.parts = parts
  }

  /// The name of a form; empty where there is one alone.
  func letter(ofForm index: Int) -> String { forms.count > 1 ? Self.letter(index + 1) : "" }

  /// The letter of a number from 1: what stands before a choice.
  static func letter(_ number: Int) -> String {
    Unicode.Scalar(UInt32(64 + min(max(number, 1), 26))).map { String(Character($0)) } ?? ""
  }

  /// The numbers of a question in each form, in their order.
  func numbers(of question: QuestionID) -> [Int] {
    forms.map { form in
      (form.items.firstIndex { $0.question.id == question } ?? 0) + 1
    }
  }

  /// The least number of counted questions right in full that passes, and of how many; nil where
  /// that is no exam.
  var passing: (right: Int, counted: Int)? {
    guard let rules, let form = forms.first else { return nil }
    let counted = form.items.count(where: \.isScored)
    let needed = (0...counted).first { right in
      Marks(whole: right).reach(rules.scale.cut, of: Marks(whole: counted))
    }
    return needed.map { ($0, counted) }
  }
}

extension ExamPaper.Item {
  /// The letter under which an item of that number is printed.
  func letter(of number: Int) -> String {
    order.firstIndex(of: number).map { PrintedExam.letter($0 + 1) } ?? ""
  }

  /// What is right, as it would be written on paper: `A, C`; `1 C, 2 A`; `C A B`; or the text.
  var writtenKey: String {
    switch (question.format, question.rightResponse) {
    case (.choices, .numbers(let numbers)):
      numbers.map(letter).sorted().joined(separator: ", ")
    case (.match, .numbers(let numbers)):
      numbers.enumerated().map { "\($0 + 1) \(letter(of: $1))" }.joined(separator: ", ")
    case (.order, .numbers(let numbers)): numbers.map(letter).joined(separator: " ")
    case (.answer(let accepted), _): accepted.joined(separator: ", or ")
    default: ""
    }
  }
}
