import PracticeCore
import TerminalUI

/// The list of questions: which rows there are, which is marked, and which are in view.
///
/// It holds numbers only; what a row says is asked when it is drawn.
struct BrowseList: Equatable, Sendable {
  /// A row.
  enum Row: Equatable, Sendable {
    /// Nothing.
    case gap
    /// The name of a bank, by its place in the catalog.
    case bank(Int32)
    /// The title of a group, by its place.
    case group(Int32)
    /// A question, by its number.
    case question(Int32)
  }

  /// All questions, in order.
  private(set) var index: BrowseIndex
  /// Which of them are listed.
  private(set) var filter = BrowseFilter.all
  /// What is searched for; empty for nothing.
  private(set) var query = ""
  /// How many of the questions found each filter takes, in the order of all filters.
  private(set) var counts = Array(repeating: 0, count: BrowseFilter.allCases.count)
  /// The rows.
  private(set) var rows: [Row] = []
  /// The marked question's place among those that are listed; nil where none is.
  private(set) var position: Int?
  /// The part in view.
  private(set) var viewport = Viewport(contentRows: 0, height: 0)

  /// The rows in which questions stand, ascending.
  private var questionRows: [Int32] = []
  /// For each question a bit for each filter that takes it.
  private var filters: [UInt8] = []
  /// The texts of the questions, prepared for the first search.
  private var texts: BrowseSearch?
  private var search = TextSearch("")
  /// The questions that the search finds; nil while nothing is searched for.
  private var found: [Int32]?
  private var key: Key?
  /// The question to mark when it is listed anew.
  private var wanted: QuestionID?
  /// The catalog that ``index`` belongs to, and how often it had changed.
  private var catalog: QuestionCatalog
  private var catalogVersion: Int

  /// What the filters depend on.
  private struct Key: Equatable, Sendable {
    var learnerVersion: Int
    var day: CalendarDate
  }

  /// Lists all questions, the first of them marked.
  init(in context: ScreenContext) {
    catalog = context.catalog
    catalogVersion = context.catalogVersion
    index = BrowseIndex(context.catalog)
    refresh(in: context)
  }

  /// How many questions are listed.
  var listed: Int { questionRows.count }

  /// The row of the marked question.
  var markedRow: Int? { position.map { Int(questionRows[$0]) } }

  /// The number of the marked question.
  var markedQuestion: Int? {
    guard let markedRow, case .question(let number) = rows[markedRow] else { return nil }
    return Int(number)
  }

  /// Takes in what has changed since.
  mutating func refresh(in context: ScreenContext) {
    if renew(in: context) { return }
    let key = Key(learnerVersion: context.learnerVersion, day: context.day)
    if self.key == key { return }
    self.key = key
    sort(in: context)
    // What is not listed, or not yet, leaves the mark where it is.
    let number = wanted.flatMap { wanted in
      index.places.indices.first {
        filters[$0] & filter.bit != 0 && index.question($0, in: catalog).id == wanted
      }
    }
    if number != nil { wanted = nil }
    list(goingOn: true, from: number)
  }

  /// Marks that question as soon as it is listed, unless the mark is moved before.
  mutating func goBack(to question: QuestionID) { wanted = question }

  /// Lists the questions of the catalog as it is now, where it has changed; whether it has.
  ///
  /// The mark stays on its question, or goes to the one that took its place.
  @discardableResult
  mutating func renew(in context: ScreenContext) -> Bool {
    guard catalogVersion != context.catalogVersion else { return false }
    let number = markedQuestion ?? 0
    let marked = markedQuestion.map { index.question($0, in: catalog).id }
    catalog = context.catalog
    catalogVersion = context.catalogVersion
    index = BrowseIndex(catalog)
    texts = search.isEmpty ? nil : BrowseSearch(index, in: catalog)
    found = texts?.questions(matching: search, among: nil)
    key = Key(learnerVersion: context.learnerVersion, day: context.day)
    sort(in: context)
    let place = index.places.indices.first { index.question($0, in: catalog).id == marked }
    list(goingOn: true, from: place ?? number)
    return true
  }

  /// Fits the list into a view of that height.
  mutating func fit(height: Int, countsInside: Bool) {
    viewport = Viewport(
      contentRows: rows.count, height: height, offset: viewport.offset,
      countsInside: countsInside)
    reveal()
  }

  // MARK: - What is listed

  /// Lists the questions that `filter` takes.
  mutating func show(_ filter: BrowseFilter) {
    if self.filter == filter { return }
    self.filter = filter
    wanted = nil
    list()
  }

  /// Lists the questions in which all words of `query` stand.
  mutating func search(_ query: String, in context: ScreenContext) {
    let old = search
    self.query = query
    search = TextSearch(query)
    if search == old { return }
    if search.isEmpty {
      found = nil
    } else {
      let texts = self.texts ?? BrowseSearch(index, in: context.catalog)
      self.texts = texts
      found = texts.questions(matching: search, among: search.narrows(old) ? found : nil)
    }
    list()
  }

  /// Finds out which filters take which questions.
  private mutating func sort(in context: ScreenContext) {
    filters = index.places.indices.map { number in
      let question = index.question(number, in: context.catalog).id
      let progress = context.learner[question]
      let isHeldBack = context.learner.isHeldBack(question, on: context.day)
      return BrowseFilter.allCases.reduce(0) { bits, filter in
        filter.takes(progress, isHeldBack: isHeldBack, on: context.day) ? bits | filter.bit : bits
      }
    }
  }

  /// Makes the rows and counts.
  ///
  /// The mark stays on its question. Where that is not listed any more, it goes to the next one if
  /// `goingOn`, else to the first.
  private mutating func list(goingOn: Bool = false, from number: Int? = nil) {
    let marked = number ?? markedQuestion ?? 0
    rows = []
    questionRows = []
    position = nil
    counts = Array(repeating: 0, count: counts.count)
    var last: BrowseIndex.Place?
    for number in found ?? Array(0..<Int32(index.places.count)) {
      let bits = filters[Int(number)]
      for place in counts.indices where bits & (1 << UInt8(place)) != 0 { counts[place] += 1 }
      if bits & filter.bit == 0 { continue }
      let place = index.places[Int(number)]
      if place.bank != last?.bank {
        if last != nil { rows.append(.gap) }
        rows.append(.bank(place.bank))
      }
      if place.group != last?.group { rows.append(.group(place.group)) }
      last = place
      if position == nil, goingOn ? number >= marked : number == marked {
        position = questionRows.count
      }
      questionRows.append(Int32(rows.count))
      rows.append(.question(number))
    }
    if position == nil, !questionRows.isEmpty { position = goingOn ? questionRows.count - 1 : 0 }
    fit(height: viewport.height, countsInside: viewport.countsInside)
  }

  // MARK: - Moving

  /// Moves the mark.
  mutating func move(_ move: Move) {
    switch move {
    case .up: mark(position: (position ?? 0) - 1)
    case .down: mark(position: (position ?? 0) + 1)
    case .first: mark(position: 0)
    case .last: mark(position: listed - 1)
    case .pageUp: moveMark(byRows: -max(1, viewport.visible.count - 1))
    case .pageDown: moveMark(byRows: max(1, viewport.visible.count - 1))
    }
  }

  /// Moves the mark by some rows, down where positive, by one question at least.
  mutating func moveMark(byRows step: Int) {
    guard let position, let markedRow else { return }
    let target = firstPosition(atOrBelow: markedRow + step)
    mark(position: step > 0 ? max(position + 1, target) : min(position - 1, target))
  }

  /// Marks the question in that row, where there is one.
  mutating func mark(row: Int) {
    let position = firstPosition(atOrBelow: row)
    if position < listed, questionRows[position] == row { mark(position: position) }
  }

  private mutating func mark(position: Int) {
    guard !questionRows.isEmpty else { return }
    wanted = nil
    self.position = min(max(0, position), questionRows.count - 1)
    reveal()
  }

  /// The place of the first question in `row` or below, as far as there are questions.
  private func firstPosition(atOrBelow row: Int) -> Int {
    var low = 0
    var high = questionRows.count
    while low < high {
      let middle = (low + high) / 2
      if questionRows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Brings the marked row into view, with the headings right above it where they fit.
  private mutating func reveal() {
    guard let markedRow else { return }
    var first = markedRow
    while first > 0 {
      if case .question = rows[first - 1] { break }
      first -= 1
    }
    let fits = markedRow - first < viewport.height / 2
    viewport.reveal((fits ? first : markedRow)..<markedRow + 1)
  }
}
