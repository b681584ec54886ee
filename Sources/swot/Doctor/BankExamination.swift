import PracticeCore
import QuestionBankFormat

/// What `swot doctor` finds out about banks.
struct BankExamination {
  /// What was found.
  private(set) var findings: [Finding] = []
  /// The ids of all banks that can be used.
  private(set) var ids: Set<String> = []

  private let today: CalendarDate

  /// Examines the banks that these options make available, as on the day `today`.
  init(_ options: CommonOptions, asOf today: CalendarDate) {
    self.today = today
    let library: BankLibrary
    do {
      library = try options.library()
    } catch {
      findings = [.problem("Banks", "\(error)", mend: Self.remedy(for: error))]
      return
    }
    ids = Set(library.banks.map(\.bank.id))
    findings = library.problems.map { .problem("Banks", $0, mend: "swot bank check") }
    let questions = library.banks.reduce(0) { $0 + $1.bank.questions.count }
    findings.append(
      library.banks.isEmpty
        ? .problem(
          "Banks", "there are none", mend: "leave out --no-builtin-banks, or add --bank PATH")
        : .ok(
          "Banks",
          "\(library.banks.count), with \(counted(questions, "question")); "
            + counted(library.blueprints.count, "exam")))
    for bank in library.banks where !bank.isBuiltin { examine(bank) }
  }

  private mutating func examine(_ bank: BankLibrary.LoadedBank) {
    guard let sources = try? BankSearch().sources(at: bank.path) else { return }
    let check = BankCheck(sources, known: [], asOf: today)
    guard check.warningCount > 0 else { return }
    findings.append(
      .note(
        "Banks", "'\(bank.bank.id)' has \(counted(check.warningCount, "warning"))",
        mend: "see: swot bank check '\(bank.path)'"))
  }

  private static func remedy(for error: any Error) -> String {
    switch error as? BankLibraryFailure {
    case .damaged(let path, _, _): "see: swot bank check '\(path)'"
    case .twice: "leave one of them out, or give it another id"
    default: "name a bank that is there with --bank"
    }
  }
}
