import PracticeCore

/// Reads a paper, or a part of one, from its members.
struct ExamPaperReader {
  /// What is wrong with a member.
  struct Problem: Error {
    /// Its path.
    var member: String
    /// What it ought to be.
    var expected: String
  }

  let node: JSONNode
  /// The path of the node; empty for the whole file.
  private let path: String

  init(_ node: JSONNode) { self.init(node, at: "") }

  private init(_ node: JSONNode, at path: String) {
    self.node = node
    self.path = path
  }

  /// The paper that the whole file holds.
  func paper() throws(Problem) -> ExamPaper {
    let blueprint = try member("exam").blueprint()
    guard let seed = UInt64(try text("seed")) else { throw wrong("seed", "a number of 64 bits") }
    var items: [ExamPaper.Item] = []
    var names = Set<QuestionID>()
    for element in try elements("items", atMost: ExamPaperLimits.items) {
      let item = try element.item(sections: blueprint.sections.count)
      guard names.insert(item.question.id).inserted else {
        throw element.wrong("question", "the only one of its name")
      }
      items.append(item)
    }
    if items.isEmpty { throw wrong("items", "a list with a question at least") }
    let paper = ExamPaper(blueprint: blueprint, seed: seed, items: items)
    guard try text("fingerprint") == paper.fingerprint else {
      throw wrong("fingerprint", "that of the form")
    }
    return paper
  }

  // MARK: - Rules

  private func blueprint() throws(Problem) -> Blueprint {
    let questions = try number("questions", 1...ExamPaperLimits.number)
    var sections: [BlueprintSection] = []
    for element in try elements("sections", atMost: ExamPaperLimits.entries) {
      guard let weight = element.node["weight"]?.double, weight > 0 else {
        throw element.wrong("weight", "a positive number")
      }
      sections.append(
        BlueprintSection(
          title: try element.text("title"), weight: weight, from: try element.sources()))
    }
    if sections.isEmpty { throw wrong("sections", "a list with a section at least") }
    return Blueprint(
      id: try id("id"), title: try text("title"), description: try optionalText("description"),
      questions: questions, unscored: try number("unscored", 0...questions - 1),
      minutes: try number("minutes", 1...ExamPaperLimits.number),
      scale: try member("scale").scale(), scoring: try oneOf(ScoringRule.self, "scoring"),
      navigation: try oneOf(ExamNavigation.self, "navigation"),
      clock: try oneOf(ExamClock.self, "clock"), sections: sections)
  }

  private func sources() throws(Problem) -> [String] {
    let sources = try texts("from")
    for source in sources {
      let parts = source.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2, parts.allSatisfy({ Identifier.isValid($0) }) else {
        throw wrong("from", "a list of ids of banks or their parts")
      }
    }
    return sources
  }

  private func scale() throws(Problem) -> ScoreScale {
    if let pass = node["percent"] {
      guard let percent = pass.double, (0...100).contains(percent) else {
        throw wrong("percent", "a number from 0 to 100")
      }
      return .percent(pass: percent)
    }
    guard let cut = node["cut"]?.double, (0...1).contains(cut) else {
      throw wrong("cut", "a number from 0 to 1")
    }
    let limit = ExamPaperLimits.number
    let from = try number("from", -limit...limit - 1)
    let to = try number("to", from + 1...limit)
    return .scaled(from: from, to: to, pass: try number("pass", from...to), cut: cut)
  }

  // MARK: - Questions

  private func item(sections: Int) throws(Problem) -> ExamPaper.Item {
    var pages: [Reference] = []
    for element in try elements("pages", atMost: ExamPaperLimits.entries) {
      pages.append(
        Reference(
          id: try element.id("id"), title: try element.text("title"),
          url: try element.text("url")))
    }
    let question = try question()
    return ExamPaper.Item(
      question: question, scenario: try optionalText("scenario_text"),
      objectiveTitle: try optionalText("objective_title"), references: pages,
      order: try order(of: question), section: try number("section", 1...sections) - 1,
      isScored: try bool("scored"), isNew: try bool("new"))
  }

  private func question() throws(Problem) -> Question {
    guard let id = QuestionID(try text("question")) else {
      throw wrong("question", "the full name of a question")
    }
    var reviewed: CalendarDate?
    if let text = try optionalText("reviewed") {
      guard let date = CalendarDate(text) else { throw wrong("reviewed", "a date") }
      reviewed = date
    }
    var question = Question(
      id: id, objective: try optionalID("objective"), facts: try ids("facts"),
      difficulty: try optional(Difficulty.self, "difficulty"),
      cognitiveLevel: try optional(CognitiveLevel.self, "cognitive"),
      scenario: try optionalID("scenario"), stem: try text("stem"), format: try format(),
      takeaway: try optionalText("takeaway"), references: try ids("references"),
      reviewed: reviewed, tags: try texts("tags"))
    // As it was when the form was drawn, whatever a later program would compute.
    question.revision = Revision(recorded: try text("revision"))
    return question
  }

  private func format() throws(Problem) -> AnswerFormat {
    switch try oneOf(QuestionKind.self, "kind") {
    case .choices:
      var choices: [Choice] = []
      for element in try items("choices") { choices.append(try element.choice()) }
      guard choices.contains(where: \.isRight) else {
        throw wrong("choices", "a list with a right choice")
      }
      return .choices(choices)
    case .match:
      var pairs: [MatchPair] = []
      for element in try items("match") {
        pairs.append(
          MatchPair(
            prompt: try element.text("prompt"), answer: try element.text("answer"),
            why: try element.optionalText("why")))
      }
      return .match(pairs: pairs, distractors: try texts("distractors"))
    case .order: return .order(try itemTexts("steps"))
    case .answer: return .answer(try itemTexts("accepted"))
    }
  }

  private func choice() throws(Problem) -> Choice {
    let isRight = node["right"] != nil
    return Choice(
      text: isRight ? try text("right") : try text("wrong"), isRight: isRight,
      why: try optionalText("why"), staysLast: try bool("last"))
  }

  /// The order of the items: each number once.
  private func order(of question: Question) throws(Problem) -> ItemNumbers {
    let count =
      switch question.format {
      case .choices(let choices): choices.count
      case .match: question.matchAnswers.count
      case .order(let steps): steps.count
      case .answer: 0
      }
    guard count <= AnswerFormat.maximumItems else {
      throw wrong("distractors", "a list of at most \(AnswerFormat.maximumItems) with the answers")
    }
    let values = node["order"]?.array?.map(\.int) ?? [nil]
    guard values.count == count, let order = ItemNumbers(values.compactMap(\.self)),
      order.sorted() == Array(1..<count + 1)
    else { throw wrong("order", "the numbers 1 to \(count), each once") }
    return order
  }

  // MARK: - Values

  func wrong(_ name: StaticString, _ expected: String) -> Problem {
    Problem(member: path(of: name), expected: expected)
  }

  private func path(of name: StaticString) -> String {
    path.isEmpty ? name.description : "\(path).\(name)"
  }

  func member(_ name: StaticString) throws(Problem) -> ExamPaperReader {
    guard let member = node[name], case .object = member else { throw wrong(name, "an object") }
    return ExamPaperReader(member, at: path(of: name))
  }

  func elements(
    _ name: StaticString, atMost limit: Int
  ) throws(Problem) -> [ExamPaperReader] {
    guard let elements = node[name]?.array, elements.count <= limit else {
      throw wrong(name, "a list of at most \(limit)")
    }
    return elements.enumerated().map { index, element in
      ExamPaperReader(element, at: "\(path(of: name))[\(index + 1)]")
    }
  }

  /// The items of a question.
  private func items(_ name: StaticString) throws(Problem) -> [ExamPaperReader] {
    let limit = AnswerFormat.maximumItems
    guard let elements = node[name]?.array, (1...limit).contains(elements.count) else {
      throw wrong(name, "a list of 1 to \(limit)")
    }
    return try self.elements(name, atMost: limit)
  }

  private func itemTexts(_ name: StaticString) throws(Problem) -> [String] {
    var texts: [String] = []
    for element in try items(name) { texts.append(try element.ownText()) }
    return texts
  }

  private func texts(_ name: StaticString) throws(Problem) -> [String] {
    var texts: [String] = []
    for element in try elements(name, atMost: ExamPaperLimits.entries) {
      texts.append(try element.ownText())
    }
    return texts
  }

  /// The text that the node itself is.
  private func ownText() throws(Problem) -> String {
    guard let text = node.string else { throw Problem(member: path, expected: "a text") }
    guard Self.isHarmless(text) else {
      throw Problem(member: path, expected: "a text without control characters")
    }
    return text
  }

  func text(_ name: StaticString) throws(Problem) -> String {
    try ExamPaperReader(node[name] ?? .null, at: path(of: name)).ownText()
  }

  func optionalText(_ name: StaticString) throws(Problem) -> String? {
    node[name]?.isNull ?? true ? nil : try text(name)
  }

  func id(_ name: StaticString) throws(Problem) -> String {
    let id = try text(name)
    guard Identifier.isValid(id) else { throw wrong(name, "an id") }
    return id
  }

  private func optionalID(_ name: StaticString) throws(Problem) -> String? {
    node[name]?.isNull ?? true ? nil : try id(name)
  }

  private func ids(_ name: StaticString) throws(Problem) -> [String] {
    let ids = try texts(name)
    guard ids.allSatisfy({ Identifier.isValid($0) }) else { throw wrong(name, "a list of ids") }
    return ids
  }

  func bool(_ name: StaticString) throws(Problem) -> Bool {
    guard let value = node[name]?.bool else { throw wrong(name, "true or false") }
    return value
  }

  func number(
    _ name: StaticString, _ range: ClosedRange<Int>
  ) throws(Problem) -> Int {
    guard let number = node[name]?.int, range.contains(number) else {
      throw wrong(name, "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func oneOf<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type, _ name: StaticString
  ) throws(Problem) -> Value {
    guard let value = Value(rawValue: try text(name)) else {
      throw wrong(name, "one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return value
  }

  private func optional<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type, _ name: StaticString
  ) throws(Problem) -> Value? {
    node[name]?.isNull ?? true ? nil : try oneOf(type, name)
  }

  /// Whether a text holds nothing that banks may not hold: control characters but line feeds, what
  /// reorders a line, what some programs take for the end of one, and what is no character.
  private static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A, 0x20...0x7E: true
      case 0...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
  }
}
