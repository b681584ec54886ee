import PracticeCore
import TerminalUI

/// One showing of a question, with what the learner has done to it so far.
struct QuestionPane: Equatable, Sendable {
  /// The showing.
  let showing: Showing
  /// The question.
  let question: Question
  /// What holds for choosing.
  let rules: Rules
  /// When it was first seen.
  let shownAt: LocalTime
  /// When the right answer changed since the learner last answered: the day of that answer.
  let answeredBeforeChange: CalendarDate?
  /// The answer so far.
  private(set) var draft: DraftAnswer
  /// Whether the steps in their order are an answer; nil where every order is one.
  private(set) var isOrderGiven: Bool?
  /// The choices struck out, by their numbers in the bank.
  private(set) var struck: Set<Int> = []
  /// Whether keys go into the field of a typed answer.
  var isTyping: Bool
  /// Whether the notes were opened.
  var openedNotes = false
  /// The rows.
  var column = MarkedColumn()
  private let scenario: String?
  private var texts: QuestionTexts?
  private var laidOut: LaidOut?

  /// What holds for choosing.
  enum Rules: Equatable, Sendable {
    /// Anything can be tried before it is submitted.
    case study
    /// What is chosen is the answer: never more than asked for, and no digit takes it back unasked.
    case exam
  }

  /// What the rows were made of.
  private struct LaidOut: Equatable, Sendable {
    var key: QuestionTexts.Key
    var draft: DraftAnswer
    var isOrderGiven: Bool?
    var struck: Set<Int>
  }

  /// Shows a question.
  init(_ question: Question, showing: Showing, in context: ScreenContext) {
    self.showing = showing
    self.question = question
    rules = .study
    scenario = context.catalog.bank(of: question.id)?.scenarioText(of: question)
    shownAt = context.time
    draft = DraftAnswer(question, showing: showing)
    isTyping = question.format.kind == .answer
    let last = context.learner[question.id].lastAnswer
    answeredBeforeChange =
      last.flatMap { $0.revision.key == question.revision.key ? nil : $0.time.studyDay }
  }

  /// Shows a question that nobody is asked, of a bank that is being written.
  init(_ question: Question, scenario: String?, showing: Showing, in context: ScreenContext) {
    self.showing = showing
    self.question = question
    rules = .study
    self.scenario = scenario
    shownAt = context.time
    draft = DraftAnswer(question, showing: showing)
    isTyping = false
    answeredBeforeChange = nil
  }

  /// Shows a question of an exam as its form keeps it, with what was done to it before.
  init(_ item: ExamPaper.Item, sheet: ExamSheet, in context: ScreenContext) {
    showing = Showing(question: item.question.id, order: item.order)
    question = item.question
    rules = .exam
    scenario = item.scenario
    shownAt = context.time
    draft = DraftAnswer(item.question, showing: showing, response: sheet.response)
    struck = Set(sheet.struck)
    let kind = item.question.format.kind
    isOrderGiven = kind == .order ? sheet.response != nil : nil
    // Who comes back to an answer wants to go on from it, not to write on.
    isTyping = kind == .answer && sheet.response == nil
    answeredBeforeChange = nil
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

  /// What is answered so far, whole or not; nil for nothing.
  var response: Response? { isOrderGiven == false ? nil : draft.partialResponse }

  /// The number of the marked row, in the bank.
  var markedNumber: Int? {
    guard let marked = column.marked else { return nil }
    let numbers = numbers
    return numbers.indices.contains(marked) ? numbers[marked] : nil
  }

  /// Lays the rows out for a width.
  mutating func layOut(columns: Int, in context: ScreenContext) {
    let key = QuestionTexts.Key(columns: columns, charset: context.symbols.charset)
    if texts?.key != key {
      texts = QuestionTexts(question, scenario: scenario, key: key, symbols: context.symbols)
    }
    setRows()
  }

  /// Puts the rows together, unless nothing has changed since.
  private mutating func setRows() {
    guard let texts else { return }
    let content = LaidOut(
      key: texts.key, draft: draft, isOrderGiven: isOrderGiven, struck: struck)
    if laidOut == content { return }
    laidOut = content
    let rows = QuestionRows(self, texts: texts, symbols: Symbols.of(texts.key.charset))
    column.set(rows: rows.rows, items: rows.items)
  }

  /// Chooses by a digit, from 1; the mark goes along.
  ///
  /// - Returns: what to say where the digit does nothing.
  mutating func choose(_ digit: Int) -> String? {
    switch draft {
    case .choices:
      let numbers = numbers
      guard numbers.indices.contains(digit - 1) else { return nil }
      column.mark(digit - 1)
      return toggle(numbers[digit - 1], keeps: rules == .exam)
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

  /// Chooses the marked row, or takes that back; in matching, takes its answer back; in ordering,
  /// makes the order as it stands the answer.
  ///
  /// - Returns: what to say where it does nothing.
  mutating func toggleMarked() -> String? {
    if isOrderGiven != nil { isOrderGiven = true }
    guard let number = markedNumber else { return nil }
    switch draft {
    case .choices: return toggle(number)
    case .match(var answers):
      answers[number - 1] = 0
      draft = .match(answers)
    case .order, .text: break
    }
    return nil
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
    if isOrderGiven != nil { isOrderGiven = true }
    // Rows of unequal height change places, so the new rows have to be known first.
    setRows()
    column.fit(height: column.height, countsInside: column.countsInside)
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
      _ = toggle(number)
      return .not(SessionWording.moved(to: marked + 1))
    }
    if let response = draft.response(to: question) { return .whole(response) }
    return .not(SessionWording.incomplete(draft, of: question))
  }

  /// Chooses what has that number in the bank, or takes that back.
  ///
  /// - Parameters:
  ///   - number: the number.
  ///   - keeps: whether a single choice that is chosen stays so.
  /// - Returns: what to say where nothing is chosen.
  private mutating func toggle(_ number: Int, keeps: Bool = false) -> String? {
    guard case .choices(var chosen) = draft else { return nil }
    let wanted = question.keyNumbers.count
    if wanted == 1 {
      chosen = chosen.contains(number) && !keeps ? [] : [number]
    } else if chosen.remove(number) == nil {
      if rules == .exam, chosen.count >= wanted {
        return SessionWording.enoughChosen(wanted)
      }
      chosen.insert(number)
    }
    if chosen.contains(number) { struck.remove(number) }
    draft = .choices(chosen)
    return nil
  }
}
