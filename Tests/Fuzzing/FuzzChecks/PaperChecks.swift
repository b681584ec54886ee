import PracticeCore
import ProgressStore

/// What must hold for every file that is read as the form of an exam.
enum PaperChecks {
  /// Takes a form whose checksum is right and whose content may be anything.
  ///
  /// - Parameter body: The file without its checksum.
  /// - Throws: ``BrokenPromise``.
  static func check(_ body: [UInt8]) throws(BrokenPromise) {
    try checkReading(body)
    let file = JournalInput.summed(body) + [0x0A]
    try checkReading(Array(file.dropLast()))
    guard let paper = try checkReading(file) else { return }
    try checkTexts(of: paper)
    try checkQuestions(of: paper)
    let again = ExamPaperEncoder.bytes(of: paper)
    try requireHarmless(
      String(decoding: again, as: UTF8.self), allowing: ["\n"], "a form that was written")
    try require(try checkReading(again) == paper, "what was written is read as something else")
    try sit(paper)
  }

  /// The paper in a file; nil where it is none, and that is said.
  @discardableResult
  private static func checkReading(_ file: [UInt8]) throws(BrokenPromise) -> ExamPaper? {
    do throws(ExamPaperError) {
      return try ExamPaperDecoder.paper(in: file, of: "exam.json")
    } catch {
      let text = error.description
      try requireHarmless(text, "a message")
      try require(text.utf8.count < 500 && text.contains("exam.json"), "the message is \(text)")
      if case .notJSON(_, let line, let column) = error {
        let lines = file.split(separator: 0x0A, omittingEmptySubsequences: false)
        try require(
          lines.indices.contains(line - 1) && (1...lines[line - 1].count + 1).contains(column),
          "there is no place \(line):\(column)")
      }
      return nil
    }
  }

  /// Looks for characters that no text of a form may hold.
  static func checkTexts(of paper: ExamPaper) throws(BrokenPromise) {
    let blueprint = paper.blueprint
    var texts = [blueprint.id, blueprint.title, blueprint.description ?? ""]
    for section in blueprint.sections { texts += [section.title] + section.from }
    for item in paper.items {
      let question = item.question
      texts += [
        question.stem, question.takeaway ?? "", question.objective ?? "",
        question.scenario ?? "", item.scenario ?? "", item.objectiveTitle ?? "",
        question.revision.description,
      ]
      texts += question.tags + question.facts + question.references
      for page in item.references { texts += [page.id, page.title, page.url] }
      switch question.format {
      case .choices(let choices): texts += choices.flatMap { [$0.text, $0.why ?? ""] }
      case .match(let pairs, let distractors):
        texts += distractors + pairs.flatMap { [$0.prompt, $0.answer, $0.why ?? ""] }
      case .order(let items), .answer(let items): texts += items
      }
    }
    for text in texts { try requireHarmless(text, allowing: ["\n"], "a text of a form") }
  }

  /// Checks that the questions can be asked.
  static func checkQuestions(of paper: ExamPaper) throws(BrokenPromise) {
    try require(!paper.items.isEmpty, "a form without questions")
    let names = Set(paper.items.map(\.question.id))
    try require(names.count == paper.items.count, "a question is there twice")
    for item in paper.items {
      let question = item.question
      let name = question.id.description
      try require(question.isRight(question.rightResponse), "\(name): the key is wrong")
      let count =
        switch question.format {
        case .choices(let choices): choices.count
        case .match: question.matchAnswers.count
        case .order(let steps): steps.count
        case .answer: 0
        }
      try require(
        count <= AnswerFormat.maximumItems && item.order.sorted() == Array(1..<count + 1),
        "\(name): \(item.order) is no order of \(count)")
      try require(
        paper.blueprint.sections.indices.contains(item.section), "\(name): no such section")
    }
  }

  /// Sits the exam, which must not trap.
  static func sit(_ paper: ExamPaper) throws(BrokenPromise) {
    guard let attempt = AttemptID("a") else { return }
    let start = Timestamp(milliseconds: 1_795_420_800_000)
    let now = ClockReading(wallOnly: start)
    let time = LocalTime(at: start, offsetMinutes: 60)
    var sitting = ExamSitting(
      ExamStart(
        attempt, paper: paper, terms: ExamTerms(), hash: "0", candidate: nil, at: now),
      paper: paper, startedAt: time, at: now)
    for place in paper.items.indices.prefix(8) {
      _ = sitting.go(to: place, at: now)
      _ = sitting.respond(sitting.attempt.item.question.rightResponse, at: now)
      _ = sitting.strike(1, at: now)
      _ = sitting.flag(at: now)
    }
    let outcome = sitting.finish(.ended, at: now, time: time).finish.outcome
    let range = paper.blueprint.scale.range
    try require(
      (range.lowerBound - 1...range.upperBound).contains(outcome.score.scaled),
      "a score of \(outcome.score.scaled) on \(range)")
    _ = paper.fingerprint
  }
}
