/// One sitting of an exam: what was answered, where the candidate is, and what time is left.
///
/// It knows no clock and writes nothing. Each change gives the record that goes into the journal;
/// ``init(_:timer:sheets:shown:at:)`` makes the sitting again from what these were folded to.
package struct ExamAttempt: Equatable, Sendable {
  /// All that is known of one question after a change.
  package struct Record: Equatable, Sendable {
    /// The question.
    package var question: QuestionID
    /// What is answered; nil where nothing is.
    package var response: Response?
    /// Whether it is flagged.
    package var isFlagged: Bool
    /// The choices that are struck out, ascending.
    package var struck: ItemNumbers
    /// How long it was on the screen so far, in milliseconds.
    package var milliseconds: Int
    /// Whether the candidate left the question with this.
    package var isLeft: Bool
    /// The question that is shown from then on; nil where it stays this one.
    package var next: QuestionID?

    /// Makes a record.
    package init(
      question: QuestionID, response: Response?, isFlagged: Bool, struck: ItemNumbers,
      milliseconds: Int, isLeft: Bool, next: QuestionID? = nil
    ) {
      self.question = question
      self.response = response
      self.isFlagged = isFlagged
      self.struck = struck
      self.milliseconds = milliseconds
      self.isLeft = isLeft
      self.next = next
    }
  }

  /// The form.
  package let paper: ExamPaper
  /// What was done with each question, in the order of the form.
  package private(set) var sheets: [ExamSheet]
  /// The place of the question that is shown, from 0.
  package private(set) var place: Int
  /// The time.
  package private(set) var timer: ExamTimer
  /// Since when the question is shown.
  private var shownAt: ClockReading

  /// Begins a sitting with the first question.
  ///
  /// - Parameters:
  ///   - paper: the form; it has a question at least.
  ///   - timer: the time, which runs.
  ///   - now: the moment.
  package init(_ paper: ExamPaper, timer: ExamTimer, at now: ClockReading) {
    self.init(paper, timer: timer, sheets: [:], shown: nil, at: now)
  }

  /// Takes a sitting up again.
  ///
  /// - Parameters:
  ///   - paper: the form.
  ///   - timer: the time; one that was paused runs on from now.
  ///   - sheets: what was done with each question; what is not of this form is ignored.
  ///   - shown: the question that was shown last; the first where that is nil or not of this form.
  ///   - now: the moment.
  package init(
    _ paper: ExamPaper, timer: ExamTimer, sheets: [QuestionID: ExamSheet], shown: QuestionID?,
    at now: ClockReading
  ) {
    self.paper = paper
    self.timer = timer.continued(at: now)
    self.sheets = paper.items.map { sheets[$0.question.id] ?? ExamSheet() }
    shownAt = now
    place = paper.items.firstIndex { $0.question.id == shown } ?? 0
    if self.sheets.indices.contains(place) { self.sheets[place].isSeen = true }
  }

  // MARK: - Standing

  /// The question that is shown.
  package var item: ExamPaper.Item { paper.items[place] }

  /// What was done with it.
  package var sheet: ExamSheet { sheets[place] }

  /// Whether the question at `place` is answered, by the exam's rule.
  package func isAnswered(_ place: Int) -> Bool {
    paper.blueprint.scoring.isAnswered(sheets[place].response, to: paper.items[place].question)
  }

  /// The places of the questions that are not answered.
  package var openPlaces: [Int] { sheets.indices.filter { !isAnswered($0) } }

  /// The places of the questions that are flagged.
  package var flaggedPlaces: [Int] { sheets.indices.filter { sheets[$0].isFlagged } }

  /// Whether the rules let the candidate go to the question at `place`.
  package func canGo(to place: Int) -> Bool {
    guard paper.items.indices.contains(place) else { return false }
    switch paper.blueprint.navigation {
    case .free: return true
    case .forwardOnly: return place == self.place || place == self.place + 1
    }
  }

  // MARK: - Acting

  /// Goes to another question.
  ///
  /// - Parameters:
  ///   - place: the question's place.
  ///   - now: the moment.
  /// - Returns: the record of the question that was left; nil where the rules don't let the
  ///   candidate go there, and nothing changed.
  package mutating func go(to place: Int, at now: ClockReading) -> Record? {
    guard canGo(to: place) else { return nil }
    var record = leave(at: now)
    self.place = place
    sheets[place].isSeen = true
    record.next = item.question.id
    return record
  }

  /// Leaves the question for the review screen, or the exam for a while; it stays the one that is
  /// shown.
  ///
  /// - Parameter now: the moment.
  /// - Returns: the record of the question.
  package mutating func leave(at now: ClockReading) -> Record {
    spend(until: now)
    if (sheets[place].leftWith.last ?? nil) != sheets[place].response {
      sheets[place].leftWith.append(sheets[place].response)
    }
    return record(isLeft: true)
  }

  /// Comes back to the question that is shown, after the review screen.
  package mutating func comeBack(at now: ClockReading) { shownAt = now }

  /// Answers the question that is shown, in part or in whole, or takes its answer away.
  ///
  /// A choice that is chosen is struck out no more.
  ///
  /// - Parameters:
  ///   - response: the answer; nil for none.
  ///   - now: the moment.
  /// - Returns: the record of the question.
  package mutating func respond(_ response: Response?, at now: ClockReading) -> Record {
    spend(until: now)
    sheets[place].response = response
    if case .choices = item.question.format, case .numbers(let chosen)? = response {
      let kept = sheets[place].struck.filter { !chosen.contains($0) }
      sheets[place].struck = ItemNumbers(kept) ?? []
    }
    return record(isLeft: false)
  }

  /// Strikes a choice of the question that is shown out, or takes the stroke away.
  ///
  /// A choice that was chosen is chosen no more.
  ///
  /// - Parameters:
  ///   - number: the choice's number, as written in the bank.
  ///   - now: the moment.
  /// - Returns: the record of the question; nil where it has no such choice.
  package mutating func strike(_ number: Int, at now: ClockReading) -> Record? {
    guard case .choices(let choices) = item.question.format,
      choices.indices.contains(number - 1)
    else { return nil }
    spend(until: now)
    var struck = Set(sheets[place].struck)
    if struck.remove(number) == nil {
      struck.insert(number)
      if case .numbers(let chosen)? = sheets[place].response, chosen.contains(number) {
        let kept = chosen.filter { $0 != number }
        sheets[place].response = kept.isEmpty ? nil : ItemNumbers(kept).map(Response.numbers)
      }
    }
    sheets[place].struck = ItemNumbers(struck.sorted()) ?? []
    return record(isLeft: false)
  }

  /// Flags the question that is shown for another look, or takes the flag away.
  ///
  /// - Parameter now: the moment.
  /// - Returns: the record of the question.
  package mutating func flag(at now: ClockReading) -> Record {
    spend(until: now)
    sheets[place].isFlagged.toggle()
    return record(isLeft: false)
  }

  /// Leaves the exam for a while, and stops the time.
  ///
  /// - Parameter now: the moment.
  /// - Returns: the record of the question that is shown.
  package mutating func pause(at now: ClockReading) -> Record {
    let record = leave(at: now)
    timer = timer.paused(at: now)
    return record
  }

  // MARK: - Records

  private mutating func spend(until now: ClockReading) {
    // Nobody looks at a question after the end, however long the machine sleeps.
    let spent = min(max(0, shownAt.milliseconds(to: now)), timer.left(at: shownAt))
    sheets[place].milliseconds += Int(spent)
    shownAt = now
  }

  private func record(isLeft: Bool) -> Record {
    Record(
      question: item.question.id, response: sheet.response, isFlagged: sheet.isFlagged,
      struck: sheet.struck, milliseconds: sheet.milliseconds, isLeft: isLeft)
  }
}

extension ExamSheet {
  /// Takes over what was recorded.
  mutating func take(_ record: ExamAttempt.Record) {
    response = record.response
    isFlagged = record.isFlagged
    struck = record.struck
    milliseconds = max(milliseconds, record.milliseconds)
    isSeen = true
    if record.isLeft, (leftWith.last ?? nil) != record.response { leftWith.append(record.response) }
  }
}
