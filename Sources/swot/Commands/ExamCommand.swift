import ArgumentParser
import PracticeCore
import PracticeUI
import QuestionBankFormat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `swot exam`: timed mock exams.
struct ExamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exam",
    abstract: "Sit a timed mock exam.",
    discussion: """
      Draws a form by the blueprint of the exam, shows the rules, and starts the clock when you \
      say so. Every choice, flag and strike-out is kept at once; whatever happens to the program, \
      the machine or the line, swot exam --resume comes back to the same question. At the deadline \
      the exam ends by itself with what was answered.

      With --plain, or where there is no terminal, questions are printed as text and each answer is \
      a line, as in study. :n goes to the next question, :b to the one before, :g 12 to question \
      12, :f flags, :x 2 strikes out, :r reviews, :t tells the time left, :e ends, :q leaves, \
      :help lists all.

      With --format json, --list prints {"blueprint", "seed", "questions": [{"number", "question", \
      "section", "order"}]}, and --history a list of attempts, the newest first, with the members \
      attempt, exam, title, candidate, seed, started, finished, reason (ended or time), score, \
      scale (scaled or percent), pass, passed, right, questions and unscored (of those that don't \
      count), spent_seconds, allowed_seconds, extra_seconds, with_pauses, new and seen (right and \
      questions of those that were new to you or not), and sections (title, right, questions, \
      meets).

      --report prints what came of an attempt, with all its questions, as Markdown, JSON or a page \
      of HTML to be read or printed. For a class, --pack writes one file, which swot exam FILE opens \
      with nothing else installed; w on the result, or --hand-in, writes a file to hand in, and \
      --collect makes tables of these. "Exams in class" in the documentation says more.

      --print makes a paper to be sat without a machine, and its answer key, as a page of HTML or a \
      PDF; --forms 3 makes forms A, B and C with the same questions in other orders. A is what \
      --seed asks on the screen.

      Examples:

        swot exam cloud-best-practices --seed 7
        swot exam --report last --format html --output report.html
        swot exam cloud-best-practices --pack class.json
        swot exam cloud-best-practices --print --seed 7 --forms 3 --output papers.html
        swot exam --collect handed-in/*.json --pack class.json --output results.csv
      """)

  @OptionGroup var options: CommonOptions

  @Argument(
    help: ArgumentHelp(
      "The exam: its id, its path, or a file handed out. (default: the one you study for)",
      valueName: "exam"))
  var exam: String?

  @Flag(help: "Print the form that is drawn, and start nothing.")
  var list = false

  @Option(
    help: ArgumentHelp(
      "Draw the same form as everybody with this number, whatever you have seen.",
      valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Questions; minutes and questions that don't count change with them.", valueName: "number"))
  var count: Int?

  @Option(help: ArgumentHelp("Minutes, in place of the exam's own.", valueName: "number"))
  var minutes: Int?

  @Option(
    help: ArgumentHelp(
      "Minutes to add as an accommodation; told on the result.", valueName: "number"))
  var extraMinutes: Int?

  @Option(
    help: ArgumentHelp(
      "Per cent of the exam's minutes to add as an accommodation; told on the result.",
      valueName: "number"))
  var extraPercent: Int?

  @Flag(help: "Let the clock stand still whenever you leave the exam; told on the result.")
  var withPauses = false

  @Flag(help: "Sit the form that swot goal --hold-back keeps for a last mock.")
  var lastMock = false

  @Flag(help: "Go on with the exam that is open.")
  var resume = false

  @Flag(help: "With --resume: take the exam over where another copy of Swot has it open.")
  var takeOver = false

  @Flag(help: "List the exams that are over.")
  var history = false

  @OptionGroup(title: "Reports and classes") var files: ExamFileOptions

  @Option(
    help: ArgumentHelp(
      "How to print: --list and --history as text or json, --report as markdown, json or html, "
        + "--print as html or pdf, --collect as csv or json.", valueName: "format"))
  var format = ExamFormat.text

  @Flag(help: "Ask in plain lines instead of on a screen.")
  var plain = false

  /// Refuses numbers that no exam can have, and options that contradict each other.
  func validate() throws {
    let bounds = [
      ("count", count, 1...10_000), ("minutes", minutes, 1...1440),
      ("extra-minutes", extraMinutes, 0...1440), ("extra-percent", extraPercent, 0...1000),
    ]
    for (name, number, bounds) in bounds {
      if let number, !bounds.contains(number) {
        throw ValidationError(
          "--\(name) is \(number) and must be \(bounds.lowerBound) to \(bounds.upperBound).")
      }
    }
    let actions =
      [("--list", list), ("--history", history), ("--resume", resume)].filter(\.1).map(\.0)
      + files.actions
    if actions.count > 1 {
      throw ValidationError("\(actions[0]) and \(actions[1]) can't be used together.")
    }
    if takeOver, !resume { throw ValidationError("--take-over needs --resume.") }
    let formats = ExamFileOptions.formats(of: actions.first)
    if !formats.contains(format) {
      let names = ExamFormat.allCases.filter { $0 != .text && formats.contains($0) }.map(\.rawValue)
      throw ValidationError(
        names.isEmpty
          ? "--format needs --list, --history, --report, --print or --collect."
          : "\(actions[0]) prints \(names.joined(separator: " or ")), not \(format.rawValue).")
    }
    let isPacking = files.actions == ["--pack"] || files.print
    // What is packed or printed is a form; what is agreed on with one candidate is no part of it.
    let meaningless =
      isPacking
      ? (seed != nil && files.ownForms ? ["--seed"] : []) + optionsOfCandidate : optionsOfForm
    if let action = actions.first, let option = meaningless.first, !list {
      throw ValidationError("\(option) has no meaning with \(action).")
    }
    if lastMock, let option = actions.first ?? optionsOfDraw.first {
      throw ValidationError("\(option) has no meaning with --last-mock.")
    }
    if exam == nil, list || isPacking {
      throw ValidationError("\(actions[0]) needs the exam.")
    }
    if exam != nil, !files.collect.isEmpty {
      throw ValidationError("--collect takes files alone, no exam.")
    }
  }

  /// The options that say what shall be sat.
  private var optionsOfForm: [String] {
    optionsOfDraw + (lastMock ? ["--last-mock"] : []) + optionsOfCandidate
  }

  /// Those of them that make it another form, or another time for it.
  private var optionsOfDraw: [String] {
    [("--seed", seed != nil), ("--count", count != nil), ("--minutes", minutes != nil)]
      .filter(\.1).map(\.0)
  }

  /// Those of them that are agreed on with one candidate.
  private var optionsOfCandidate: [String] {
    [
      ("--extra-minutes", extraMinutes != nil), ("--extra-percent", extraPercent != nil),
      ("--with-pauses", withPauses),
    ].filter(\.1).map(\.0)
  }

  /// Sits an exam, or prints what was asked for.
  func run() throws {
    try reportingFailures {
      if let attempt = files.report { return try printReport(of: attempt) }
      if !files.collect.isEmpty { return try collectResults() }
      if let attempt = files.handIn { return try handIn(attempt) }
      if let path = files.pack { return try writePack(to: path) }
      if files.print { return try printPaper() }
      if history { return try showHistory() }
      let handedOut = try exam.flatMap(HandedOutExam.read)
      let setup = try PracticeSetup(
        options, exam: handedOut == nil ? exam : nil, handedOut: handedOut,
        opening: list ? .notYet : .forScreens)
      if list { return try printForm(setup) }
      let practice = Practice(setup: setup, plain: plain)
      if try resume || isUnderWay(setup) {
        return try practice.resumeExam(of: setup.exam?.id, takesOver: takeOver)
      }
      if lastMock { return try practice.sit(try requestForLastMock(setup)) }
      guard let exam = try setup.exam ?? chosen(setup) else { return try printExams(setup) }
      try practice.sit(try setup.handedOut.map(request(forPack:)) ?? request(for: exam))
    }
  }

  // MARK: - What is wanted

  /// What the options make of an exam.
  ///
  /// - Throws: `ExamOptionFailure`.
  func request(for exam: Blueprint) throws(ExamOptionFailure) -> ExamRequest {
    var blueprint = count.map(exam.scaled(toQuestions:)) ?? exam
    if let minutes { blueprint.minutes = minutes }
    let extra =
      Int64(extraMinutes ?? 0) * 60_000
      // Exact: a minute has 60,000 milliseconds, of which a hundredth is whole.
      + Int64(blueprint.minutes) * 600 * Int64(extraPercent ?? 0)
    guard extra <= ExamTerms.longestExtra else { throw .tooMuchExtra }
    return ExamRequest(
      blueprint, seed: seed, terms: ExamTerms(extra: extra, withPauses: withPauses))
  }

  /// The last mock, for which a form is held back.
  ///
  /// - Throws: ``NoLastMock``; `ExamOptionFailure`.
  private func requestForLastMock(_ setup: PracticeSetup) throws -> ExamRequest {
    let form = try setup.readLearner().heldBack(on: setup.clock.now.studyDay)
    guard let form, let exam = setup.blueprints.first(where: { $0.id == form.exam }),
      setup.exam.map({ $0.id == form.exam }) ?? true
    else { throw NoLastMock(exam: setup.exam?.id ?? form?.exam, heldBack: form?.exam) }
    return ExamRequest(
      lastMock: form, by: exam,
      terms: try request(for: exam.scaled(toQuestions: form.questions.count)).terms)
  }

  /// Whether nothing else is asked for, and the clock of an exam runs.
  private func isUnderWay(_ setup: PracticeSetup) throws -> Bool {
    guard exam == nil, optionsOfForm.isEmpty else { return false }
    let now = setup.clock.reading
    return try setup.readLearner().openAttempts.contains { attempt in
      attempt.start?.isPausable == false && !attempt.isOverdue(at: now)
    }
  }

  /// The exam that is meant where none is named: the learner's goal, or the only one.
  private func chosen(_ setup: PracticeSetup) throws -> Blueprint? {
    let exams = setup.blueprints
    if exams.count == 1 { return exams.first }
    let goal = try setup.readLearner().goal.exam
    return exams.first { $0.id == goal }
  }

  // MARK: - Printing

  private func printForm(_ setup: PracticeSetup) throws {
    guard let exam = setup.exam else { return }
    try setup.reportNotices()
    // The form of a seed is everybody's: what this learner has seen plays no part.
    let seed = seed ?? UInt64.random(in: 1...999_999_999)
    var request = try setup.handedOut.map(request(forPack:)) ?? request(for: exam)
    request.seed = seed
    let listing = ExamListing(try request.paper(for: LearnerState(), from: setup, drawn: seed))
    switch format {
    case .json: try StandardStream.output.write(listing.json.bytes + [UInt8(ascii: "\n")])
    default:
      try PlainPrinter().print(listing.lines.map(PlainText(charset: Practice.charset).line))
    }
  }

  private func showHistory() throws {
    let (setup, id) = try setupForPast()
    if format == .text, id == nil {
      return try Practice(setup: setup, plain: plain).run(.examHistory) { learner in
        ExamHistory(learner).lines
      }
    }
    try setup.reportNotices()
    let learner = try setup.readLearner()
    let known = setup.blueprints.map(\.id) + learner.attempts.values.compactMap { $0.start?.exam }
    if let id, !known.contains(id) {
      throw UnknownName(what: "exam", name: id, known: Array(Set(known)).sorted())
    }
    let history = ExamHistory(learner, of: id)
    switch format {
    case .json: try StandardStream.output.write(history.json.bytes + [UInt8(ascii: "\n")])
    default: try PlainPrinter().print(history.lines)
    }
  }

  /// Lists the exams, and how to start each.
  private func printExams(_ setup: PracticeSetup) throws {
    try setup.reportNotices()
    guard !setup.blueprints.isEmpty else {
      return try PlainPrinter().print(["There are no exams."])
    }
    let rows = setup.blueprints.map { exam in
      [
        exam.title, ExamWording.counted(exam.questions, "question"),
        ExamWording.counted(exam.minutes, "minute"), "swot exam \(exam.id)",
      ]
    }
    try PlainPrinter().print(
      TextTable.lines([["Exam", "Questions", "Time", "To sit it, type"]] + rows))
    if let form = try setup.readLearner().heldBack(on: setup.clock.now.studyDay) {
      try PlainPrinter().print(["", ExamWording.isHeldBack(form)])
    }
  }
}

/// There is no form for a last mock.
struct NoLastMock: CommandFailure, Equatable {
  /// The exam that was asked for, or else the one of which a form is held back; nil for neither.
  let exam: String?
  /// The exam of which a form is held back; nil where none is.
  let heldBack: String?

  var status: ExitStatus { .inputNotFound }
  var description: String {
    guard let heldBack else {
      return "no questions are held back for a last mock: swot goal --hold-back keeps some"
    }
    if exam == heldBack { return "the exam '\(heldBack)' of the last mock is not at hand" }
    return "questions are held back for a last mock of '\(heldBack)', not of '\(exam ?? "")'"
  }
}

/// Options of an exam that can't be met.
enum ExamOptionFailure: CommandFailure, Equatable {
  /// More time is to be added than a day.
  case tooMuchExtra
  /// An option would change an exam that was handed out.
  case handedOut(option: String)

  var status: ExitStatus { .usage }
  var description: String {
    switch self {
    case .tooMuchExtra:
      "--extra-minutes and --extra-percent add more than a day; an accommodation is at most that"
    case .handedOut(let option):
      "\(option) can't change an exam that was handed out: everyone sits the same exam"
    }
  }
}

extension ExamRequest {
  /// The form with all that it needs, drawn from the banks of a setup.
  ///
  /// - Throws: ``ExamFormFailure``.
  func paper(
    for learner: LearnerState, from setup: PracticeSetup, drawn: UInt64
  ) throws(ExamFormFailure) -> ExamPaper {
    do {
      return try paper(
        from: setup.catalog, learner: learner, on: setup.clock.now.studyDay, drawn: drawn)
    } catch {
      throw ExamFormFailure(
        exam: blueprint.id, cause: error, banks: setup.catalog.banks.map(\.id))
    }
  }
}

/// No form of an exam can be drawn from the banks at hand.
struct ExamFormFailure: CommandFailure, Equatable {
  /// The id of the blueprint.
  let exam: String
  /// What is wrong.
  let cause: ExamDrawFailure
  /// The ids of the banks at hand.
  let banks: [String]

  var status: ExitStatus { .badData }

  var description: String {
    switch cause {
    case .unknownSource(let section, let name):
      let bank = String(name.prefix { $0 != "/" })
      if banks.contains(bank) {
        return
          "exam '\(exam)': section '\(section)' draws from '\(name)', but bank '\(bank)' has no "
          + "such domain or objective"
      }
      let nearest = NearestName.find(bank, among: banks).map { "; did you mean '\($0)'?" }
      return "exam '\(exam)': section '\(section)' draws from bank '\(bank)', which is not at hand"
        + (nearest ?? ": name it with --bank")
    case .tooFewQuestions(let shortages):
      let parts = shortages.map { shortage in
        let missing = shortage.wanted - shortage.available
        return "section '\(shortage.section)' needs \(shortage.wanted) and has "
          + "\(shortage.available) (\(missing) missing)"
      }
      return "exam '\(exam)' has too few questions: " + parts.joined(separator: "; ")
    }
  }
}
