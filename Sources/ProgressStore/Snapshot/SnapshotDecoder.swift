import FSRS
import PracticeCore

/// Reads what ``SnapshotEncoder`` writes, and nothing else.
struct SnapshotDecoder {
  var cursor: JSONCursor
  private var writers = Interner<String>()

  /// The snapshot in a file; nil where the file is damaged or of another version.
  static func snapshot(in file: UnsafeBufferPointer<UInt8>) -> Snapshot? {
    // `,"sum":"` and eight digits and `"}` and a line feed.
    let bodyCount = file.count - 19
    guard bodyCount > 0 else { return nil }
    let body = UnsafeBufferPointer(rebasing: file[..<bodyCount])
    var end = JSONOutput()
    end.end(sum: Checksum.crc32c(UnsafeRawBufferPointer(body)))
    end.raw("\n")
    guard file[bodyCount...].elementsEqual(end.bytes) else { return nil }
    var decoder = SnapshotDecoder(cursor: JSONCursor(body))
    return decoder.snapshot()
  }

  private init(cursor: JSONCursor) { self.cursor = cursor }

  private mutating func snapshot() -> Snapshot? {
    guard cursor.take("{\"v\":"), cursor.int() == SnapshotEncoder.version,
      cursor.take(",\"events\":"), let events = count(), cursor.take(",\"journals\":"),
      let journals = list({ $0.journal() }), cursor.take(",\"highest\":"),
      let highest = list({ $0.id() }), cursor.take(",\"conflicts\":"),
      let conflicts = list({ $0.conflict() }), let state = state(), cursor.isAtEnd
    else { return nil }
    return Snapshot(
      state: state, journals: journals,
      highest: Dictionary(
        highest.map { ($0.writer, $0.sequence) }, uniquingKeysWith: { first, _ in first }),
      events: events, conflicts: conflicts)
  }

  mutating func list<Element>(
    _ element: (inout SnapshotDecoder) -> Element?
  ) -> [Element]? {
    guard cursor.take("[") else { return nil }
    var elements: [Element] = []
    if cursor.take("]") { return elements }
    repeat {
      guard let element = element(&self) else { return nil }
      elements.append(element)
    } while cursor.take(",")
    return cursor.take("]") ? elements : nil
  }

  /// A value or `null`; nil where there is neither.
  mutating func optional<Value>(
    _ value: (inout SnapshotDecoder) -> Value?
  ) -> Value?? {
    if cursor.take("null") { return .some(nil) }
    return value(&self).map { .some($0) }
  }

  private mutating func journal() -> JournalSummary? {
    guard cursor.take("["), let file = cursor.string(), cursor.take(","),
      let writer = cursor.string(), cursor.take(","), let bytes = count(), cursor.take(","),
      let lines = count(), cursor.take(","), let torn = count(), cursor.take(","),
      let furtherDamaged = count(), cursor.take(","),
      let lacksLineFeed = cursor.bool(), cursor.take(","), let last = optional({ $0.mark() }),
      cursor.take(","), let damaged = list({ $0.damage() }), cursor.take("]")
    else { return nil }
    return JournalSummary(
      file: file, writer: writer.isEmpty ? nil : writer, bytes: bytes, lines: lines, last: last,
      damaged: damaged, furtherDamaged: furtherDamaged, tornBytes: torn,
      lacksLineFeed: lacksLineFeed)
  }

  private mutating func mark() -> JournalMark? {
    guard cursor.take("["), let offset = count(), cursor.take(","),
      let sequence = count(), cursor.take(",\""), let sum = bits(digits: 8),
      cursor.take("\"]")
    else { return nil }
    return JournalMark(offset: offset, sequence: sequence, sum: UInt32(sum))
  }

  private mutating func damage() -> JournalDamage? {
    guard cursor.take("["), let line = count(), cursor.take(","),
      let damage = cursor.string().flatMap(LineDamage.init(name:)), cursor.take("]")
    else { return nil }
    return JournalDamage(line: line, damage: damage)
  }

  private mutating func conflict() -> EventConflict? {
    guard cursor.take("["), let id = id(), cursor.take(","), let file = cursor.string(),
      cursor.take(","), let line = count(), cursor.take("]")
    else { return nil }
    return EventConflict(id: id, file: file, line: line)
  }

  mutating func id() -> EventID? {
    guard cursor.take("[\""), let name = cursor.plainText(),
      let writer = writers.value(of: name, make: { String(decoding: $0, as: UTF8.self) }),
      cursor.take(","), let sequence = count(), cursor.take("]")
    else { return nil }
    return EventID(writer: writer, sequence: sequence)
  }

  mutating func position() -> EventPosition? {
    guard cursor.take("["), let at = timestamp(), cursor.take(","), let id = id(),
      cursor.take("]")
    else { return nil }
    return EventPosition(at: at, id: id)
  }

  mutating func time() -> LocalTime? {
    guard cursor.take("["), let at = timestamp(), cursor.take(","),
      let offset = int(in: JournalLimits.offsetMinutes), cursor.take("]")
    else { return nil }
    return LocalTime(at: at, offsetMinutes: offset)
  }

  // Numbers beyond what journals may say would overflow where they are counted on.

  mutating func int(in range: ClosedRange<Int>) -> Int? {
    cursor.int().flatMap { range.contains($0) ? $0 : nil }
  }

  private mutating func count() -> Int? { int(in: JournalLimits.counts) }

  mutating func timestamp() -> Timestamp? {
    int(in: JournalLimits.timestamps).map { Timestamp(milliseconds: Int64($0)) }
  }

  private mutating func calendarDate() -> CalendarDate? {
    int(in: JournalLimits.days).map { CalendarDate(daysSince1970: $0) }
  }

  private mutating func bits(digits: Int) -> UInt64? {
    guard let text = cursor.next(digits) else { return nil }
    var value: UInt64 = 0
    for byte in text {
      guard let digit = hexValue(byte, upperCase: false) else { return nil }
      value = value << 4 | UInt64(digit)
    }
    return value
  }

  private mutating func double() -> Double? {
    guard cursor.take("\""), let bits = bits(digits: 16), cursor.take("\"") else { return nil }
    return Double(bitPattern: bits)
  }

  private mutating func state() -> LearnerState? {
    guard cursor.take(",\"settings\":"), case .settings(let settings) = content(),
      cursor.take(",\"goal\":"), case .goal(let goal) = content(),
      cursor.take(",\"parameters\":"), case .parameters(let parameters) = content(),
      cursor.take(",\"weights\":"), let weights = list({ $0.ownWeights() }),
      cursor.take(",\"latest\":["), let latestSettings = optional({ $0.position() }),
      cursor.take(","), let latestGoal = optional({ $0.position() }), cursor.take(","),
      let latestParameters = optional({ $0.position() }), cursor.take("],\"awaited\":"),
      let awaited = list({ $0.id() }), cursor.take(",\"days\":"),
      let days = list({ $0.day() }), cursor.take(",\"questions\":"),
      let questions = questions(), cursor.take(",\"attempts\":"),
      let attempts = list({ $0.attempt() })
    else { return nil }
    return LearnerState(
      questions: questions, days: Dictionary(days, uniquingKeysWith: { first, _ in first }),
      settings: settings, goal: goal, parameters: parameters,
      latest: LearnerState.Latest(
        settings: latestSettings, goal: latestGoal, parameters: latestParameters),
      awaited: Set(awaited),
      attempts: Dictionary(attempts, uniquingKeysWith: { first, _ in first }),
      ownWeights: Dictionary(weights, uniquingKeysWith: { first, _ in first }))
  }

  private mutating func ownWeights() -> (String, [Double])? {
    guard case .parameters(let parameters) = content(), let weights = parameters.weights
    else { return nil }
    return (parameters.model, weights)
  }

  /// The content of an event, kept as the members that a journal's line would have.
  mutating func content() -> EventContent? {
    guard let node = cursor.object(), let type = node["type"]?.string else { return nil }
    var names = InternedNames()
    return try? EventContentReader(node: node).content(type: type, names: &names)
  }

  private mutating func day() -> (CalendarDate, DayActivity)? {
    var numbers: [Int] = []
    let isWhole = cursor.list { cursor in
      guard let number = cursor.int() else { return false }
      numbers.append(number)
      return true
    }
    guard isWhole, numbers.count == 9, JournalLimits.days.contains(numbers[0]),
      numbers[1...5].allSatisfy(JournalLimits.counts.contains),
      (0...JournalLimits.millisecondsOfDay).contains(numbers[6]),
      numbers[7...8].allSatisfy(JournalLimits.counts.contains)
    else { return nil }
    var activity = DayActivity()
    activity.answers = numbers[1]
    activity.right = numbers[2]
    activity.introduced = numbers[3]
    activity.reviewed = numbers[4]
    activity.repeated = numbers[5]
    activity.milliseconds = numbers[6]
    activity.recalled = numbers[7]
    activity.expectedMillionths = numbers[8]
    return (CalendarDate(daysSince1970: numbers[0]), activity)
  }

  private mutating func questions() -> [QuestionID: QuestionProgress]? {
    guard cursor.take("[") else { return nil }
    var questions: [QuestionID: QuestionProgress] = [:]
    if cursor.take("]") { return questions }
    repeat {
      guard cursor.take("["), let question = cursor.string().flatMap({ QuestionID($0) }),
        let progress = progress(), cursor.take("]")
      else { return nil }
      questions[question] = progress
    } while cursor.take(",")
    return cursor.take("]") ? questions : nil
  }

  private mutating func progress() -> QuestionProgress? {
    var progress = QuestionProgress()
    guard cursor.take(","), let memory = optional({ $0.memory() }), cursor.take(","),
      let lastReview = optional({ $0.time() }), cursor.take(","),
      let due = optional({ $0.calendarDate() }), cursor.take(","),
      let repetitions = count(), cursor.take(","), let lapses = count(),
      cursor.take(","), let answers = count(), cursor.take(","),
      let rightAnswers = count(), cursor.take(","), let reports = count(),
      cursor.take(","), let lastAnswer = optional({ $0.lastAnswer() }), cursor.take(","),
      let isSuspended = cursor.bool(), cursor.take(","), let isFlagged = cursor.bool(),
      cursor.take(","), let buriedOn = optional({ $0.calendarDate() }), cursor.take(","),
      let note = optional({ $0.cursor.string() }), cursor.take(","),
      let latest = optional({ $0.position() }), cursor.take(","),
      let lastExam = optional({ $0.timestamp() })
    else { return nil }
    progress.memory = memory
    progress.lastReview = lastReview
    progress.due = due
    progress.repetitions = repetitions
    progress.lapses = lapses
    progress.answers = answers
    progress.rightAnswers = rightAnswers
    progress.reports = reports
    progress.lastAnswer = lastAnswer
    progress.isSuspended = isSuspended
    progress.isFlagged = isFlagged
    progress.buriedOn = buriedOn
    progress.note = note
    progress.latest = latest
    progress.lastExam = lastExam
    return progress
  }

  private mutating func memory() -> MemoryState? {
    guard cursor.take("["), let stability = double(), cursor.take(","),
      let fast = optional({ $0.double() }), cursor.take(","), let difficulty = double(),
      cursor.take("]"), stability.isFinite, fast?.isFinite ?? true, difficulty.isFinite
    else { return nil }
    return MemoryState(stability: stability, fastStability: fast, difficulty: difficulty)
  }

  private mutating func lastAnswer() -> LastAnswer? {
    guard cursor.take("["), let time = time(), cursor.take(","), let revision = cursor.string(),
      cursor.take(","), let isRight = cursor.bool(), cursor.take("]")
    else { return nil }
    return LastAnswer(time: time, revision: Revision(recorded: revision), isRight: isRight)
  }
}
