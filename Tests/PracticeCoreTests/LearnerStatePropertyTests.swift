import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct LearnerStatePropertyTests {
  @Test func `folding one event after the other gives what a replay gives`() throws {
    var folded = 0
    try withEvery(seed: 0..<100) { seed, random in
      let history = LearnerHistory(count: 60, random: &random)
      var state = LearnerState()
      for (index, event) in history.events.enumerated() {
        let seen = Array(history.events[...index])
        if state.apply(event) { folded += 1 } else { state = LearnerState(replaying: seen) }
        try #require(
          state == LearnerState(replaying: seen), "seed \(seed), event \(index): \(event)")
      }
    }
    // Otherwise the property would hold for a state that folds nothing.
    #expect(folded > 100 * 60 / 2)
  }

  @Test func `a refused event leaves the state as it was`() throws {
    try withEvery(seed: 0..<100) { seed, random in
      let history = LearnerHistory(count: 60, random: &random)
      var state = LearnerState()
      for (index, event) in history.events.enumerated() {
        let before = state
        if state.apply(event) { continue }
        try #require(state == before, "seed \(seed), event \(index): \(event)")
        state = LearnerState(replaying: Array(history.events[...index]))
      }
    }
  }

  @Test func `neither order nor repetition matters`() throws {
    try withEvery(seed: 0..<60) { seed, random in
      let events = LearnerHistory(count: 80, random: &random).events
      let expected = LearnerState(replaying: events)
      for _ in 0..<4 {
        let again = (0..<20).map { _ in events[random.number(below: events.count)] }
        let state = LearnerState(replaying: random.shuffled(events + again))
        try #require(state == expected, "seed \(seed)")
      }
    }
  }

  @Test func `an undone event counts as if it had not happened`() throws {
    try withEvery(seed: 0..<100) { seed, random in
      var events = LearnerHistory(count: 40, random: &random).events
      // Undos of undos and forward references have tests of their own.
      events.removeAll {
        switch $0.content {
        case .undo, .rate: true
        default: false
        }
      }
      let dropped = Set((0..<5).map { _ in events[random.number(below: events.count)].id })
      let undos = dropped.enumerated().map { index, id in
        Event(
          id: EventID(writer: "undoer", sequence: index + 1), time: .example,
          content: .undo(of: id))
      }
      let with = LearnerState(replaying: random.shuffled(events + undos))
      let without = LearnerState(replaying: events.filter { !dropped.contains($0.id) })
      try #require(with == without, "seed \(seed)")
    }
  }
}
