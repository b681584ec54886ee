import PracticeCore
import TerminalUI

/// One showing of a question, with what the learner has done to it so far.
struct QuestionPane: Equatable, Sendable {
  /// The showing.
  let showing: Showing
  /// The question.
  let question: Question
  /// When it was first seen.
  let shownAt: LocalTime
  /// When the right answer changed since the learner last answered: the day of that answer.
  let answeredBeforeChange: CalendarDate?
  /// The answer so far.
  private(set) var draft: DraftAnswer
  /// The choices struck out, by their numbers in the bank.
  private(set) var struck: Set<Int> = []
  /// Whether keys go into the field of a typed answer.
  var isTyping: Bool
  /// Whether the notes were opened.
  var openedNotes = false
  /// The rows.
  var column = MarkedColumn()
  private var texts: QuestionTexts?

  /// Shows a question.
  init(_ question: Question, showing: Showing, in context: ScreenContext) {
    self.showing = showing
    self.question = question
    shownAt = context.time
    draft = DraftAnswer(question, showing: showing)
    isTyping = question.format.kind == .answer
    let last = context.learner[question.id].lastAnswer
    answeredBeforeChange =
      last.flatMap { $0.revision.key == question.revision.key ? nil : $0.time.studyDay }
  }

  /// The kind of question.
  var kind: QuestionKind { question.format.kind }

  /// The numbers of the rows that can be marked, in the order shown.
  var numbers: [Int] {
    switch question.format {
    case .choices(let choices): showing.numbers(of: choices.count)
    case .match(let pairs, _): Array(1..<(pairs.count + 1))
    case .order:
      if case .order(let steps) = draft { steps } else { [] }
    case .answer: []
    }
  }

  /// The numbers of the answers of matching, in the order shown.
  var answerNumbers: [Int] { showing.numbers(of: question.matchAnswers.count) }

  /// The number of the marked row.
  private var markedNumber: Int? {
    guard let marked = column.marked else { return nil }
    let numbers = numbers
    return numbers.indices.contains(marked) ? numbers[marked] : nil
  }

  /// Lays the rows out for a width.
  mutating func layOut(columns: Int, in context: ScreenContext) {
    let key = QuestionTexts.Key(columns: columns, charset: context.symbols.charset)
    if texts?.key != key {
      texts = QuestionTexts(
        question, of: context.catalog.bank(of: question.id), key: key, symbols: context.symbols)
    }
    guard let texts else { return }
    let content = QuestionRows(self, texts: texts, symbols: context.symbols)
    column.set(rows: content.rows, items: content.items)
  }

  /// Chooses by a digit, from 1; the mark goes along.
  ///
  /// - Returns: what to say where the digit does nothing.
  mutating func choose(_ digit: Int) -> String? {
    switch draft {
    case .choices:
      let numbers = numbers
      guard numbers.indices.contains(digit - 1) else { return nil }
      toggle(numbers[digit - 1])
      column.mark(digit - 1)
    case .match(var answers):
      let shown = answerNumbers
      guard shown.indices.contains(digit - 1) else { return nil }
      guard let prompt = markedNumber else { return SessionWording.markPrompt }
      let number = shown[digit - 1]
      answers[prompt - 1] = answers[prompt - 1] == number ? 0 : number
      draft = .match(answers)
    case .order: column.mark(digit - 1)
    case .text: break
    }
    return nil
  }

  /// Chooses the marked row, or takes that back; in matching, takes its answer back.
  mutating func toggleMarked() {
    guard let number = markedNumber else { return }
    switch draft {
    case .choices: toggle(number)
    case .match(var answers):
      answers[number - 1] = 0
      draft = .match(answers)
    case .order, .text: break
    }
  }

  /// Gives the marked prompt the next answer, or the one before.
  mutating func turnAnswer(by step: Int) {
    guard case .match(var answers) = draft, let prompt = markedNumber else { return }
    let shown = [0] + answerNumbers
    let place = shown.firstIndex(of: answers[prompt - 1]) ?? 0
    answers[prompt - 1] = shown[(place + step + shown.count) % shown.count]
    draft = .match(answers)
  }

  /// Carries the marked step down, or up where negative.
  mutating func carry(by step: Int) {
    guard case .order(var steps) = draft, let marked = column.marked else { return }
    let target = marked + step
    guard steps.indices.contains(marked), steps.indices.contains(target) else { return }
    steps.swapAt(marked, target)
    draft = .order(steps)
    // Rows of unequal height change places, so the new rows have to be known first.
    if let texts { relayOut(texts) }
    column.mark(target)
  }

  /// Strikes the marked choice out, or takes that back; one struck out is not chosen.
  mutating func strikeMarked() {
    guard case .choices(var chosen) = draft, let number = markedNumber else { return }
    if struck.remove(number) == nil {
      struck.insert(number)
      chosen.remove(number)
      draft = .choices(chosen)
    }
  }

  /// Types into the field.
  ///
  /// - Returns: whether the key does something there.
  mutating func type(_ key: Key) -> Bool {
    guard case .text(var field) = draft, field.handle(key) else { return false }
    draft = .text(field)
    return true
  }

  /// Pastes into the field.
  mutating func paste(_ text: String) {
    guard case .text(var field) = draft else { return }
    field.insert(text)
    draft = .text(field)
  }

  /// What submitting would do now.
  enum Submission: Equatable {
    /// The answer is whole.
    case whole(Response)
    /// It isn't, or something was done instead: what to say.
    case not(String)
  }

  /// Makes a response of the draft.
  ///
  /// In single choice, where another row than the chosen one is marked, that row is chosen instead,
  /// so that nobody submits what they don't look at.
  mutating func submission() -> Submission {
    if case .choices(let chosen) = draft, question.keyNumbers.count == 1, chosen.count == 1,
      let marked = column.marked, let number = markedNumber, !chosen.contains(number)
    {
      toggle(number)
      return .not(SessionWording.moved(to: marked + 1))
    }
    if let response = draft.response(to: question) { return .whole(response) }
    return .not(SessionWording.incomplete(draft, of: question))
  }

  private mutating func toggle(_ number: Int) {
    guard case .choices(var chosen) = draft else { return }
    if question.keyNumbers.count == 1 {
      chosen = chosen.contains(number) ? [] : [number]
    } else if chosen.remove(number) == nil {
      chosen.insert(number)
    }
    if chosen.contains(number) { struck.remove(number) }
    draft = .choices(chosen)
  }

  private mutating func relayOut(_ texts: QuestionTexts) {
    let symbols = Symbols.of(texts.key.charset)
    let content = QuestionRows(self, texts: texts, symbols: symbols)
    column.set(rows: content.rows, items: content.items)
    column.fit(height: column.height, countsInside: column.countsInside)
  }
}
