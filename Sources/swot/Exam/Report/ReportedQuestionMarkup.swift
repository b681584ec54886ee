import PracticeCore

/// A question of a report as HTML.
struct ReportedQuestionMarkup {
  private let question: ReportedQuestion

  /// Makes the markup of a question.
  init(_ question: ReportedQuestion) { self.question = question }

  /// The question, in an element of its own that a link can lead to.
  var article: Markup {
    let item = question.item
    return Markup.element(
      "article", ["class": "question", "id": "question-\(question.number)"]
    ) {
      Markup.element("h3") {
        "Question \(question.number): "
        Markup.element("span", ["class": question.verdict == .right ? "right" : "wrong"]) {
          (question.verdict == .right ? "✓ " : "✗ ") + ExamReportWording.verdict(question.verdict)
        }
      }
      Markup.element("p", ["class": "about"]) { about }
      if let scenario = item.scenario {
        Markup.element("div", ["class": "scenario"]) { Markup.text(scenario) }
      }
      Markup.text(item.question.stem)
      items
      if let takeaway = item.question.takeaway {
        Markup.element("div", ["class": "takeaway"]) {
          Markup.element("p") { Markup.element("strong") { "Take-away" } }
          Markup.text(takeaway)
        }
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

  private var about: String {
    let item = question.item
    let places = [item.question.id.description, question.section, item.objectiveTitle]
    return (places.compactMap(\.self) + [ExamReportWording.facts(question).joined(separator: ", ")])
      .joined(separator: " · ")
  }

  @MarkupBuilder private var items: Markup {
    switch question.items {
    case .choices(let choices):
      Markup.element("ol", ["class": "items"]) {
        for choice in choices { self.choice(choice) }
      }
    case .match(let prompts, let unused):
      Markup.element("ol", ["class": "items"]) {
        for prompt in prompts { self.prompt(prompt) }
      }
      for answer in unused {
        Markup.element("p", ["class": "why"]) { "Matches nothing: \(answer)" }
      }
    case .order(let steps):
      Markup.element("p", ["class": "why"]) { "The right order:" }
      Markup.element("ol", ["class": "items"]) {
        for (index, step) in steps.enumerated() { self.step(step, place: index + 1) }
      }
    case .typed(let text, let accepted):
      Markup.element("p") {
        if let text {
          let isRight = question.verdict == .right
          Self.tag(.init(text: isRight ? "✓ yours" : "✗ yours", isRight: isRight))
          text
        } else {
          "No answer."
        }
      }
      Markup.element("p") {
        Self.tag(.init(text: "✓ right", isRight: true))
        accepted.joined(separator: ", or ")
      }
    }
  }

  private func choice(_ choice: ReportedQuestion.Choice) -> Markup {
    Markup.element("li", ["class": choice.isStruck ? "struck" : nil]) {
      let tags = ExamReportWording.tags(choice, isAnswered: question.sheet.response != nil)
      if !tags.isEmpty {
        Markup.element("p", ["class": "tags"]) { for tag in tags { Self.tag(tag) } }
      }
      Markup.element("div", ["class": "said"]) { Markup.text(choice.text) }
      if let why = choice.why {
        Markup.element("div", ["class": "why"]) { Markup.text(why) }
      }
    }
  }

  private func prompt(_ prompt: ReportedQuestion.Prompt) -> Markup {
    Markup.element("li") {
      Markup.text(prompt.text)
      if prompt.isRight {
        Markup.element("p") {
          Self.tag(.init(text: "✓ yours", isRight: true))
          prompt.right
        }
      } else if question.sheet.response != nil {
        Markup.element("p") {
          Self.tag(.init(text: "✗ yours", isRight: false))
          prompt.given ?? "none"
        }
      }
      if !prompt.isRight {
        Markup.element("p") {
          Self.tag(.init(text: "✓ right", isRight: true))
          prompt.right
        }
      }
      if let why = prompt.why {
        Markup.element("div", ["class": "why"]) { Markup.text(why) }
      }
    }
  }

  private func step(_ step: ReportedQuestion.Step, place: Int) -> Markup {
    Markup.element("li") {
      if let given = step.given {
        Markup.element("p", ["class": "tags"]) {
          given == place
            ? Self.tag(.init(text: "✓ yours", isRight: true))
            : Self.tag(.init(text: "✗ yours was place \(given)", isRight: false))
        }
      }
      Markup.element("div", ["class": "said"]) { Markup.text(step.text) }
    }
  }

  private static func tag(_ tag: ExamReportWording.Tag) -> Markup {
    Markup.element(
      "span", ["class": "tag" + (tag.isRight.map { $0 ? " right" : " wrong" } ?? "")]
    ) { tag.text } + Markup(" ")
  }
}
