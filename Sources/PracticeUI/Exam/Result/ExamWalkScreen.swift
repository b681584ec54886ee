import PracticeCore
import TerminalUI

/// The questions of an exam that is over, one after the other, with answers and rationales.
struct ExamWalkScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case more, next, previous
    case show(ExamWalkFilter)
    case turnFilter(Int)
    case openAll, notes, flag, suspend, report, close
  }

  /// The exam.
  let review: ExamReview
  /// Which questions are walked through.
  private(set) var filter: ExamWalkFilter
  /// The places of these questions in the form.
  private(set) var places: [Int]
  /// Which of them is shown, from 0.
  private(set) var position = 0
  /// The report that is being typed.
  private(set) var entry: TextEntry?
  private var opensAll = false
  private var column = MarkedColumn()
  private var layoutKey: LayoutKey?
  private let counts: [Int]

  private struct LayoutKey: Equatable, Sendable {
    var place: Int?
    var filter: ExamWalkFilter
    var columns: Int
    var charset: Charset
    var opensAll: Bool
    var note: String?
  }

  /// Walks through an exam: what was not right first, unless everything was.
  init(_ review: ExamReview) {
    self.review = review
    counts = ExamWalkFilter.allCases.map { review.places($0).count }
    filter = review.missedPlaces.isEmpty ? .all : .missed
    places = review.places(filter)
  }

  var title: String { ExamWalkWording.title }

  /// The place in the form of the question that is shown; nil where the filter takes none.
  var place: Int? { places.indices.contains(position) ? places[position] : nil }

  /// The question that is shown, as it was asked.
  private var item: ExamPaper.Item? { place.map { review.exam.paper.items[$0] } }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    let key = LayoutKey(
      place: place, filter: filter, columns: stage.body.columns, charset: context.symbols.charset,
      opensAll: opensAll, note: item.flatMap { context.learner[$0.question.id].note })
    if layoutKey != key {
      if layoutKey?.place != key.place || layoutKey?.filter != key.filter { column.restart() }
      column.set(rows: rows(columns: key.columns, in: context))
      layoutKey = key
    }
    column.fit(
      height: areas(of: stage.body, in: context).column.rows, countsInside: stage.countsInside)
  }

  private func rows(columns: Int, in context: ScreenContext) -> [Line] {
    if let place {
      return ExamWalkRows.rows(
        of: place, in: review, opensAll: opensAll, columns: columns, context: context)
    }
    let margin = Line(QuestionTexts.isWide(columns) ? " " : "")
    return TextWrapping.wrap(
      Line(ExamWalkWording.nothing(filter, of: review)), columns: columns, first: margin,
      rest: margin)
  }

  // MARK: - Keys

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil { return KeyMap.field("report") }
    var bindings: [KeyMap<Action>.Binding] = []
    if let item {
      bindings += [
        .init(
          [(.enter, .next), ("l", .next), (.right, .next)], "enter", "next",
          help: "The next question (l, right)", .always),
        .init("h", .left, name: "h", "back", help: "The question before (left)", .previous),
      ]
      if item.question.format.hasRationales {
        bindings.append(
          .init(
            "o", name: "o", opensAll ? "less" : "all",
            help: "Open all rationales, or close them", .openAll))
      }
    }
    bindings.append(
      .init(
        [
          ("1", .show(.all)), ("2", .show(.missed)), ("3", .show(.flagged)), ("4", .show(.slow)),
          ("5", .show(.uncounted)),
        ], "1\(context.symbols.range)5", "show others",
        help: "Show all, what was not right, flagged, slow, or not counted"))
    if let item {
      let progress = context.learner[item.question.id]
      // What can't be done is not offered; the keys say why all the same.
      let place: KeyMap<Action>.Place = isInBanks(context) ? .footer : .help
      bindings += [
        .init(
          "n", name: "n", "notes", help: "Read the notes on its topic", .notes,
          hasNotes(in: context) ? .footer : .help),
        .init(
          "f", name: "f", progress.isFlagged ? "unflag" : "flag",
          help: "Flag it for study, or take the flag away", .flag, place),
        .init(
          "s", name: "s", progress.isSuspended ? "ask again" : "don't ask again",
          help: "Don't ask this question again in study, or do", .suspend, place),
        .init("!", name: "!", "report", help: "Report it: something is wrong", .report, place),
        .init(" ", name: "space", "on", help: "Page on, then the next question", .more, .help),
      ]
    }
    bindings += [
      .init(.tab, name: "tab", "turn", help: "Show the next group", .turnFilter(1), .help),
      .init(
        .backTab, name: "shift-tab", "turn back", help: "Show the group before", .turnFilter(-1),
        .help),
      .init(.escape, name: "q", "back", help: "Back to the result (esc)", .close, .always),
    ]
    return KeyMap(bindings + KeyMap.scrolling { .move($0) })
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape: entry = nil
    case .enter:
      let text = entry?.field.text ?? ""
      entry = nil
      guard let item, !text.allSatisfy(\.isWhitespace) else { return [] }
      return [
        .append(.report(question: item.question.id, text: text)), .say(SessionWording.reported),
      ]
    default: _ = entry?.field.handle(key)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) { entry?.field.insert(text) }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .more:
      if !column.viewport.hasMore { return go(by: 1) }
      column.pageDown()
    case .next: return go(by: 1)
    case .previous: return go(by: -1)
    case .show(let filter): show(filter)
    case .turnFilter(let step):
      let count = ExamWalkFilter.allCases.count
      if let next = ExamWalkFilter(rawValue: (filter.rawValue + step + count) % count) {
        show(next)
      }
    case .openAll: opensAll.toggle()
    case .notes: return notes(in: context)
    case .flag: return mark(.flag, in: context)
    case .suspend: return mark(.suspend, in: context)
    case .report:
      guard isInBanks(context) else { return [.say(ExamWalkWording.goneShort)] }
      entry = TextEntry(SessionWording.reportLabel)
    case .close: return leave(in: context)
    }
    return []
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    if let filter = ExamWalkFilter(rawValue: item) { show(filter) }
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  private mutating func go(by step: Int) -> [Command] {
    guard places.indices.contains(position + step) else {
      return [.say(step > 0 ? ExamWalkWording.last : ExamWalkWording.first)]
    }
    position += step
    opensAll = false
    return []
  }

  /// Walks through other questions; where the one that is shown is among them, it stays.
  private mutating func show(_ filter: ExamWalkFilter) {
    let shown = place
    self.filter = filter
    places = review.places(filter)
    position = places.firstIndex { $0 == shown } ?? 0
  }

  private func notes(in context: ScreenContext) -> [Command] {
    guard let question = item?.question, let notes = NotesReader(on: question, in: context) else {
      return [.say(NotesWording.none)]
    }
    return [.open(notes)]
  }

  private func hasNotes(in context: ScreenContext) -> Bool {
    guard let question = item?.question, let objective = question.objective else { return false }
    return context.catalog.bank(named: question.id.bank)?.notes(forObjective: objective) != nil
  }

  private func isInBanks(_ context: ScreenContext) -> Bool {
    item.map { context.catalog[$0.question.id] != nil } ?? false
  }

  private func mark(_ marking: QuestionMarking, in context: ScreenContext) -> [Command] {
    guard let item, isInBanks(context) else { return [.say(ExamWalkWording.goneShort)] }
    return marking.commands(for: item.question.id, in: context)
  }

  // MARK: - View

  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    guard let place, let item else {
      return HeaderRow(
        leading: [.init(Line(symbols.display(review.exam.start.title), .heading), priority: 2)],
        symbols: symbols)
    }
    let sections = review.exam.paper.blueprint.sections
    var leading: [HeaderRow.Part] = [
      .init(Line("Question \(place + 1)", .heading), priority: 3)
    ]
    var trailing: [HeaderRow.Part] = [
      .init(Line("\(position + 1) of \(places.count)"), priority: 3)
    ]
    if review.exam.sheets[place].isFlagged {
      trailing.insert(.init(Line(symbols.flag, .accent), priority: 2), at: 0)
    }
    if sections.indices.contains(item.section) {
      let used = trailing.reduce(leading[0].line.width) { $0 + $1.line.width + 2 }
      let room = context.stage.layout.header.columns - used
      let title = symbols.display(sections[item.section].title)
      let part = Line(" \(symbols.separator) \(title)", .muted)
      if room >= min(part.width, 14) {
        leading.append(.init(part.truncated(to: room, ellipsis: symbols.ellipsis), priority: 0))
      }
    }
    return HeaderRow(leading: leading, trailing: trailing, symbols: symbols)
  }

  /// Where the filters and the question stand in the body.
  private func areas(
    of body: Rect, in context: ScreenContext
  ) -> (filters: Rect, column: Rect) {
    let (filters, rest) = body.splitTop(1)
    return (filters, context.stage.layout.hasRules ? rest.inset(top: 1) : rest)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    let areas = areas(of: body, in: context)
    ExamWalkFilterRow(filter: filter, counts: counts, symbols: context.symbols)
      .draw(in: areas.filters, on: &frame)
    column.draw(in: areas.column, on: &frame, symbols: context.symbols, marks: false)
  }
}
