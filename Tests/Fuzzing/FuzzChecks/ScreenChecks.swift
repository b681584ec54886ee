import FSRS
import PracticeCore
import PracticeUI
import TerminalUI

/// What must hold for every screen that shows a bank: each cell holds what a terminal may be given.
struct ScreenChecks {
  private let bank: QuestionBank
  private static let time = LocalTime(
    at: Timestamp(milliseconds: 1_795_420_800_000), offsetMinutes: 60)

  init(_ bank: QuestionBank) { self.bank = bank }

  /// Opens the bank in a few sizes and presses a few keys.
  func check() throws(BrokenPromise) {
    var random = SplitMix64(seed: UInt64(bank.questions.count) &+ UInt64(bank.title.utf8.count))
    let sizes = [
      Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 9, rows: 5),
    ]
    let size = sizes[Int(random.next() % 3)]
    let starts: [StartScreen] = [
      .quiz(QuizSelection(), seed: 1, schedules: true), .home, .notes(bank: nil, objective: nil),
    ]
    try run(starts[Int(random.next() % 3)], size: size, random: &random)
  }

  private func run(
    _ start: StartScreen, size: Size, random: inout SplitMix64
  ) throws(BrokenPromise) {
    let keys: [Key] = [
      .enter, .enter, "1", "2", "j", "c", "b", "n", "?", .pageDown, .escape, .tab, "x", "é", "q",
    ]
    var time = Self.time
    var state = AppState(
      catalog: QuestionCatalog(banks: [bank]), blueprints: [], learner: LearnerState(),
      appearance: AppearanceSettings(), symbols: .unicode, themes: [], size: size, time: time,
      seed: random.next(), start: start)
    try check(state.view(), size)
    var sequence = 1
    for _ in 0..<6 {
      time.at = time.at.advanced(byMilliseconds: 700)
      let key = keys[Int(random.next() % UInt64(keys.count))]
      for effect in state.update(.input(.key(key)), at: time) {
        guard case .append(let content) = effect else { continue }
        let event = Event(
          id: EventID(writer: "fuzz", sequence: sequence), time: time, content: content)
        sequence += 1
        _ = state.update(.recorded(event), at: time)
      }
      try check(state.view(), size)
    }
  }

  private func check(_ frame: Frame, _ size: Size) throws(BrokenPromise) {
    try require(frame.size == size, "a frame of \(frame.size) on a screen of \(size)")
    for row in 0..<size.rows {
      for cell in frame.buffer.row(row) { try requireHarmless(cell.text, "a cell") }
    }
  }
}
