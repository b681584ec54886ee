import FSRS
import PracticeCore
import TestSupport

extension SplitMix64 {
  /// Whether something shall happen that happens once in `times` cases.
  mutating func oneIn(_ times: Int) -> Bool { number(below: times) == 0 }

  /// One of some elements.
  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }

  /// An event of any type that this program writes.
  mutating func event(_ number: Int = 7, writer: String = "k3f9x2") -> Event {
    Event(id: EventID(writer: writer, sequence: number), time: time(), content: content())
  }

  /// A moment between the years 1 and 9999, mostly in ours.
  mutating func time() -> LocalTime {
    let milliseconds =
      oneIn(20)
      ? -62_135_510_400_000 + Int64(self.number(below: 315_537_724_799_999))
      : 1_795_420_800_000 + Int64(self.number(below: 40_000_000_000))
    return LocalTime(
      at: Timestamp(milliseconds: milliseconds), offsetMinutes: self.number(below: 2881) - 1440)
  }

  mutating func content() -> EventContent {
    switch number(below: 20) {
    case 0...6: .answer(answer())
    case 7: .rate(of: id(), rating: one(of: Rating.allCases))
    case 8: .undo(of: id())
    case 9, 10: .mark(one(of: QuestionMark.allCases), question: question())
    case 11: .note(question: question(), text: text())
    case 12: .report(question: question(), text: text())
    case 13:
      .parameters(
        ModelParameters(
          model: one(of: ["fsrs6", text()]),
          weights: oneIn(3) ? nil : (0..<number(below: 25)).map { _ in double() }))
    case 14: .settings(settings())
    case 15...18: .exam(exam())
    default: .goal(goal())
    }
  }

  mutating func answer() -> AnswerRecord {
    AnswerRecord(
      question: question(), revision: Revision(recorded: oneIn(9) ? text() : "1f3a9c-77d0e2"),
      mode: one(of: StudyMode.allCases), order: numbers(),
      response: oneIn(4) ? .text(text()) : .numbers(numbers()), isRight: oneIn(2),
      confidence: oneIn(2) ? nil : one(of: Confidence.allCases),
      rating: oneIn(4) ? nil : one(of: Rating.allCases),
      milliseconds: number(below: one(of: [10, 100_000, 100_000_000_001])))
  }

  private mutating func settings() -> StudySettings {
    StudySettings(
      desiredRetention: 0.7 + 0.29 * Double(number(below: 1000)) / 1000,
      newPerDay: oneIn(2) ? nil : number(below: 1_000_001),
      reviewsPerDay: oneIn(2) ? nil : number(below: 100),
      subjects: oneIn(2) ? nil : (0..<number(below: 4)).map { _ in text() },
      maximumInterval: 1 + number(below: 36_500))
  }

  private mutating func goal() -> ExamGoal {
    var goal = ExamGoal(
      exam: oneIn(2) ? nil : text(), date: oneIn(2) ? nil : day(),
      daysOff: (0..<number(below: 4)).map { _ in day() },
      weekdaysOff: (0..<number(below: 4)).map { _ in 1 + number(below: 7) },
      dailyLimit: number(below: 2) == 0 ? nil : 1 + number(below: 200),
      lastPassDays: number(below: 2) == 0 ? nil : 1 + number(below: 14))
    goal.result = oneIn(2) ? nil : one(of: GoalResult.allCases)
    if oneIn(3) {
      goal.heldBack = HeldBackForm(
        exam: text(), seed: next(), questions: Set((0..<number(below: 70)).map { _ in question() }))
    }
    return goal
  }

  private mutating func day() -> CalendarDate {
    CalendarDate(daysSince1970: number(below: 40_000))
  }

  private mutating func id() -> EventID {
    EventID(writer: one(of: ["k3f9x2", "a", "zz_Top9"]), sequence: number(below: 1 << 40))
  }

  mutating func question() -> QuestionID {
    QuestionID(bank: one(of: ["aws-iam", "b.2_c"]), question: "Q-\(number(below: 500))")
  }

  mutating func numbers() -> ItemNumbers {
    ItemNumbers((0..<number(below: 16)).map { _ in number(below: 16) }) ?? []
  }

  private mutating func double() -> Double {
    let value = Double(bitPattern: next())
    return value.isFinite ? value : 0.5
  }

  /// A text with everything in it that could go wrong.
  mutating func text() -> String {
    let pieces = [
      "SQS", "amazon sqs", "\"", "\\", "\n", "\t", "\r", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}",
      "\u{202E}", "\u{2066}", "\u{2028}", "\u{FEFF}", "é", "e\u{301}", "漢字", "😀", "👩‍👩‍👧", "\u{10FFFF}",
      "{\"v\":1", ",\"sum\":\"00000000\"}", "/", "\u{FFFD}",
    ]
    return (0..<number(below: 6)).map { _ in one(of: pieces) }.joined()
  }
}
