import FSRS
import PracticeCore
import ProgressStore

/// A journal of one writer, as years of study would leave it.
struct MadeJournal {
  /// The name of the writer.
  static let writer = "k3f9x2"

  /// How many answers it holds.
  let answers: Int
  /// The questions that are answered.
  let questions: [QuestionID]
  /// Days from the first answer to the last.
  let days: Int

  /// The moment at which the programs' clock stands: 2026-11-23T09:00:00Z.
  static let now = Timestamp(milliseconds: 1_795_424_400_000)

  /// Writes it into the journals of a data folder, which is made where it isn't there.
  func write(toDataFolder folder: String) throws(BenchmarkFailure) {
    for path in [folder, folder + "/journals"] { try makeFolder(path) }
    var file = try OutputFile("\(folder)/journals/\(Self.writer).jsonl")
    var random = SplitMix64(seed: 11)
    let pace = Int64(days) * 86_400_000 / Int64(answers + 1)
    let start = Self.now.advanced(byMilliseconds: -pace * Int64(answers + 1))
    try file.write(
      bytes: JournalEncoder.lines(of: [event(0, at: start, .journal)]))
    var written = 0
    while written < answers {
      let count = min(10_000, answers - written)
      let events = (written..<written + count).map { number in
        event(
          number + 1, at: start.advanced(byMilliseconds: pace * Int64(number + 1)),
          .answer(answer(&random)))
      }
      try file.write(bytes: JournalEncoder.lines(of: events))
      written += count
    }
    try file.close()
  }

  private func event(_ number: Int, at time: Timestamp, _ content: EventContent) -> Event {
    Event(
      id: EventID(writer: Self.writer, sequence: number),
      time: LocalTime(at: time, offsetMinutes: 60), content: content)
  }

  private func answer(_ random: inout SplitMix64) -> AnswerRecord {
    let isRight = random.number(below: 10) > 1
    var order = [1, 2, 3, 4]
    order.shuffle(using: &random)
    return AnswerRecord(
      question: questions[random.number(below: questions.count)],
      revision: Revision(recorded: "1f3a9c-77d0e2"), mode: .study,
      order: ItemNumbers(order) ?? [], response: .numbers([1 + random.number(below: 4)]),
      isRight: isRight, confidence: random.number(below: 3) == 0 ? .certain : nil,
      rating: isRight ? .good : .again, milliseconds: 5_000 + random.number(below: 60_000))
  }
}
