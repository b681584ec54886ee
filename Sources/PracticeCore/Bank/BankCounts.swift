/// The questions of a bank counted by what they are about and how they are made, beside the shares
/// that they should have.
package struct BankCounts: Equatable, Sendable {
  /// One count.
  package struct Row: Equatable, Sendable {
    /// The id of what is counted, such as a domain or a kind.
    package var id: String
    /// Its title, as people read it; nil where the id says it all.
    package var title: String?
    /// How many questions.
    package var questions: Int
    /// The share that they should have of the group, 0 to 1; nil where any will do.
    package var wanted: Double?

    /// Makes a count.
    package init(id: String, title: String? = nil, questions: Int, wanted: Double? = nil) {
      self.id = id
      self.title = title
      self.questions = questions
      self.wanted = wanted
    }
  }

  /// Counts that belong together.
  package struct Group: Equatable, Sendable {
    /// What they are counted by, for programs.
    package var id: String
    /// What they are counted by, for people.
    package var title: String
    /// The counts.
    package var rows: [Row]

    /// How many questions they are together.
    package var total: Int { rows.reduce(0) { $0 + $1.questions } }

    /// Makes a group.
    package init(id: String, title: String, rows: [Row]) {
      self.id = id
      self.title = title
      self.rows = rows
    }
  }

  /// All groups that have a row, in the order in which they are shown.
  package private(set) var groups: [Group] = []

  /// Counts a bank.
  ///
  /// - Parameters:
  ///   - bank: The bank; the weights of its domains say what shares they should have.
  ///   - blueprints: Exams, of which those that draw from the bank are set beside it.
  ///   - today: The day from which the ages of reviews are counted.
  package init(_ bank: QuestionBank, blueprints: [Blueprint] = [], asOf today: CalendarDate) {
    let questions = bank.questions
    countParts(of: bank)
    for blueprint in blueprints { count(bank, for: blueprint) }
    add("kind", "By kind", Self.kinds(questions))
    add(
      "difficulty", "By difficulty",
      Difficulty.allCases.map { value in
        Row(id: value.rawValue, questions: questions.count { $0.difficulty == value })
      } + [Row(id: "none", title: "not said", questions: questions.count { $0.difficulty == nil })])
    add(
      "cognitive", "By cognitive level",
      CognitiveLevel.allCases.map { value in
        Row(id: value.rawValue, questions: questions.count { $0.cognitiveLevel == value })
      } + [
        Row(id: "none", title: "not said", questions: questions.count { $0.cognitiveLevel == nil })
      ])
    countKeys(questions)
    countAges(questions, asOf: today)
  }

  private mutating func add(_ id: String, _ title: String, _ rows: [Row]) {
    let rows = rows.filter { $0.questions > 0 || $0.wanted != nil || $0.id != "none" }
    guard rows.contains(where: { $0.questions > 0 || $0.wanted != nil }) else { return }
    groups.append(Group(id: id, title: title, rows: rows))
  }

  private mutating func countParts(of bank: QuestionBank) {
    guard !bank.domains.isEmpty else { return }
    var counts: [String: Int] = [:]
    for question in bank.questions { counts[question.objective ?? "", default: 0] += 1 }
    let weights = bank.domains.map(\.weight).reduce(0, +)
    let none = Row(id: "none", title: "without an objective", questions: counts[""] ?? 0)
    add(
      "domain", "By domain",
      bank.domains.map { domain in
        Row(
          id: domain.id, title: domain.title,
          questions: domain.objectives.reduce(0) { $0 + counts[$1.id, default: 0] },
          wanted: weights > 0 ? domain.weight / weights : nil)
      } + [none])
    add(
      "objective", "By objective",
      bank.domains.flatMap(\.objectives).map { objective in
        Row(id: objective.id, title: objective.title, questions: counts[objective.id, default: 0])
      } + [none])
  }

  /// Sets the questions for the sections of an exam beside the weights of these.
  private mutating func count(_ bank: QuestionBank, for blueprint: Blueprint) {
    let domains = Dictionary(
      bank.domains.map { ($0.id, Set($0.objectives.map(\.id))) },
      uniquingKeysWith: { first, _ in first })
    var rows: [Row] = []
    var weights = 0.0
    for (index, section) in blueprint.sections.enumerated() {
      let names = section.from.filter { $0.prefix { $0 != "/" } == bank.id }
      guard !names.isEmpty else { continue }
      let parts = names.map { String($0.drop { $0 != "/" }.dropFirst()) }
      let count = bank.questions.count { question in
        parts.contains { part in
          part.isEmpty || question.objective == part
            || question.objective.map { domains[part]?.contains($0) ?? false } ?? false
        }
      }
      weights += section.weight
      rows.append(
        Row(id: "\(index + 1)", title: section.title, questions: count, wanted: section.weight))
    }
    for index in rows.indices { rows[index].wanted = rows[index].wanted.map { $0 / weights } }
    if rows.count > 1 {
      add("exam/\(blueprint.id)", "By section of the exam \(blueprint.id)", rows)
    }
  }

  private static func kinds(_ questions: [Question]) -> [Row] {
    let single = questions.count { $0.format.kind == .choices && $0.keyNumbers.count == 1 }
    let choices = questions.count { $0.format.kind == .choices }
    func count(_ kind: QuestionKind) -> Int { questions.count { $0.format.kind == kind } }
    return [
      Row(id: "single", title: "single choice", questions: single),
      Row(id: "multiple", title: "multiple response", questions: choices - single),
      Row(id: "match", title: "matching", questions: count(.match)),
      Row(id: "order", title: "ordering", questions: count(.order)),
      Row(id: "answer", title: "typed", questions: count(.answer)),
    ]
  }

  /// Where right choices stand, and how long they are beside the others.
  private mutating func countKeys(_ questions: [Question]) {
    var places: [Int: [Int]] = [:]
    var (longest, shortest, between, expected) = (0, 0, 0, 0.0)
    for question in questions {
      guard case .choices(let choices) = question.format, choices.count > 1,
        question.keyNumbers.count == 1, let key = question.keyNumbers.first
      else { continue }
      places[choices.count, default: .init(repeating: 0, count: choices.count)][key - 1] += 1
      expected += 1 / Double(choices.count)
      let lengths = choices.map(\.text.unicodeScalars.count)
      let others = lengths.indices.filter { $0 != key - 1 }.map { lengths[$0] }
      if let most = others.max(), lengths[key - 1] > most {
        longest += 1
      } else if let least = others.min(), lengths[key - 1] < least {
        shortest += 1
      } else {
        between += 1
      }
    }
    for (choices, counts) in places.sorted(by: { $0.key < $1.key }) {
      add(
        "key-place/\(choices)", "Place of the right one of \(choices) choices",
        counts.enumerated().map { place, count in
          Row(
            id: "\(place + 1)", title: "place \(place + 1)", questions: count,
            wanted: 1 / Double(choices))
        })
    }
    let total = longest + shortest + between
    guard total > 0 else { return }
    let share = expected / Double(total)
    add(
      "key-length", "Length of the right choice",
      [
        Row(id: "longest", questions: longest, wanted: share),
        Row(id: "between", title: "in between", questions: between),
        Row(id: "shortest", questions: shortest, wanted: share),
      ])
  }

  /// How long ago questions were reviewed.
  private mutating func countAges(_ questions: [Question], asOf today: CalendarDate) {
    var counts = [Int](repeating: 0, count: Self.ages.count + 2)
    for question in questions {
      guard let day = question.reviewed else {
        counts[counts.count - 1] += 1
        continue
      }
      let days = today.daysSince1970 - day.daysSince1970
      counts[Self.ages.firstIndex { days <= $0.days } ?? Self.ages.count] += 1
    }
    var rows = zip(Self.ages, counts).map { age, count in
      Row(id: age.id, title: age.title, questions: count)
    }
    rows.append(
      Row(id: "older", title: "more than 12 months", questions: counts[Self.ages.count]))
    rows.append(Row(id: "none", title: "never", questions: counts[Self.ages.count + 1]))
    if !questions.isEmpty { add("age", "Last review", rows) }
  }

  private static let ages: [(days: Int, id: String, title: String)] = [
    (91, "3-months", "up to 3 months"), (183, "6-months", "up to 6 months"),
    (366, "12-months", "up to 12 months"),
  ]
}
