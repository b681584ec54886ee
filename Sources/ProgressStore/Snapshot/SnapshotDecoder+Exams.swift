import PracticeCore

extension SnapshotDecoder {
  /// What is known of an attempt.
  mutating func attempt() -> (AttemptID, ExamProgress)? {
    guard cursor.take("["), let attempt = cursor.string().flatMap({ AttemptID($0) }),
      cursor.take(","), let start = optional({ $0.start() }), cursor.take(","),
      let startedAt = optional({ $0.time() }), cursor.take(","), let sitting = sitting(),
      cursor.take(","), let timer = optional({ $0.timer() }), cursor.take(","),
      let left = optional({ $0.milliseconds() }), cursor.take(","),
      let sheets = list({ $0.sheet() }), cursor.take(","),
      let place = optional({ $0.question() }), cursor.take(","),
      let latest = optional({ $0.order() }), cursor.take(","),
      let outcome = optional({ $0.outcome() }), cursor.take(","),
      let finishedAt = optional({ $0.position() }), cursor.take(","),
      let finished = optional({ $0.time() }), cursor.take("]")
    else { return nil }
    return (
      attempt,
      ExamProgress(
        start: start, startedAt: startedAt, sitting: sitting, timer: timer, left: left,
        sheets: Dictionary(sheets, uniquingKeysWith: { first, _ in first }), place: place,
        latest: latest, outcome: outcome, finishedAt: finishedAt, finished: finished)
    )
  }

  private mutating func start() -> ExamStart? {
    guard case .exam(.start(let start)) = content() else { return nil }
    return start
  }

  private mutating func outcome() -> ExamOutcome? {
    guard case .exam(.finish(let finish)) = content() else { return nil }
    return finish.outcome
  }

  private mutating func sitting() -> Int? { int(in: 0...JournalLimits.examCount) }

  private mutating func milliseconds() -> Int64? {
    int(in: 0...JournalLimits.milliseconds).map { Int64($0) }
  }

  private mutating func question() -> QuestionID? { cursor.string().flatMap { QuestionID($0) } }

  private mutating func timer() -> ExamTimer? {
    guard cursor.take("[") else { return milliseconds().map { .paused(left: $0) } }
    let limit = Int(JournalLimits.runningClock)
    guard let wall = timestamp(), cursor.take(","), let running = int(in: -limit...limit),
      cursor.take(","), let boot = cursor.string(), cursor.take("]")
    else { return nil }
    return .running(until: ClockReading(wall: wall, running: Int64(running), boot: boot))
  }

  private mutating func order() -> ExamProgress.Order? {
    guard cursor.take("["), let sitting = sitting(), cursor.take(","), let id = id(),
      cursor.take("]")
    else { return nil }
    return ExamProgress.Order(sitting: sitting, id: id)
  }

  private mutating func sheet() -> (QuestionID, ExamSheet)? {
    var sheet = ExamSheet()
    guard cursor.take("["), let question = question(), cursor.take(","),
      let response = optional({ $0.response() }), cursor.take(","),
      let isFlagged = cursor.bool(), cursor.take(","), let struck = numbers(),
      cursor.take(","), let milliseconds = milliseconds(), cursor.take(","),
      let isSeen = cursor.bool(), cursor.take(","),
      let leftWith = list({ $0.optional { $0.response() } }), cursor.take("]")
    else { return nil }
    sheet.response = response
    sheet.isFlagged = isFlagged
    sheet.struck = struck
    sheet.milliseconds = Int(milliseconds)
    sheet.isSeen = isSeen
    sheet.leftWith = leftWith
    return (question, sheet)
  }

  private mutating func response() -> Response? {
    if let numbers = numbers() { return .numbers(numbers) }
    return cursor.string().map { .text($0) }
  }

  private mutating func numbers() -> ItemNumbers? {
    var numbers = ItemNumbers()
    let isWhole = cursor.list { cursor in cursor.int().map { numbers.append($0) } ?? false }
    return isWhole ? numbers : nil
  }
}
