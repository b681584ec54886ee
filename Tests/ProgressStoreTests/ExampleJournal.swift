import FSRS
import PracticeCore
import ProgressStore
import TestSupport

/// A journal of a few events of different types, and how it was made.
struct ExampleJournal {
  let events: [Event]
  let bytes: [UInt8]
  /// Where each line ends, behind its line feed.
  let ends: [Int]
  let writer = "k3f9x2ab"
  var file: String { "\(writer).jsonl" }

  init() {
    var random = SplitMix64(seed: 4)
    let journal = Event(
      id: EventID(writer: writer, sequence: 0), time: .example, content: .journal)
    var events = [journal]
    for number in 1...5 {
      var event = random.event(number, writer: writer)
      if number.isMultiple(of: 2) { event.content = .answer(random.answer()) }
      events.append(event)
    }
    self.events = events
    let bytes = JournalEncoder.lines(of: events)
    self.bytes = bytes
    ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The number of the line to which a byte belongs, from 1.
  func line(of offset: Int) -> Int { (ends.firstIndex { offset < $0 } ?? 0) + 1 }
}
