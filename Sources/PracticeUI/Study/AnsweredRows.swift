import PracticeCore
import TerminalUI

/// The rows of a question with its right answer and what it teaches: after an answer or an exam, or
/// in the list of all questions.
struct AnsweredRows {
  /// All rows.
  private(set) var rows: [Line] = []
  /// The first row after the stem.
  private(set) var afterStem = 0

  private let question: Question
  private let setting: QuestionSetting
  private let struck: ItemNumbers
  private let opensAll: Bool
  private let columns: Int
  private let symbols: Symbols

  /// Puts the rows together.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - setting: what stands around it.
  ///   - response: what was answered; nil where nothing was.
  ///   - showing: in which order the items stood.
  ///   - struck: the numbers of the choices that were struck out.
  ///   - opensAll: whether every choice shows its rationale.
  ///   - note: the learner's own note.
  ///   - columns: the width.
  ///   - symbols: the signs to draw with.
  init(
    _ question: Question, in setting: QuestionSetting, response: Response?, showing: Showing,
    struck: ItemNumbers = [], opensAll: Bool, note: String?, columns: Int, symbols: Symbols
  ) {
    self.question = question
    self.setting = setting
    self.struck = struck
    self.opensAll = opensAll
    self.columns = max(1, columns)
    self.symbols = symbols
    let texts = QuestionTexts(
      question, scenario: setting.scenario,
      key: .init(columns: columns, charset: symbols.charset), symbols: symbols)
    rows = texts.stem.map { margin + $0 }
    rows.append(Line())
    afterStem = rows.count
    switch (question.format, response) {
    case (.choices(let choices), let response):
      let chosen: [Int]? = if case .numbers(let numbers) = response { Array(numbers) } else { nil }
      addChoices(choices, chosen: chosen, order: showing.numbers(of: choices.count))
    case (.match(let pairs, _), .numbers(let numbers)):
      addPairs(pairs, answers: numbers.count == pairs.count ? Array(numbers) : nil)
    case (.match(let pairs, let distractors), _):
      addPairs(pairs, answers: nil)
      if !distractors.isEmpty {
        addLabelled(
          Line(SessionWording.matchesNothing), distractors.joined(separator: ", "),
          indent: isWide ? "   " : "")
      }
    case (.order(let steps), .numbers(let numbers)):
      addSteps(steps, order: numbers.count == steps.count ? Array(numbers) : nil)
    case (.order(let steps), _): addSteps(steps, order: nil)
    case (.answer(let accepted), .text(let text)): addTyped(accepted, typed: text)
    case (.answer(let accepted), _): addTyped(accepted, typed: nil)
    }
    addLessons(note: note)
  }

  private var isWide: Bool { QuestionTexts.isWide(columns) }
  private var margin: Line { Line(isWide ? " " : "") }
  /// The columns of a margin at the right.
  private var rightMargin: Int { isWide ? 1 : 0 }

  // MARK: Choices

  private enum Mark {
    case yours(isRight: Bool)
    case missed
    case right
    case none
  }

  private func label(_ mark: Mark) -> Line {
    switch mark {
    case .yours(true): Line("\(symbols.right) yours", Style(.right, .bold))
    case .yours(false): Line("\(symbols.wrong) yours", Style(.wrong, .bold))
    case .missed: Line("\(symbols.right) missed", Style(.right, .bold))
    case .right: Line("\(symbols.right) right", Style(.right, .bold))
    case .none: Line()
    }
  }

  private mutating func addChoices(_ choices: [Choice], chosen: [Int]?, order: [Int]) {
    for (place, number) in order.enumerated() {
      let choice = choices[number - 1]
      let isChosen = chosen?.contains(number) ?? false
      let mark: Mark =
        isChosen
        ? .yours(isRight: choice.isRight)
        : choice.isRight ? chosen == nil ? .right : .missed : .none
      let isOpen = opensAll || isChosen || choice.isRight
      addItem(
        Line(isWide ? "   \(place + 1)  " : "\(place + 1) "), label: label(mark),
        text: choice.text, style: isChosen ? .chosen : .body, isOpen: isOpen,
        remark: struck.contains(number) ? SessionWording.struckOut : nil)
      if isOpen, let why = choice.why { addRationale(why) }
    }
  }

  /// The columns left of the texts of choices on wide screens.
  private static let wideIndent = 17

  private mutating func addItem(
    _ number: Line, label: Line, text: String, style: Style, isOpen: Bool, remark: String? = nil
  ) {
    if isWide {
      let indent = Self.wideIndent
      let texts = itemRows(
        text, columns: max(1, columns - indent - rightMargin), style: style, isOpen: isOpen,
        remark: remark)
      let first = (number + label).padded(to: indent)
      rows += texts.enumerated().map { index, line in
        (index == 0 ? first : Line(String(repeating: " ", count: indent))) + line
      }
      if texts.isEmpty { rows.append(first) }
      return
    }
    let hanging = Line("  ")
    if isOpen, !label.spans.isEmpty, remark == nil, !text.utf8.contains(UInt8(ascii: "\n")) {
      rows += TextWrapping.wrap(
        label + Line("  ") + Line(symbols.display(text), style), columns: columns, first: number,
        rest: hanging)
      return
    }
    // Paragraphs, code and what has a remark keep rows of their own.
    if !label.spans.isEmpty { rows.append(number + label) }
    let texts = itemRows(text, columns: columns - 2, style: style, isOpen: isOpen, remark: remark)
    for (index, line) in texts.enumerated() {
      rows.append((index == 0 && label.spans.isEmpty ? number : hanging) + line)
    }
  }

  /// The rows of an item's text: one where it isn't open; with a remark after it.
  private func itemRows(
    _ text: String, columns: Int, style: Style, isOpen: Bool, remark: String?
  ) -> [Line] {
    var texts = TextLayout.rows(text, columns: columns, style: style, symbols: symbols)
    let remarkColumns = remark.map { 2 + ColumnWidth.of($0) } ?? 0
    if !isOpen { shorten(&texts, to: max(1, columns - remarkColumns)) }
    guard let remark else { return texts }
    if let last = texts.last, last.width + remarkColumns <= columns {
      texts[texts.count - 1] = last.appending("  \(remark)", .muted)
    } else {
      texts.append(Line(remark, .muted))
    }
    return texts
  }

  /// Cuts a text to one row.
  private func shorten(_ texts: inout [Line], to columns: Int) {
    guard let first = texts.first, texts.count > 1 || first.width > columns else { return }
    let cut = first.appending(" \(symbols.ellipsis)")
    texts = [
      cut.width <= columns ? cut : first.prefix(columns: columns - 1).appending(symbols.ellipsis)
    ]
  }

  private mutating func addRationale(_ why: String) {
    let indent = String(repeating: " ", count: isWide ? Self.wideIndent + 2 : 4)
    addText(why, indent: indent)
  }

  private mutating func addText(_ text: String, indent: String, style: Style = .body) {
    rows += TextLayout.rows(
      text, columns: max(1, columns - indent.count - rightMargin), style: style, symbols: symbols
    ).map { Line(indent) + $0 }
  }

  // MARK: The other kinds

  private mutating func addPairs(_ pairs: [MatchPair], answers: [Int]?) {
    let all = question.matchAnswers
    let indent = isWide ? "     " : "  "
    for (index, pair) in pairs.enumerated() {
      addText(pair.prompt, indent: isWide ? "   " : "", style: .chosen)
      let given = answers.flatMap { all.indices.contains($0[index] - 1) ? all[$0[index] - 1] : nil }
      if let given {
        addLabelled(label(.yours(isRight: given == pair.answer)), given, indent: indent)
      }
      if given != pair.answer { addLabelled(label(.right), pair.answer, indent: indent) }
      if opensAll || given != pair.answer, let why = pair.why {
        addText(why, indent: indent + "  ")
      }
    }
  }

  private mutating func addSteps(_ steps: [String], order: [Int]?) {
    for (index, step) in steps.enumerated() {
      let place = order?.firstIndex(of: index + 1)
      let isRight = place == index
      var label = Line()
      if let place {
        label =
          isRight
          ? self.label(.yours(isRight: true))
          : Line("\(symbols.wrong) was \(Phrases.ordinal(place + 1))", Style(.wrong, .bold))
      }
      addItem(
        Line(isWide ? "   \(index + 1)  " : "\(index + 1) "), label: label, text: step,
        style: .body, isOpen: true)
    }
  }

  private mutating func addTyped(_ accepted: [String], typed: String?) {
    let indent = isWide ? "   " : ""
    let isRight = typed.map { question.isRight(.text($0)) } ?? false
    if let typed { addLabelled(label(.yours(isRight: isRight)), typed, indent: indent) }
    if !isRight || accepted.count > 1 {
      addLabelled(label(.right), accepted.joined(separator: ", "), indent: indent)
    }
  }

  private mutating func addLabelled(_ label: Line, _ text: String, indent: String) {
    rows += TextWrapping.wrap(
      label + Line("  ") + Line(symbols.display(text)), columns: columns - rightMargin,
      first: Line(indent), rest: Line(indent + "  "))
  }

  // MARK: What it teaches

  private mutating func addLessons(note: String?) {
    var lessons: [(label: String, rows: [Line])] = []
    if let takeaway = question.takeaway {
      lessons.append((SessionWording.takeaway, lesson(takeaway)))
    }
    if let note { lessons.append((SessionWording.note, lesson(note))) }
    if !setting.references.isEmpty {
      lessons.append((SessionWording.references, setting.references.flatMap(rows(of:))))
    }
    if let objective = setting.objective {
      lessons.append((SessionWording.topic, lesson(objective)))
    }
    if lessons.isEmpty { return }
    rows.append(Line())
    for (label, text) in lessons {
      let heading = Line(label, .heading)
      if isWide {
        rows += text.enumerated().map { index, line in
          (index == 0 ? margin + heading : Line()).padded(to: lessonIndent) + line
        }
      } else {
        rows.append(heading)
        rows += text.map { Line("  ") + $0 }
      }
    }
  }

  private var lessonIndent: Int { isWide ? 13 : 2 }
  private var lessonColumns: Int { max(1, columns - lessonIndent - rightMargin) }

  private func lesson(_ text: String) -> [Line] {
    TextLayout.rows(text, columns: lessonColumns, symbols: symbols)
  }

  private func rows(of reference: Reference) -> [Line] {
    TextWrapping.wrap(Line(symbols.display(reference.title)), columns: lessonColumns)
      + TextWrapping.wrapVerbatim(
        Line(symbols.display(reference.url), .link), columns: lessonColumns)
  }
}
