package import FSRS

/// One sitting of study or practice: which question is next, and what the answers make of it.
///
/// It knows no clock and writes nothing. ``submit(_:of:learner:at:)`` says what to write into the
/// journal; ``record(_:as:)`` goes on once that is safely there.
package struct StudySession: Equatable, Sendable {
  /// The kind of session.
  package let mode: StudyMode
  /// Whether answers count for scheduling at all.
  package let schedules: Bool
  /// The answers given in this session, in order, those taken back excluded.
  package private(set) var answers: [SessionAnswer] = []
  /// The showing that waits for an answer; nil where there is none left.
  package private(set) var current: Showing?

  /// How many answers the session may ask; nil for any number.
  package let answersLeft: Int?

  private var upcoming: [QuestionID]
  private var place = 0
  private var returning: [Return] = []
  private var random: SplitMix64
  private var past: [Moment] = []
  private var dropped: Set<QuestionID> = []

  /// A question that comes back.
  private struct Return: Equatable, Sendable {
    var question: QuestionID
    /// The number of answers from which it may be asked again.
    var notBefore: Int
  }

  /// What an undo restores.
  private struct Moment: Equatable, Sendable {
    var current: Showing?
    var place: Int
    var returning: [Return]
  }

  /// Answers that come between a question rated again and its return, at least, where there are
  /// so many.
  package static let returnDistance = 5

  /// How far ahead another objective is looked for, where the next question tests the one before's.
  private static let lookahead = 50

  /// Makes a session over `questions` and shows the first that the catalog holds.
  ///
  /// - Parameters:
  ///   - mode: the kind of session.
  ///   - questions: what to ask, in order.
  ///   - catalog: where the questions stand.
  ///   - schedules: whether answers count for scheduling at all.
  ///   - answersLeft: how many answers it may ask, repeats included; nil for any number. A question
  ///     is shown only where the repeats that wait have room besides; what has none is asked on
  ///     another day.
  ///   - seed: where the shuffling of items starts.
  package init(
    mode: StudyMode, questions: [QuestionID], catalog: QuestionCatalog, schedules: Bool = true,
    answersLeft: Int? = nil, seed: UInt64
  ) {
    self.mode = mode
    self.schedules = schedules
    self.answersLeft = answersLeft
    upcoming = questions.filter { catalog[$0] != nil }
    random = SplitMix64(seed: seed)
    advance(in: catalog)
  }

  /// The number of the current showing, from 1; one more than ``total`` after the last.
  package var number: Int { answers.count + 1 }

  /// How many showings the session has, as far as is known now.
  package var total: Int {
    answers.count + (current == nil ? 0 : 1) + (endOfUpcoming - place) + returning.count
  }

  /// Where those end that can still be shown: what has no room beside the current one and the
  /// repeats that wait is asked on another day.
  private var endOfUpcoming: Int {
    guard let answersLeft else { return upcoming.count }
    let taken = answers.count + (current == nil ? 0 : 1) + returning.count
    return min(upcoming.count, place + max(0, answersLeft - taken))
  }

  /// Whether the question, rated again, is still to be asked in this session: not where the day has
  /// no room for its return.
  package func comesBack(_ question: QuestionID) -> Bool {
    current?.question == question || returning.contains { $0.question == question }
  }

  /// Right answers so far.
  package var rightAnswers: Int { answers.count { $0.record.isRight } }

  /// Whether all is answered.
  package var isFinished: Bool { current == nil }

  /// Grades an answer to the current showing and says what to write into the journal.
  ///
  /// Practice counts for scheduling like study for a question's first answer of the study day, and
  /// not at all for later ones. The session itself doesn't change: see ``record(_:as:)``.
  ///
  /// - Parameters:
  ///   - answer: what was answered.
  ///   - question: the current question.
  ///   - learner: what is known of the learner before this answer.
  ///   - time: now.
  /// - Returns: what to write.
  package func submit(
    _ answer: SubmittedAnswer, of question: Question, learner: LearnerState, at time: LocalTime
  ) -> AnswerRecord {
    let isRight = question.isRight(answer.response)
    let progress = learner[question.id]
    let answeredToday =
      progress.lastAnswer.map { $0.time.studyDay == time.studyDay } ?? false
    // An answer in an exam tells the scheduler nothing of a new question.
    let onlyInExam = progress.isNew && progress.lastExam == progress.lastAnswer?.time.at
    let counts = schedules && (mode == .study || !answeredToday || onlyInExam)
    return AnswerRecord(
      question: question.id, revision: question.revision, mode: mode,
      order: current?.order ?? [], response: answer.response, isRight: isRight,
      confidence: answer.confidence, rating: counts ? answer.rating(isRight: isRight) : nil,
      milliseconds: answer.milliseconds)
  }

  /// Takes in the answer to the current showing, once it is in the journal as `id`, and goes on.
  ///
  /// A question rated again comes back after at least five others, or at the end, until it is
  /// answered right once; practice asks nothing twice.
  package mutating func record(
    _ record: AnswerRecord, as id: EventID, in catalog: QuestionCatalog
  ) {
    guard let current else { return }
    past.append(Moment(current: current, place: place, returning: returning))
    answers.append(SessionAnswer(id: id, showing: current, record: record))
    setReturn(of: record.question, after: record.rating)
    advance(in: catalog)
  }

  /// Takes in the learner's correction of the newest answer.
  package mutating func correct(to rating: Rating, in catalog: QuestionCatalog) {
    guard let last = answers.indices.last else { return }
    answers[last].record.rating = rating
    answers[last].isCorrected = true
    let question = answers[last].record.question
    returning.removeAll { $0.question == question }
    setReturn(of: question, after: rating)
    // The next showing may have been this very question, or there was none but now is.
    if let current, current.isReturn, current.question == question, rating != .again {
      self.current = nil
    }
    if current == nil { advance(in: catalog) }
  }

  /// Takes the newest answer back and shows its question again, in the same order.
  ///
  /// - Returns: the answer taken back; nil where there is none.
  package mutating func undo() -> SessionAnswer? {
    guard let moment = past.popLast(), let answer = answers.popLast() else { return nil }
    current = moment.current
    // What is still to come may have changed its order since; it is the same set of questions.
    place = moment.place
    returning = moment.returning
    return answer
  }

  /// Sets the current question aside for this session, without an answer.
  package mutating func skip(in catalog: QuestionCatalog) {
    advance(in: catalog)
  }

  /// Asks a question no more in this session.
  package mutating func drop(_ question: QuestionID, in catalog: QuestionCatalog) {
    dropped.insert(question)
    returning.removeAll { $0.question == question }
    upcoming = upcoming[..<place] + upcoming[place...].filter { $0 != question }
    if current?.question == question { advance(in: catalog) }
  }

  /// Adds questions at the end.
  package mutating func add(_ questions: [QuestionID], in catalog: QuestionCatalog) {
    let known = questions.filter { catalog[$0] != nil }
    dropped.subtract(known)
    upcoming += known
    if current == nil { advance(in: catalog) }
  }

  private mutating func setReturn(of question: QuestionID, after rating: Rating?) {
    guard mode == .study, rating == .again else { return }
    if let answersLeft, answers.count + returning.count >= answersLeft { return }
    returning.append(
      Return(question: question, notBefore: answers.count + Self.returnDistance))
  }

  /// Shows what comes next: a question whose return is due, else one not asked yet, else one that
  /// is still to return; where it can be, on another objective than the last one shown.
  private mutating func advance(in catalog: QuestionCatalog) {
    let last = (current?.question ?? answers.last?.record.question).flatMap {
      catalog[$0]?.objectiveName
    }
    current = nil
    let now = answers.count
    let end = endOfUpcoming
    let isApart = { (id: QuestionID) in last == nil || catalog[id]?.objectiveName != last }
    if let index = returning.firstIndex(where: { $0.notBefore <= now && isApart($0.question) }) {
      showReturn(at: index, in: catalog)
    } else if let index = upcoming[place..<end].prefix(Self.lookahead).firstIndex(where: isApart) {
      showUpcoming(at: index, in: catalog)
    } else if let index = returning.firstIndex(where: { $0.notBefore <= now }) {
      showReturn(at: index, in: catalog)
    } else if place < end {
      showUpcoming(at: place, in: catalog)
    } else if !returning.isEmpty {
      showReturn(at: returning.firstIndex { isApart($0.question) } ?? 0, in: catalog)
    }
  }

  /// Shows a question that was not asked yet; those before it keep their order.
  private mutating func showUpcoming(at index: Int, in catalog: QuestionCatalog) {
    let question = upcoming[index]
    for later in stride(from: index, to: place, by: -1) { upcoming[later] = upcoming[later - 1] }
    upcoming[place] = question
    place += 1
    show(question, isReturn: false, in: catalog)
  }

  private mutating func showReturn(at index: Int, in catalog: QuestionCatalog) {
    show(returning.remove(at: index).question, isReturn: true, in: catalog)
  }

  private mutating func show(
    _ id: QuestionID, isReturn: Bool, in catalog: QuestionCatalog
  ) {
    guard !dropped.contains(id), let question = catalog[id] else { return advance(in: catalog) }
    current = Showing(question, isReturn: isReturn, using: &random)
  }
}

/// An answer given in a session.
package struct SessionAnswer: Equatable, Sendable {
  /// The event that records it.
  package var id: EventID
  /// What was shown.
  package var showing: Showing
  /// What was written; the rating is the learner's correction where there is one.
  package var record: AnswerRecord
  /// Whether the rating is the learner's correction.
  package var isCorrected: Bool

  /// Makes an answer.
  package init(
    id: EventID, showing: Showing, record: AnswerRecord, isCorrected: Bool = false
  ) {
    self.id = id
    self.showing = showing
    self.record = record
    self.isCorrected = isCorrected
  }
}
