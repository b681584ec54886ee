import PracticeCore

/// A bank while it is being read, with the places that later checks speak of.
struct BankDraft {
  let diagnostics: DiagnosticCollector
  /// Takes the places of what is read, where they are asked for.
  let places: BankPlaces.Collector?

  var id: String?
  var title: String?
  var description: String?
  var language: String?
  var license: String?
  var authors: [String] = []
  var reviewed: CalendarDate?
  var references: [Reference] = []
  var scenarios: [String: String] = [:]
  var domains: [Domain] = []
  var questions: [Question] = []
  var notes: [NotesSection] = []
  /// The rules that are switched off; those of a question by its index.
  var exceptions: [RuleException] = []

  /// The names of the files, by the numbers that ``FilePlace`` holds.
  var files: [String] = []
  /// The ids of questions.
  var questionNames = DeclaredNames()
  /// The ids of domains and objectives, which share one name space.
  var partNames = DeclaredNames()
  /// The ids of references.
  var referenceNames = DeclaredNames()
  /// The ids of scenarios.
  var scenarioNames = DeclaredNames()
  /// The ids of scenarios in byte order, once they were needed.
  var scenariosInOrder: [String]?
  /// The ids of objectives, without those of domains.
  var objectives: Set<String> = []
  /// Names that were not declared yet when they were mentioned.
  var uses: [NameUse] = []
  /// How many of the questions were read before the bank's id.
  var questionsBeforeID = 0
  /// How many questions were found, whether good or not.
  var questionCount = 0
  /// The indices, as read, of the questions that were kept in the end; nil where all were.
  var keptQuestions: [Int32]?
  /// Whether the main file was read to its end; otherwise names may be missing for that reason.
  var isMainFileComplete = false

  /// The memory that may still be taken.
  var budget: MemoryBudget

  /// Starts a bank from files of `bytes` bytes together.
  init(
    fromFilesOf bytes: Int, reportingTo diagnostics: DiagnosticCollector,
    notingPlacesIn places: BankPlaces.Collector? = nil
  ) {
    budget = MemoryBudget(forFilesOf: bytes)
    self.diagnostics = diagnostics
    self.places = places
  }

  /// A place in one of the bank's files.
  struct FilePlace: Equatable {
    var file: Int32
    var place: Place
  }

  /// A name that a question or a section of notes mentions, or should.
  struct NameUse {
    enum Kind { case objective, reference, scenario }
    var kind: Kind
    var name: String
    var at: FilePlace
    /// The index of the question, or nil where it has been left out or notes mention the name.
    var question: Int32?
  }

  /// The place with the name of its file.
  func location(_ at: FilePlace) -> SourceLocation {
    SourceLocation(file: files[Int(at.file)], at.place)
  }

  /// A place in the file that is being read.
  func here(_ place: Place) -> FilePlace {
    FilePlace(file: Int32(truncatingIfNeeded: files.count - 1), place: place)
  }

  /// Charges `charges` to the budget; where that is exhausted, reports it at `place` and has the
  /// reading stop.
  mutating func charge(at place: FilePlace, _ charges: (inout MemoryBudget) -> Void) {
    guard !budget.isExhausted else { return }
    charges(&budget)
    guard budget.isExhausted else { return }
    diagnostics.report(
      .tooManyItems,
      "so many small parts take more memory than a bank may; divide the bank",
      at: location(place))
    diagnostics.stop()
  }

  /// Notes where a name is declared; false, with a report, where it is already.
  mutating func declare(
    _ name: YAMLCursor.Text, _ what: String, in names: WritableKeyPath<BankDraft, DeclaredNames>
  ) -> Bool {
    let place = here(name.place)
    guard let first = self[keyPath: names].declare(name.value, at: place) else {
      charge(at: place) { $0.charge(150) }
      return true
    }
    diagnostics.report(
      .duplicateID, "\(what) \(quoted(name.value)) is declared twice", at: location(place),
      notes: [Diagnostic.Note(message: "the first one is here", location: location(first))])
    return false
  }

  /// The bank, as far as it could be read; nil without an id or a title.
  var bank: QuestionBank? {
    guard let id, let title else { return nil }
    return QuestionBank(
      id: id, title: title, description: description, language: language, license: license,
      authors: authors, reviewed: reviewed, references: references, scenarios: scenarios,
      domains: domains, questions: questions, notes: notes)
  }
}
