/// Where the parts of a bank stand in its files.
///
/// Only collected when it is asked for: by checks, and by conversions that name what they leave
/// out. It takes about 200 bytes for a question of four choices.
package struct BankPlaces: Equatable, Sendable {
  /// A part of a question.
  ///
  /// Items are counted from 0, as written.
  package enum Part: Hashable, Sendable {
    /// Where the question begins.
    case question
    /// The value of a key.
    case id, objective, facts, difficulty, cognitive, scenario, stem
    case takeaway, references, reviewed, tags, distractors, checks
    /// The key that says what can be answered: `choices`, `match`, `order` or `answer`.
    case kind
    /// The text of a choice, a prompt, a step, or a typed answer.
    case item(Int)
    /// The answer that belongs to a prompt.
    case answer(Int)
    /// The rationale of a choice or a pair.
    case why(Int)
    /// An answer that matches nothing.
    case distractor(Int)
  }

  /// A part of a bank outside its questions.
  package enum BankPart: Hashable, Sendable {
    /// Where the bank begins.
    case bank
    /// The value of a key of the bank.
    case id, title, description, language, license, authors, reviewed, checks
    /// The id of a reference.
    case reference(String)
    /// The address of the reference with this id.
    case referenceURL(String)
    /// The id of a scenario.
    case scenario(String)
    /// The text of the scenario with this id.
    case scenarioText(String)
    /// The id of a domain.
    case domain(String)
    /// The id of an objective.
    case objective(String)
  }

  private struct Entry: Equatable {
    var code: UInt16
    var line: UInt32
    var column: UInt32
  }

  private struct Start: Equatable {
    var file: Int32
    /// The first of the question's entries; they end where the next question's begin.
    var entry: Int
  }

  private var entries: [Entry] = []
  private var questions: [Start] = []
  private var bankParts: [BankPart: BankDraft.FilePlace] = [:]
  private var files: [String] = []
  /// The numbers of the entries' questions, where some were left out; nil where none was.
  private var kept: [Int32]?

  /// How many questions there are.
  package var questionCount: Int { kept?.count ?? questions.count }

  /// Where a part of the question with this index in the bank stands; nil where it isn't written.
  ///
  /// A text in several lines (`stem: |`) is at the sign that begins it.
  package func location(of part: Part, ofQuestion index: Int) -> SourceLocation? {
    guard let number = number(ofQuestion: index) else { return nil }
    let end = number + 1 < questions.count ? questions[number + 1].entry : entries.count
    let code = part.code
    guard let entry = entries[questions[number].entry..<end].first(where: { $0.code == code })
    else { return nil }
    return SourceLocation(
      file: files[Int(questions[number].file)], line: Int(entry.line), column: Int(entry.column))
  }

  /// Where the question with this index in the bank begins.
  package func location(ofQuestion index: Int) -> SourceLocation? {
    location(of: .question, ofQuestion: index)
  }

  /// Where a part of the bank outside its questions stands; nil where it isn't written.
  package func location(of part: BankPart) -> SourceLocation? {
    bankParts[part].map { SourceLocation(file: files[Int($0.file)], $0.place) }
  }

  private func number(ofQuestion index: Int) -> Int? {
    guard (0..<questionCount).contains(index) else { return nil }
    return kept.map { Int($0[index]) } ?? index
  }
}

// MARK: - Collecting

extension BankPlaces {
  /// Collects places while a bank is read.
  ///
  /// The cursors of all files share it, as they share the collector of diagnostics.
  final class Collector {
    private var places = BankPlaces()
    private var startOfQuestion = 0

    /// Notes where a part of the question stands that is being read.
    func note(_ part: Part, at place: Place) {
      places.entries.append(Entry(code: part.code, line: place.line, column: place.column))
    }

    /// Begins a question; what was noted of one that was not kept is forgotten.
    func beginQuestion(at place: Place) {
      places.entries.removeSubrange(startOfQuestion...)
      note(.question, at: place)
    }

    /// Keeps the question that was read, which is the next one of the bank.
    func keepQuestion(inFile file: Int32) {
      places.questions.append(Start(file: file, entry: startOfQuestion))
      startOfQuestion = places.entries.count
    }

    /// Notes where a part of the bank stands; of a part that is written twice the first one counts.
    func note(_ part: BankPart, at place: BankDraft.FilePlace) {
      if places.bankParts[part] == nil { places.bankParts[part] = place }
    }

    /// All that was noted.
    ///
    /// - Parameters:
    ///   - files: The names of the files.
    ///   - kept: The indices of the questions that were kept in the end; nil for all.
    /// - Returns: The places.
    func finish(files: [String], kept: [Int32]?) -> BankPlaces {
      var places = places
      places.entries.removeSubrange(startOfQuestion...)
      places.files = files
      places.kept = kept
      return places
    }
  }
}

extension BankPlaces.Part {
  /// A number for each part: items are at most nine.
  fileprivate var code: UInt16 {
    switch self {
    case .question: 0
    case .id: 1
    case .objective: 2
    case .facts: 3
    case .difficulty: 4
    case .cognitive: 5
    case .scenario: 6
    case .stem: 7
    case .takeaway: 8
    case .references: 9
    case .reviewed: 10
    case .tags: 11
    case .distractors: 12
    case .checks: 13
    case .kind: 14
    case .item(let index): 0x100 + Self.number(index)
    case .answer(let index): 0x200 + Self.number(index)
    case .why(let index): 0x300 + Self.number(index)
    case .distractor(let index): 0x400 + Self.number(index)
    }
  }

  /// An index as a byte; lists that are longer are an error.
  private static func number(_ index: Int) -> UInt16 { UInt16(min(max(index, 0), 0xFF)) }
}
