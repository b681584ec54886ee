import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

@Suite struct ExamResultCodecTests {
  /// An attempt at a paper, answered at random.
  private func finished(_ paper: ExamPaper, _ random: inout SplitMix64) -> FinishedExam {
    let sheets = paper.items.map { item in
      var sheet = ExamSheet()
      guard !random.oneIn(5) else { return sheet }
      sheet.isSeen = true
      sheet.milliseconds = random.number(below: 200_000)
      sheet.isFlagged = random.oneIn(3)
      switch random.number(below: 4) {
      case 0: break
      case 1:
        sheet.response = item.order.isEmpty ? .text(random.text()) : .numbers(item.order)
      default: sheet.response = item.question.rightResponse
      }
      return sheet
    }
    guard let attempt = AttemptID("20261124-abc") else { preconditionFailure("no name") }
    let began = Timestamp(milliseconds: 1_795_424_400_000)
    let start = ExamStart(
      attempt, paper: paper,
      terms: ExamTerms(extra: random.oneIn(2) ? 0 : 600_000, withPauses: random.oneIn(3)),
      hash: "", candidate: random.oneIn(3) ? nil : random.text(),
      at: ClockReading(wallOnly: began))
    let result = ExamResult(paper, sheets: sheets)
    return FinishedExam(
      start: start, startedAt: LocalTime(at: began, offsetMinutes: 60),
      outcome: ExamOutcome(
        attempt: attempt, reason: random.oneIn(2) ? .ended : .time, spent: 60_000,
        score: result.score, scale: paper.blueprint.scale, new: result.new,
        seenBefore: result.seenBefore),
      finishedAt: LocalTime(at: began.advanced(byMilliseconds: 60_000), offsetMinutes: 60),
      paper: paper, sheets: sheets)
  }

  @Test func `a result comes back as it was, and follows from its answers`() throws {
    try withEvery(seed: 0..<300) { seed, random in
      let exam = finished(random.paper(), &random)
      let result = ExamResultFile(exam, program: "1.2.3")
      let bytes = ExamResultEncoder.bytes(of: result)
      let read = try ExamResultDecoder.result(in: bytes)
      try #require(read.result == result, "seed \(seed)")
      try #require(read.isUnchanged, "seed \(seed)")
      try #require(read.result.form == exam.paper.fingerprint, "seed \(seed)")
      try #require(read.result.isConsistent, "seed \(seed)")
      try #require(read.result.follows(from: exam.paper), "seed \(seed)")
    }
  }

  @Test func `a file holds nothing that could steer a terminal`() throws {
    try withEvery(seed: 0..<100) { seed, random in
      let result = ExamResultFile(finished(random.paper(), &random), program: "1")
      let bytes = ExamResultEncoder.bytes(of: result)
      try #require(bytes.allSatisfy { $0 == 0x0A || $0 >= 0x20 && $0 != 0x7F }, "seed \(seed)")
    }
  }

  @Test func `every byte that is another one is noticed`() throws {
    var random = SplitMix64(seed: 4)
    let bytes = ExamResultEncoder.bytes(
      of: ExamResultFile(finished(.example, &random), program: "1"))
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1 << (index % 8)
      let read = try? ExamResultDecoder.result(in: changed)
      #expect(read?.isUnchanged != true, "byte \(index)")
    }
  }

  @Test func `a score that does not follow from the answers is noticed`() throws {
    var random = SplitMix64(seed: 5)
    let exam = finished(random.paper(questions: 6), &random)
    let result = ExamResultFile(exam, program: "1")
    var better = result
    let score = result.outcome.score
    better.outcome.score = ExamScore(
      sections: score.sections, right: score.right, questions: score.questions,
      marks: score.marks, isPassed: score.isPassed, scaled: score.scaled + 1)
    #expect(!better.isConsistent)
    // Whoever changes the marks of the answers too is found out by the keys.
    var paper = exam.paper
    for index in paper.items.indices { paper.items[index].isScored = true }
    var sheets = exam.sheets
    for index in sheets.indices { sheets[index].response = nil }
    var honest = exam
    honest.paper = paper
    honest.sheets = sheets
    let blank = ExamResult(paper, sheets: sheets)
    honest.outcome.score = blank.score
    var forged = ExamResultFile(honest, program: "1")
    #expect(forged.follows(from: paper))
    for index in forged.answers.indices {
      forged.answers[index].isRight = true
      forged.answers[index].marks = Marks(whole: 1)
    }
    let items = forged.answers.map {
      ExamScore.Item(section: $0.section, isScored: true, isRight: true, marks: Marks(whole: 1))
    }
    forged.outcome.score = ExamScore(
      items, sectionTitles: paper.blueprint.sections.map(\.title), scale: paper.blueprint.scale)
    #expect(forged.isConsistent)
    #expect(!forged.follows(from: paper))
  }

  @Test func `a question that is not in the pack is noticed`() {
    var random = SplitMix64(seed: 6)
    let exam = finished(.example, &random)
    var result = ExamResultFile(exam, program: "1")
    result.answers[0].revision = Revision(recorded: "another")
    #expect(!result.follows(from: exam.paper))
    result = ExamResultFile(exam, program: "1")
    var paper = exam.paper
    paper.items.removeLast()
    #expect(!result.follows(from: paper))
  }

  @Test(arguments: [
    ("", ExamResultProblem.notJSON(line: 1, column: 1)), ("{}", .otherFormat),
    ("name,score\n", .notJSON(line: 1, column: 1)),
    (#"{"format":"swot-exam-paper/1"}"#, .otherFormat),
    (#"{"format":"swot-exam-result/3"}"#, .newer(version: 3)),
    (#"{"format":"swot-exam-result/1"}"#, .damaged),
  ])
  func `what is something else is said to be that`(text: String, problem: ExamResultProblem) {
    #expect(throws: problem) { try ExamResultDecoder.result(in: Array(text.utf8)) }
  }
}
