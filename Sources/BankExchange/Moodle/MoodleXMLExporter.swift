import PracticeCore

/// Writes banks as Moodle XML, which Moodle 3.5 and newer import.
///
/// Ordering questions need Moodle 4.4, or its ordering plugin. Tags carry what Moodle has no place
/// for: difficulty, objective and the like.
package struct MoodleXMLExporter: BankExporter {
  /// Makes an exporter.
  package init() {}

  package func export(_ source: ExportSource) -> BankExport {
    var writing = MoodleXMLWriting(source)
    return writing.run()
  }
}

/// One bank on its way to Moodle XML.
private struct MoodleXMLWriting {
  private let bank: QuestionBank
  private var losses: ExportLosses
  private var elements: [XMLTree] = []

  init(_ source: ExportSource) {
    bank = source.bank
    losses = ExportLosses(of: source)
  }

  mutating func run() -> BankExport {
    losses.noteBank()
    losses.noteUnusedObjectives(of: bank)
    let outline = BankOutline(bank)
    var path: String?
    for (index, question) in bank.questions.enumerated() {
      let names = outline.titles(of: question)
      let wanted = MoodleCategory.path(ofNames: names, bankTitle: bank.title)
      if wanted != path {
        elements.append(Self.category(wanted))
        path = wanted
      }
      elements.append(element(of: question, at: index))
    }
    return BankExport(
      bytes: XMLWriter.document(XMLTree("quiz", [:], elements)),
      questionCount: bank.questions.count, losses: losses.all)
  }

  private static func category(_ path: String) -> XMLTree {
    XMLTree(
      "question", ["type": "category"],
      [
        XMLTree("category", [:], [XMLTree("text", text: path)]),
        XMLTree("info", ["format": "html"], [XMLTree("text")]),
        XMLTree("idnumber"),
      ])
  }

  private mutating func element(of question: Question, at index: Int) -> XMLTree {
    let id = String(question.id.question)
    let labels = QuestionLabels(question, in: bank)
    let general = GeneralFeedback(question, in: bank).html
    if question.scenario != nil { losses.noteScenario(ofQuestion: index) }
    let (type, parts) = self.parts(of: question, at: index)
    var children: [XMLTree] = [
      XMLTree("name", [:], [XMLTree("text", text: id)]),
      Self.html("questiontext", HTMLFragment.html(of: bank.wholeStem(of: question))),
      Self.html("generalfeedback", general),
      XMLTree("defaultgrade", text: "1.0000000"),
      XMLTree("penalty", text: type == "truefalse" ? "1.0000000" : "0.3333333"),
      XMLTree("hidden", text: "0"),
      XMLTree("idnumber", text: id),
    ]
    children += parts
    if !labels.texts.isEmpty {
      children.append(
        XMLTree(
          "tags", [:],
          labels.texts.map { XMLTree("tag", [:], [XMLTree("text", text: $0)]) }))
    }
    return XMLTree("question", ["type": type], children)
  }

  /// An element with a text of HTML in it.
  private static func html(_ name: String, _ html: String) -> XMLTree {
    XMLTree(name, ["format": "html"], [XMLTree("text", cdata: html)])
  }

  private mutating func parts(
    of question: Question, at index: Int
  ) -> (type: String, [XMLTree]) {
    switch question.format {
    case .choices(let choices):
      if TrueOrFalse.isOne(choices) {
        return ("truefalse", choices.map(Self.truth))
      }
      return ("multichoice", multichoice(choices, at: index))
    case .match(let pairs, let distractors):
      losses.noteRationales(of: pairs, ofQuestion: index, "Moodle has no place for it")
      return ("matching", Self.matching(pairs, distractors))
    case .order(let steps): return ("ordering", Self.ordering(steps))
    case .answer(let answers): return ("shortanswer", Self.shortAnswer(answers))
    }
  }

  private static func truth(_ choice: Choice) -> XMLTree {
    XMLTree(
      "answer", ["fraction": choice.isRight ? "100" : "0", "format": "moodle_auto_format"],
      [
        XMLTree("text", text: choice.text.lowercased()),
        html("feedback", HTMLFragment.html(of: choice.why ?? "")),
      ])
  }

  private mutating func multichoice(_ choices: [Choice], at index: Int) -> [XMLTree] {
    let right = choices.count(where: \.isRight)
    if right > 1 {
      losses.note(
        .points, ofQuestion: index, "Moodle gives part of the points for some right choices")
    }
    losses.noteLast(of: choices, ofQuestion: index, "Moodle shuffles it with the others")
    var parts = [
      XMLTree("single", text: right == 1 ? "true" : "false"),
      XMLTree("shuffleanswers", text: "true"),
      XMLTree("answernumbering", text: "abc"),
      XMLTree("showstandardinstruction", text: "0"),
    ]
    parts += ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"].map {
      Self.html($0, "")
    }
    for choice in choices {
      let fraction =
        if choice.isRight {
          MoodleFraction.text(oneOf: right)
        } else {
          right == 1 ? "0" : MoodleFraction.text(.minus, oneOf: choices.count - right)
        }
      parts.append(
        XMLTree(
          "answer", ["fraction": fraction, "format": "html"],
          [
            XMLTree("text", cdata: HTMLFragment.html(of: choice.text)),
            Self.html("feedback", HTMLFragment.html(of: choice.why ?? "")),
          ]))
    }
    return parts
  }

  private static func matching(_ pairs: [MatchPair], _ distractors: [String]) -> [XMLTree] {
    func row(_ prompt: String, _ answer: String) -> XMLTree {
      XMLTree(
        "subquestion", ["format": "html"],
        [
          XMLTree("text", cdata: HTMLFragment.html(of: prompt)),
          // Answers stand in a menu, which shows plain text.
          XMLTree("answer", [:], [XMLTree("text", text: answer)]),
        ])
    }
    return [XMLTree("shuffleanswers", text: "true")]
      + pairs.map { row($0.prompt, $0.answer) } + distractors.map { row("", $0) }
  }

  private static func ordering(_ steps: [String]) -> [XMLTree] {
    let settings: KeyValuePairs = [
      "layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": "0",
      "gradingtype": "ALL_OR_NOTHING", "showgrading": "HIDE", "numberingstyle": "none",
    ]
    return settings.map { XMLTree($0, text: $1) }
      + steps.enumerated().map { index, step in
        XMLTree(
          "answer", ["fraction": "\(index + 1).0000000", "format": "html"],
          [XMLTree("text", cdata: HTMLFragment.html(of: step))])
      }
  }

  private static func shortAnswer(_ answers: [String]) -> [XMLTree] {
    [XMLTree("usecase", text: "0")]
      + answers.map { answer in
        XMLTree(
          "answer", ["fraction": "100", "format": "moodle_auto_format"],
          [
            XMLTree("text", text: MoodleShortAnswer.pattern(of: answer)), html("feedback", ""),
          ])
      }
  }
}
