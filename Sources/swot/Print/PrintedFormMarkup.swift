import PracticeCore

/// A form as candidates get it: name and date to be filled in, and the questions.
struct PrintedFormMarkup {
  private let exam: PrintedExam
  private let index: Int
  private let form: ExamPaper

  /// Takes a form by its place among the forms of an exam.
  init(_ exam: PrintedExam, form index: Int) {
    self.exam = exam
    self.index = index
    form = exam.forms[index]
  }

  /// The form.
  var section: Markup {
    let letter = exam.letter(ofForm: index)
    return Markup.element(
      "section",
      ["class": letter.isEmpty ? "sheet" : "sheet form-\(letter)", "id": "form-\(index + 1)"]
    ) {
      Markup.element("header") {
        Markup.element("h2") {
          exam.title
          if !letter.isEmpty { Markup.element("span", ["class": "letter"]) { "Form \(letter)" } }
        }
        Markup.element("p", ["class": "fields"]) {
          for field in ["Name", "Date"] {
            Markup.element("span", ["class": "field"]) { field }
          }
        }
        Markup.element("p", ["class": "extent"]) { PrintWording.extent(exam) }
        Markup.element("ul", ["class": "rules"]) {
          for line in PrintWording.instructions(exam) { Markup.element("li") { line } }
        }
      }
      for place in form.items.indices {
        scenario(at: place)
        question(at: place)
      }
    }
  }

  /// The text before the first of the questions that share it.
  @MarkupBuilder private func scenario(at place: Int) -> Markup {
    let item = form.items[place]
    if let scenario = item.scenario, place == 0 || !isShared(place - 1, place) {
      let last = (place..<form.items.count).last { isShared(place, $0) } ?? place
      Markup.element("div", ["class": "scenario"]) {
        Markup.element("p", ["class": "about"]) {
          PrintWording.scenario(of: place + 1...last + 1)
        }
        Markup.text(scenario)
      }
    }
  }

  private func isShared(_ place: Int, _ other: Int) -> Bool {
    let (first, second) = (form.items[place].question, form.items[other].question)
    return first.scenario == second.scenario && first.id.bank == second.id.bank
  }

  private func question(at place: Int) -> Markup {
    let item = form.items[place]
    return Markup.element("article", ["class": "asked"]) {
      Markup.element("h3") { "\(place + 1)" }
      Markup.element("div") {
        Markup.text(item.question.stem)
        if let task = PrintWording.task(item.question) {
          Markup.element("p", ["class": "task"]) { task }
        }
        items(item)
      }
    }
  }

  @MarkupBuilder private func items(_ item: ExamPaper.Item) -> Markup {
    switch item.question.format {
    case .choices(let choices):
      let box = item.question.keyNumbers.count > 1 ? "box" : "box round"
      lettered(item.order.filter { choices.indices.contains($0 - 1) }.map { choices[$0 - 1].text })
      {
        Markup.element("span", ["class": box])
      }
    case .match(let pairs, _):
      let answers = item.question.matchAnswers
      Markup.element("div", ["class": "matching"]) {
        Markup.element("ol", ["class": "prompts"]) {
          for pair in pairs {
            Markup.element("li") {
              Markup.element("span", ["class": "blank"])
              Markup.element("div", ["class": "said"]) { Markup.text(pair.prompt) }
            }
          }
        }
        lettered(item.order.filter { answers.indices.contains($0 - 1) }.map { answers[$0 - 1] })
      }
    case .order(let steps):
      lettered(item.order.filter { steps.indices.contains($0 - 1) }.map { steps[$0 - 1] })
      Markup.element("p", ["class": "places"]) {
        for number in 1...max(1, steps.count) {
          Markup.element("span", ["class": "place"]) {
            "\(number)"
            Markup.element("span", ["class": "blank"])
          }
        }
      }
    case .answer:
      Markup.element("p", ["class": "fields"]) {
        Markup.element("span", ["class": "field"]) { "Answer" }
      }
    }
  }

  /// A list with letters before its texts.
  private func lettered(
    _ texts: [String], @MarkupBuilder mark: () -> Markup = { Markup() }
  ) -> Markup {
    Markup.element("ol", ["class": "lettered"]) {
      for text in texts {
        Markup.element("li") {
          mark()
          Markup.element("div", ["class": "said"]) { Markup.text(text) }
        }
      }
    }
  }
}
