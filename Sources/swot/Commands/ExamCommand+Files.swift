import PracticeCore
import ProgressStore

extension ExamCommand {
  // MARK: - Reports

  /// Prints a report of an attempt.
  ///
  /// - Parameter name: The attempt's name, or `last`.
  /// - Throws: A ``CommandFailure``.
  func printReport(of name: String) throws {
    let (exam, learner) = try finishedExam(name)
    let report = ExamReport(exam, among: learner.attempts.values)
    switch format {
    case .json: try files.write(report.json.bytes + [UInt8(ascii: "\n")])
    case .html: try files.write(ExamReportPage(report).page.bytes)
    default: try files.write(Array(ExamReportMarkdown(report).text.utf8))
    }
  }

  /// Writes the result file of an attempt.
  ///
  /// - Parameter name: The attempt's name, or `last`.
  /// - Throws: A ``CommandFailure``.
  func handIn(_ name: String) throws {
    let (exam, _) = try finishedExam(name)
    let bytes = ExamDocuments.result(of: exam)
    if files.output != nil { return try files.write(bytes) }
    let path = try NewFile.write(
      bytes, to: ExamDocuments.resultName(of: exam), present: .numbered)
    try StandardStream.output.writeLine("Wrote '\(path)'.")
  }

  /// What is needed to look back, and the id of the exam that is meant; nil for all.
  ///
  /// An exam that is no more has its history all the same; one that was handed out may be named by
  /// its file.
  ///
  /// - Returns: Both.
  /// - Throws: A ``CommandFailure``.
  func setupForPast() throws -> (setup: PracticeSetup, exam: String?) {
    let handedOut = try exam.flatMap(HandedOutExam.read)
    let path = handedOut == nil ? exam.flatMap { BankLibrary.isPath($0) ? $0 : nil } : nil
    let setup = try PracticeSetup(options, exam: path, handedOut: handedOut)
    return (setup, setup.exam?.id ?? exam)
  }

  /// An attempt that is over, and what is known of the learner.
  ///
  /// - Parameter name: The attempt's name, or `last`.
  /// - Returns: Both.
  /// - Throws: A ``CommandFailure``.
  private func finishedExam(_ name: String) throws -> (FinishedExam, LearnerState) {
    let (setup, id) = try setupForPast()
    let learner = try setup.readLearner()
    let finished = learner.finishedAttempts.filter { id == nil || $0.start?.exam == id }
    guard let attempt = name == "last" ? finished.first?.start?.attempt : AttemptID(name) else {
      if name == "last" { throw NoFinishedExam(exam: id) }
      throw UnknownName(
        what: "attempt", name: name,
        known: finished.compactMap { $0.start?.attempt.description })
    }
    return (try FinishedExamReader.exam(attempt, in: setup.paths), learner)
  }

  // MARK: - Packs

  /// Writes an exam to a file that others can sit.
  func writePack(to path: String) throws {
    let setup = try PracticeSetup(options, exam: exam)
    guard let exam = setup.exam else { return }
    try setup.reportNotices()
    let seed = seed ?? UInt64.random(in: 1...999_999_999)
    var request = try request(for: exam)
    request.seed = seed
    // The form of a seed is everybody's; and what can't be drawn is no exam.
    let paper = try request.paper(for: LearnerState(), from: setup, drawn: seed)
    let pack =
      files.ownForms
      ? ExamPack(ownFormsBy: request.blueprint, from: setup.catalog) : ExamPack(form: paper)
    let bytes: [UInt8]
    do {
      bytes = try ExamPackEncoder.bytes(of: pack, for: path)
    } catch {
      throw ExamPackFailure(exam: exam.id, cause: error)
    }
    try NewFile.write(bytes, to: path, present: files.force ? .replaced : .kept)
    let count = ExamWording.counted(pack.questions.items.count, "question")
    try StandardStream.output.writeLine(
      files.ownForms
        ? "Wrote '\(path)': \(count), from which everybody draws \(paper.items.count)."
        : "Wrote '\(path)': \(count), seed \(seed), form \(paper.fingerprint).")
    try StandardStream.output.writeLine(
      "The right answers can be read in it: it is for practice, not for grading.")
  }

  /// What is sat where a file was handed out.
  ///
  /// - Throws: ``ExamOptionFailure`` for options that would change the exam.
  func request(forPack pack: ExamPack) throws(ExamOptionFailure) -> ExamRequest {
    let changing = [
      ("--count", count != nil), ("--minutes", minutes != nil),
      ("--seed", seed != nil && pack.form != nil),
    ]
    if let option = changing.first(where: \.1) { throw .handedOut(option: option.0) }
    let terms = try request(for: pack.blueprint).terms
    return HandedOutExam.request(pack, seed: seed, terms: terms)
  }

  // MARK: - Paper

  /// Prints an exam with its answer key.
  ///
  /// - Throws: A ``CommandFailure``.
  func printPaper() throws {
    if format == .pdf { try files.destination.refuseTerminal() }
    let handedOut = try exam.flatMap(HandedOutExam.read)
    let setup = try PracticeSetup(
      options, exam: handedOut == nil ? exam : nil, handedOut: handedOut)
    guard let exam = setup.exam else { return }
    try setup.reportNotices()
    let seed = seed ?? UInt64.random(in: 1...999_999_999)
    var request = try handedOut.map(request(forPack:)) ?? request(for: exam)
    request.seed = seed
    let paper = try request.paper(for: LearnerState(), from: setup, drawn: seed)
    let printed = PrintedExam(paper, forms: files.printing.forms, parts: files.printing.parts)
    try files.write(try files.printing.bytes(of: printed, asPDF: format == .pdf))
  }

  // MARK: - Results

  /// Puts results into tables.
  func collectResults() throws {
    var pack: ExamPack?
    if let path = files.pack {
      pack = try ExamPackDecoder.pack(in: try InputFile.read(path), of: path)
    }
    let collection = ExamCollection(files.collect, pack: pack)
    for problem in collection.problems { try StandardStream.error.writeLine("swot: \(problem)") }
    let tables = ExamCollectionTables(collection)
    try files.write(
      format == .json
        ? tables.json.bytes + [UInt8(ascii: "\n")] : CSVText.bytes(tables.rows(files.table)))
    if collection.hasFatalProblems { throw ExitStatus.badData.code }
  }
}

/// No exam is over yet of which a report could be printed.
struct NoFinishedExam: CommandFailure, Equatable {
  /// The id of the blueprint that was asked for; nil for any.
  let exam: String?

  var status: ExitStatus { .inputNotFound }
  var description: String {
    "no exam\(exam.map { " of '\($0)'" } ?? "") is over yet; swot exam starts one"
  }
}

/// An exam that can't be handed out.
struct ExamPackFailure: CommandFailure, Equatable {
  /// The id of the blueprint.
  let exam: String
  /// What reading the file again would say.
  let cause: ExamPaperError

  var status: ExitStatus { .badData }
  var description: String {
    let reason =
      switch cause {
      case .tooLarge: "it is larger than what can be opened again"
      case .member(_, let member, let expected): "its '\(member)' is not \(expected)"
      default: "\(cause)"
      }
    return "exam '\(exam)' can't be packed: \(reason)"
  }
}
