import FSRS
package import PracticeCore

/// Writes events as lines of a journal.
///
/// ```
/// {"v":1,"seq":12,"at":"2026-11-23T09:00:00.123Z","offset":60,"type":"undo","of":{…},"sum":"9ad05e11"}
/// ```
package enum JournalEncoder {
  /// The version of the format that this program writes and reads.
  package static let version = 1

  /// The lines of `events`, each with its line feed.
  ///
  /// The writer of an event stands in its journal's first line only, which is the event of content
  /// `journal`.
  package static func lines(of events: some Sequence<Event>) -> [UInt8] {
    var output = JSONOutput(reserving: 320)
    for event in events { append(event, to: &output) }
    return output.bytes
  }

  static func append(_ event: Event, to output: inout JSONOutput) {
    let start = output.bytes.count
    output.raw("{\"v\":1,\"seq\":")
    output.int(event.id.sequence)
    output.raw(",\"at\":\"")
    event.time.at.appendISO8601(to: &output.bytes)
    if event.content == .journal {
      output.raw("\",\"type\":\"journal\",\"writer\":")
      output.string(event.id.writer)
    } else {
      output.raw("\",\"offset\":")
      output.int(event.time.offsetMinutes)
      output.raw(",")
      append(members: event.content, to: &output)
    }
    output.seal(from: start)
    output.raw("\n")
  }

  /// Appends what an event says: its type and the members of that type.
  static func append(members content: EventContent, to output: inout JSONOutput) {
    switch content {
    case .answer(let answer): append(answer, to: &output)
    case .rate(let target, let rating):
      output.raw("\"type\":\"rate\",\"of\":")
      append(target, to: &output)
      output.raw(",\"rating\":")
      output.int(rating.rawValue)
    case .undo(let target):
      output.raw("\"type\":\"undo\",\"of\":")
      append(target, to: &output)
    case .mark(let mark, let question):
      output.raw("\"type\":")
      output.string(mark.rawValue)
      output.raw(",\"question\":")
      output.string(question.description)
    case .note(let question, let text):
      output.raw("\"type\":\"note\"")
      append(text, on: question, to: &output)
    case .report(let question, let text):
      output.raw("\"type\":\"report\"")
      append(text, on: question, to: &output)
    case .parameters(let parameters):
      output.raw("\"type\":\"parameters\",\"model\":")
      output.string(parameters.model)
      output.raw(",\"weights\":")
      output.list(parameters.weights) { $0.double($1) }
    case .settings(let settings): append(settings, to: &output)
    case .goal(let goal): append(goal, to: &output)
    case .exam(let content): append(content, to: &output)
    case .journal, .unknown:
      preconditionFailure("\(content) is not made into a line: its members are not known")
    }
  }

  private static func append(_ answer: AnswerRecord, to output: inout JSONOutput) {
    output.raw("\"type\":\"answer\",\"question\":")
    output.string(answer.question.description)
    output.raw(",\"revision\":")
    output.string(answer.revision.description)
    output.raw(",\"mode\":")
    output.string(answer.mode.rawValue)
    output.raw(",\"order\":")
    append(answer.order, to: &output)
    output.raw(",\"response\":")
    switch answer.response {
    case .numbers(let numbers): append(numbers, to: &output)
    case .text(let text): output.string(text)
    }
    output.raw(",\"correct\":")
    output.bool(answer.isRight)
    output.raw(",\"confidence\":")
    if let confidence = answer.confidence {
      output.string(confidence.rawValue)
    } else {
      output.raw("null")
    }
    output.raw(",\"rating\":")
    output.optional(answer.rating?.rawValue)
    output.raw(",\"ms\":")
    output.int(answer.milliseconds)
  }

  private static func append(_ settings: StudySettings, to output: inout JSONOutput) {
    output.raw("\"type\":\"settings\",\"desired_retention\":")
    output.double(settings.desiredRetention)
    output.raw(",\"new_per_day\":")
    output.optional(settings.newPerDay)
    output.raw(",\"reviews_per_day\":")
    output.optional(settings.reviewsPerDay)
    output.raw(",\"subjects\":")
    output.list(settings.subjects) { $0.string($1) }
    output.raw(",\"maximum_interval\":")
    output.int(settings.maximumInterval)
  }

  private static func append(_ goal: ExamGoal, to output: inout JSONOutput) {
    output.raw("\"type\":\"goal\",\"exam\":")
    if let exam = goal.exam { output.string(exam) } else { output.raw("null") }
    output.raw(",\"date\":")
    if let date = goal.date { output.string(date.description) } else { output.raw("null") }
    output.raw(",\"days_off\":")
    output.list(goal.daysOff) { $0.string($1.description) }
    output.raw(",\"weekdays_off\":")
    output.list(goal.weekdaysOff) { $0.int($1) }
    output.raw(",\"daily_limit\":")
    output.optional(goal.dailyLimit)
    output.raw(",\"last_pass_days\":")
    output.optional(goal.lastPassDays)
    if let result = goal.result {
      output.raw(",\"result\":")
      output.string(result.rawValue)
    }
    if let form = goal.heldBack {
      output.raw(",\"held_back\":{\"exam\":")
      output.string(form.exam)
      output.raw(",\"seed\":")
      output.string(String(form.seed))
      output.raw(",\"questions\":")
      output.list(form.questions.sorted()) { $0.string($1.description) }
      output.raw("}")
    }
  }

  private static func append(
    _ text: String, on question: QuestionID, to output: inout JSONOutput
  ) {
    output.raw(",\"question\":")
    output.string(question.description)
    output.raw(",\"text\":")
    output.string(text)
  }

  private static func append(_ id: EventID, to output: inout JSONOutput) {
    output.raw("{\"writer\":")
    output.string(id.writer)
    output.raw(",\"seq\":")
    output.int(id.sequence)
    output.raw("}")
  }

  static func append(_ numbers: ItemNumbers, to output: inout JSONOutput) {
    output.list(numbers) { $0.int($1) }
  }
}

extension JSONOutput {
  /// Appends a number or `null`.
  mutating func optional(_ value: Int?) {
    if let value { int(value) } else { raw("null") }
  }

  /// Appends a list, or `null` for nil.
  mutating func list<Elements: Collection>(
    _ elements: Elements?, _ append: (inout JSONOutput, Elements.Element) -> Void
  ) {
    guard let elements else { return raw("null") }
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
