import FSRS
import PracticeCore
import PracticeUI
import TerminalUI
import TestSupport
import Testing

@Suite struct ScreenPropertyTests {
  /// Keys that do something somewhere, the usual ones more often.
  private static let keys: [Key] = Key.script(
    "jjjjkk<enter><enter><enter><enter><space><space>1234567891234cugxfnqz[!so?bp,hlJKi/tuRyny0"
      + "<esc><esc><tab><up><down><left><right><pgup><pgdn><home><end><bs><s-up><s-down><c-l><c-z>"
      + "abe2026-12-31日é\u{301}")

  /// A random message of the kinds that come from outside.
  private static func message(_ random: inout SplitMix64) -> Message {
    switch random.number(below: 40) {
    case 0:
      return .input(
        .resize(Size(columns: random.number(below: 201), rows: random.number(below: 61))))
    case 1:
      // Sizes around the smallest, where most can go wrong.
      return .input(
        .resize(Size(columns: 36 + random.number(below: 10), rows: 10 + random.number(below: 8))))
    case 2: return .input(.resize(Size(columns: 80, rows: 24)))
    case 3:
      let place = Position(column: random.number(below: 90), row: random.number(below: 30))
      let kinds: [MouseEvent.Kind] = [
        .press(.left), .press(.right), .release(.left), .wheelUp, .wheelDown,
      ]
      return .input(.mouse(MouseEvent(kinds[random.number(below: kinds.count)], at: place)))
    case 4: return .input(.paste("12\u{1B}[2J\n漢字 e\u{301} \u{202E}"))
    case 5: return .tick
    case 6: return .saving(problem: random.number(below: 2) == 0 ? nil : "the disk is full.")
    case 7: return .notice("A notice that is long enough to take more than one row: 漢字.")
    case 8: return .input(.wake)
    default: return .input(.key(keys[random.number(below: keys.count)]))
    }
  }

  private static let starts: [StartScreen] = [
    .home, .home, .study(banks: [], new: nil, limit: nil),
    .quiz(QuizSelection(), seed: nil, schedules: true),
    .quiz(QuizSelection(tag: "longest"), seed: 1, schedules: false),
    .notes(bank: nil, objective: nil),
  ]

  @Test func `any keys at any size leave a valid state and a full frame`() throws {
    try withEvery(seed: 0..<25) { seed, random in
      let histories = [[], Fixtures.settled, Fixtures.experienced, Fixtures.done]
      let history = histories[random.number(below: histories.count)]
      var runner = ScreenRunner(
        Self.starts[random.number(below: Self.starts.count)], history: history,
        size: Size(columns: random.number(below: 201), rows: random.number(below: 61)),
        charset: random.number(below: 2) == 0 ? .unicode : .ascii, seed: seed)
      var size = runner.state.view().size
      for step in 0..<250 {
        let message = Self.message(&random)
        if case .input(.resize(let new)) = message { size = new }
        runner.wait(milliseconds: Int64(random.number(below: 2000)) - 100)
        runner.send(message)
        let frame = runner.state.view()
        try #require(frame.size == size, "seed \(seed), step \(step)")
        try #require(
          frame.buffer.cells.allSatisfy { DisplayText.isSafe($0.base) },
          "seed \(seed), step \(step)"
        )
        let isLarge = size.columns >= 40 && size.rows >= 12
        if isLarge {
          try #require(frame.cursor != nil, "seed \(seed), step \(step): no cursor\(runner)")
          try #require(
            frame.buffer.text(row: size.rows - 1) != "", "seed \(seed), step \(step): no footer")
          try #require(
            frame.buffer.text(row: 0) != "", "seed \(seed), step \(step): no header")
        }
        if let cursor = frame.cursor {
          try #require(
            frame.bounds.contains(cursor), "seed \(seed), step \(step): cursor at \(cursor)")
        }
      }
      try #require(
        runner.state.learner == runner.learner,
        "seed \(seed): the state differs from a replay of the journal")
    }
  }

  @Test func `the marked row is in view wherever the learner goes, and so is a choice's footer`()
    throws
  {
    let keys = Key.script("jjjkkk<space><pgdn><pgup><home><end>12345x")
    try withEvery(seed: 0..<40) { seed, random in
      var runner = ScreenRunner(
        .quiz(QuizSelection(tag: "longest"), seed: seed, schedules: true),
        size: Size(
          columns: 40 + random.number(below: 60), rows: 12 + random.number(below: 20)))
      for step in 0..<60 {
        let key = keys[random.number(below: keys.count)]
        runner.press(key)
        let frame = runner.state.view()
        let showsChoice = runner.screen.contains { row in
          ["( )", "(x)", "(-)"].contains { row.contains($0) }
        }
        let mark = frame.cursor.map { frame.buffer[$0].text }
        try #require(
          (mark == "▸") == showsChoice, "seed \(seed), step \(step), \(key): \(runner)")
        try #require(
          runner.screen.last?.contains("enter submit") == true
            && runner.screen.last?.contains("?") == true, "seed \(seed), step \(step)")
      }
    }
  }

  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24)])
  func `every text of every question can be scrolled to`(size: Size) {
    for question in Fixtures.bank.questions {
      let name = String(question.id.question)
      for key in ["<space>", "j", "<pgdn>"] {
        // In a field Space is text.
        if question.format.kind == .answer && key != "<pgdn>" { continue }
        var runner = ScreenRunner(
          .quiz(QuizSelection(tag: name), seed: 3, schedules: true), size: size)
        let seen = Self.read(&runner, pressing: key)
        expect(seen, holds: Self.texts(of: question), "\(name), \(key)")
      }
    }
  }

  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24)])
  func `every text of every feedback can be scrolled to`(size: Size) {
    let answers = ["match": "1j1j1<enter>", "typed": "x<enter><enter>", "multiple": "12<enter>"]
    for question in Fixtures.bank.questions {
      let name = String(question.id.question)
      var runner = ScreenRunner(
        .quiz(QuizSelection(tag: name), seed: 3, schedules: true), size: size)
      runner.press((answers[name] ?? (name == "order" ? "J<enter>" : "1<enter>")) + "o<home>")
      let seen = Self.read(&runner, pressing: "j")
      let lessons = [question.takeaway].compactMap { $0 }
      expect(seen, holds: Self.texts(of: question, all: true) + lessons, name)
    }
  }

  /// Everything that comes into view while a key is pressed until nothing moves.
  private static func read(_ runner: inout ScreenRunner, pressing key: String) -> String {
    var seen = ""
    var last: [String] = []
    var still = 0
    for _ in 0..<200 where still < 3 {
      let screen = Array(runner.screen.dropFirst().dropLast())
      seen += screen.joined(separator: " ") + " "
      still = screen == last ? still + 1 : 0
      last = screen
      runner.press(key)
    }
    return seen
  }

  /// What a learner has to be able to read; with `all`, after the answer too.
  private static func texts(of question: Question, all: Bool = false) -> [String] {
    var texts = [question.stem]
    switch question.format {
    case .choices(let choices):
      texts += choices.map(\.text)
      if all { texts += choices.compactMap(\.why) }
    case .match(let pairs, let distractors):
      texts += pairs.map(\.prompt) + pairs.map(\.answer)
      texts += all ? pairs.compactMap(\.why) : distractors
    case .order(let steps): texts += steps
    case .answer(let accepted): if all { texts += accepted }
    }
    return texts
  }

  private func expect(_ seen: String, holds texts: [String], _ what: String) {
    // Code is broken where a row is full, in the middle of words.
    let together = String(seen.filter { !$0.isWhitespace })
    for text in texts {
      for word in text.split(whereSeparator: \.isWhitespace) {
        // Scripts without blanks are broken anywhere, and what must not be shown is replaced.
        if word.utf8.contains(where: { $0 >= 0x80 }) {
          for character in word where character.unicodeScalars.count == 1 {
            #expect(seen.contains(character) || !character.isLetter, "\(what): \(character)")
          }
        } else {
          #expect(together.contains(word), "\(what): \(word)")
        }
      }
    }
  }
}
