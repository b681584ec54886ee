import PracticeCore

/// The answers of an exam on paper: the letters of each form, and all questions with their reasons.
struct PrintedKeyMarkup {
  private let exam: PrintedExam

  /// Takes an exam.
  init(_ exam: PrintedExam) { self.exam = exam }

  /// The key.
  var section: Markup {
    Markup.element("section", ["class": "sheet key", "id": "key"]) {
      Markup.element("header") {
        Markup.element("h2") {
          exam.title
          Markup.element("span", ["class": "letter"]) { "Answer key" }
        }
        Markup.element("ul", ["class": "rules"]) {
          for line in PrintWording.marking(exam) { Markup.element("li") { line } }
        }
      }
      for index in exam.forms.indices { letters(ofForm: index) }
      Markup.element("h3", ["class": "reasons"]) { "Answers and reasons" }
      for item in exam.forms.first?.items ?? [] { question(item) }
    }
  }

  /// The answers of one form in a few columns, to lay beside a paper.
  private func letters(ofForm index: Int) -> Markup {
    let letter = exam.letter(ofForm: index)
    return Markup.element("div", ["class": "answers"]) {
      Markup.element("h3") { letter.isEmpty ? "Answers" : "Form \(letter)" }
      Markup.element("ol") {
        for item in exam.forms[index].items {
          Markup.element("li") { item.isScored ? item.writtenKey : "(\(item.writtenKey))" }
        }
      }
    }
  }

  private func question(_ item: ExamPaper.Item) -> Markup {
    let question = item.question
    return Markup.element("article", ["class": "question"]) {
      Markup.element("h4") { heading(item) }
      Markup.element("p", ["class": "about"]) {
        ([question.id.description, item.objectiveTitle].compactMap(\.self)
          + (item.isScored ? [] : ["not counted"])).joined(separator: " · ")
      }
      Markup.text(question.stem)
      answers(item)
      if let takeaway = question.takeaway {
        Markup.element("div", ["class": "takeaway"]) { Markup.text(takeaway) }
      }
      if !item.references.isEmpty {
        Markup.element("ul", ["class": "sources"]) {
          for reference in item.references {
            Markup.element("li") { Markup.link(reference.title, to: reference.url) }
          }
        }
      }
    }
  }

  private func heading(_ item: ExamPaper.Item) -> String {
    let numbers = exam.numbers(of: item.question.id)
    guard exam.forms.count > 1 else { return "Question \(numbers.first ?? 0)" }
    return numbers.enumerated().map { "\(exam.letter(ofForm: $0)) \($1)" }
      .joined(separator: " · ")
  }

  /// The letters of an item in all forms: `C`, or `C, A, D`.
  private func letters(of number: Int, _ question: Question) -> String {
    exam.forms.compactMap { form in
      form.items.first { $0.question.id == question.id }?.letter(of: number)
    }.joined(separator: ", ")
  }

  @MarkupBuilder private func answers(_ item: ExamPaper.Item) -> Markup {
    let question = item.question
    switch question.format {
    case .choices(let choices):
      Markup.element("ul", ["class": "keyed"]) {
        for number in item.order where choices.indices.contains(number - 1) {
          let choice = choices[number - 1]
          answer(
            letters(of: number, question), choice.text, isRight: choice.isRight, why: choice.why)
        }
      }
    case .match(let pairs, let distractors):
      let answers = question.matchAnswers
      Markup.element("ul", ["class": "keyed"]) {
        for (index, pair) in pairs.enumerated() {
          let number = (answers.firstIndex(of: pair.answer) ?? 0) + 1
          answer(
            "\(index + 1)", "\(pair.prompt) → \(letters(of: number, question)): \(pair.answer)",
            isRight: true, why: pair.why)
        }
      }
      if !distractors.isEmpty {
        Markup.element("p", ["class": "why"]) {
          "Matches nothing: \(distractors.joined(separator: "; "))"
        }
      }
    case .order(let steps):
      Markup.element("ul", ["class": "keyed"]) {
        for (index, step) in steps.enumerated() {
          answer(letters(of: index + 1, question), step, isRight: true, why: nil)
        }
      }
    case .answer(let accepted):
      Markup.element("ul", ["class": "keyed"]) {
        for text in accepted { answer("", text, isRight: true, why: nil) }
      }
    }
  }

  private func answer(_ letters: String, _ text: String, isRight: Bool, why: String?) -> Markup {
    Markup.element("li", ["class": isRight ? "right" : nil]) {
      Markup.element("p", ["class": "tags"]) {
        Markup.element("span", ["class": "mark"]) { isRight ? "✓" : "" }
        if !letters.isEmpty { Markup.element("strong") { letters } }
      }
      Markup.element("div", ["class": "said"]) { Markup.text(text) }
      if let why { Markup.element("div", ["class": "why"]) { Markup.text(why) } }
    }
  }
}
