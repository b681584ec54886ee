import PracticeCore
import PracticeUI

// What an exam in plain lines prints.
extension PlainExam {
  /// What there is to say of a form beside its rules: what is held back, and how likely it is to be
  /// passed.
  func outlook(_ paper: ExamPaper, _ request: ExamRequest) -> [String] {
    var lines: [String] = []
    let (day, exam) = (clock.now.studyDay, paper.blueprint.id)
    if request.heldBack != nil {
      lines.append(ExamStartWording.yourLastMock)
    } else {
      let used = paper.items.count { learner.isHeldBack($0.question.id, on: day) }
      if used > 0 { lines.append(ExamStartWording.uses(heldBack: used)) }
      if let form = learner.heldBack(on: day), form.exam == exam {
        lines.append(ExamWording.isHeldBack(form) + ".")
      }
    }
    if let readiness = standing(learner)?.readiness.first(where: { $0.exam == exam }) {
      lines.append("Readiness: " + ExamStartWording.readiness(readiness, of: request))
    }
    return lines
  }

  func printResult(_ start: ExamStart, _ outcome: ExamOutcome) throws(WriteFailure) {
    let remarks = ExamResultRemarks(
      on: start, outcome, learner: learner, statistics: standing(learner))
    let lines =
      ExamWording.result(start, outcome) + (remarks.forecast.map { ["", "Forecast: \($0)"] } ?? [])
      + (remarks.isLastMock ? [ExamResultWording.lastMock] : [])
    try printer.print([""] + lines.map(text.line))
  }

  func showQuestion() throws(WriteFailure) {
    guard let sitting else { return }
    let item = sitting.attempt.item
    try printer.print(
      [""]
        + text.question(
          item.question, scenario: item.scenario, order: item.order,
          number: sitting.attempt.place + 1, total: sitting.attempt.paper.items.count)
        + marks(sitting.attempt.sheet, of: item))
  }

  /// What was done with a question, a line where there is anything.
  private func marks(_ sheet: ExamSheet, of item: ExamPaper.Item) -> [String] {
    func shown(_ numbers: some Sequence<Int>) -> [String] {
      // A prompt without an answer keeps its place.
      numbers.compactMap { number in
        number == 0 ? "-" : item.order.firstIndex(of: number).map { "\($0 + 1)" }
      }
    }
    var marks: [String] = []
    switch sheet.response {
    case .numbers(let numbers):
      // Choices in the order of the screen; matches and steps as they were given.
      let isChoice = item.question.format.kind == .choices
      let given = shown(numbers)
      marks.append(
        "Your answer: "
          + (isChoice ? given.sorted().joined(separator: ",") : given.joined(separator: " ")))
    case .text(let words): marks.append("Your answer: \(words)")
    case nil: break
    }
    if !sheet.struck.isEmpty {
      marks.append("struck out: \(shown(sheet.struck).sorted().joined(separator: ","))")
    }
    if sheet.isFlagged { marks.append("flagged") }
    return marks.isEmpty ? [] : [text.line("[\(marks.joined(separator: "; "))]")]
  }

  func review() throws(WriteFailure) {
    guard let sitting else { return }
    let attempt = sitting.attempt
    try printer.print(
      PlainExamWording.review(
        count: attempt.paper.items.count, open: numbers(attempt.openPlaces),
        flagged: numbers(attempt.flaggedPlaces)))
  }

  func numbers(_ places: [Int]) -> [Int] { places.map { $0 + 1 } }

  func left(_ sitting: ExamSitting) -> String {
    PlainExamWording.left(sitting.left(at: clock.reading))
  }

  /// Says something, unless the exam can't go on.
  func say(_ line: String) throws(WriteFailure) {
    if sitting != nil { try printer.print([line]) }
  }
}
