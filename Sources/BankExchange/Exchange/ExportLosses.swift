import PracticeCore
package import QuestionBankFormat

/// Collects what a format cannot carry of a bank.
package struct ExportLosses {
  private let source: ExportSource
  /// The losses so far, in the order in which they were noted.
  package private(set) var all: [ExchangeLoss] = []

  /// Starts with none.
  package init(of source: ExportSource) { self.source = source }

  /// Notes a loss of the bank itself.
  package mutating func note(
    _ kind: ExchangeLoss.Kind, at part: BankPlaces.BankPart = .bank, _ message: String
  ) {
    let location = source.places?.location(of: part) ?? source.places?.location(of: .bank)
    all.append(ExchangeLoss(kind: kind, location: location, message: message))
  }

  /// Notes a loss of the question with this index in the bank, at one of its parts.
  package mutating func note(
    _ kind: ExchangeLoss.Kind, ofQuestion index: Int, at part: BankPlaces.Part = .question,
    _ message: String
  ) {
    let location =
      source.places?.location(of: part, ofQuestion: index)
      ?? source.places?.location(ofQuestion: index)
    let id = String(source.bank.questions[index].id.question)
    all.append(ExchangeLoss(kind: kind, question: id, location: location, message: message))
  }

  /// Notes what the bank says of itself, where the format has no place for any of it.
  ///
  /// - Parameter carried: What of it the format does carry.
  package mutating func noteBank(carrying carried: Set<BankDetail> = []) {
    let bank = source.bank
    var lost: [BankDetail] = [.id, .title]
    if bank.description != nil { lost.append(.description) }
    if bank.language != nil { lost.append(.language) }
    if bank.license != nil { lost.append(.license) }
    if !bank.authors.isEmpty { lost.append(.authors) }
    if bank.reviewed != nil { lost.append(.reviewed) }
    lost.removeAll { carried.contains($0) }
    if !lost.isEmpty {
      note(.bank, "\(inWords(lost.map(\.rawValue))) of the bank: left out")
    }
    if !carried.contains(.weights), bank.domains.contains(where: { $0.weight != 0 }) {
      note(.domains, "the weights of the domains are left out")
    }
    if !bank.notes.isEmpty {
      let count = bank.notes.count
      note(.notes, "study notes (\(count) section\(count == 1 ? "" : "s")) are left out")
    }
  }

  /// Notes domains, objectives and references that no question names, where the format knows only
  /// those of questions.
  package mutating func noteUnused() {
    let bank = source.bank
    var objectives = Set<String>()
    var references = Set<String>()
    for question in bank.questions {
      if let objective = question.objective { objectives.insert(objective) }
      references.formUnion(question.references)
    }
    for domain in bank.domains {
      if domain.objectives.allSatisfy({ !objectives.contains($0.id) }) {
        note(
          .domains, at: .domain(domain.id),
          "domain '\(domain.id)' is left out: no question is in it")
      } else {
        for objective in domain.objectives where !objectives.contains(objective.id) {
          note(
            .domains, at: .objective(objective.id),
            "objective '\(objective.id)' is left out: no question tests it")
        }
      }
    }
    for reference in bank.references where !references.contains(reference.id) {
      note(
        .references, at: .reference(reference.id),
        "reference '\(reference.id)' is left out: no question names it")
    }
    let used = Set(bank.questions.compactMap(\.scenario))
    for scenario in bank.scenarios.keys.sorted() where !used.contains(scenario) {
      note(
        .scenario, at: .scenario(scenario),
        "scenario '\(scenario)' is left out: no question belongs to it")
    }
  }
}

/// What a bank says of itself.
package enum BankDetail: String, CaseIterable, Sendable {
  /// The id.
  case id
  /// The title.
  case title
  /// The description.
  case description
  /// The language.
  case language
  /// The licence.
  case license
  /// The authors.
  case authors
  /// The day of the last review.
  case reviewed
  /// The weights of the domains.
  case weights
}

/// `a, b and c`.
func inWords(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}

extension ExportLosses {
  /// Notes all that a question has beside its stem and its answers, for formats that carry none of
  /// it; rationales too, unless `carriesRationales`.
  package mutating func noteDetails(
    ofQuestion index: Int, carriesRationales: Bool = false, carriesID: Bool = false
  ) {
    let question = source.bank.questions[index]
    if !carriesID { note(.id, ofQuestion: index, at: .id, "the id is left out") }
    if question.objective != nil {
      note(.objective, ofQuestion: index, at: .objective, "the objective is left out")
    }
    if !question.facts.isEmpty {
      note(.facts, ofQuestion: index, at: .facts, "the facts are left out")
    }
    if question.difficulty != nil {
      note(.difficulty, ofQuestion: index, at: .difficulty, "the difficulty is left out")
    }
    if question.cognitiveLevel != nil {
      note(.cognitive, ofQuestion: index, at: .cognitive, "the cognitive level is left out")
    }
    if question.takeaway != nil {
      note(.takeaway, ofQuestion: index, at: .takeaway, "the takeaway is left out")
    }
    if !question.references.isEmpty {
      note(.references, ofQuestion: index, at: .references, "the references are left out")
    }
    if question.reviewed != nil {
      note(.reviewed, ofQuestion: index, at: .reviewed, "the day of the review is left out")
    }
    if !question.tags.isEmpty {
      note(.tags, ofQuestion: index, at: .tags, "the tags are left out")
    }
    guard !carriesRationales else { return }
    let whys: [String?] =
      switch question.format {
      case .choices(let choices): choices.map(\.why)
      case .match(let pairs, _): pairs.map(\.why)
      case .order, .answer: []
      }
    for (number, why) in whys.enumerated() where why != nil {
      note(
        .rationale, ofQuestion: index, at: .why(number),
        "the rationale of \(question.format.kind == .match ? "prompt" : "choice") \(number + 1) is left out"
      )
    }
  }
}
