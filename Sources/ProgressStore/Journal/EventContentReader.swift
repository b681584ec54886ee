import FSRS
import PracticeCore

/// Reads what an event says from the members of its line.
struct EventContentReader {
  let node: JSONNode

  /// The members that mean something in any event.
  static let members: Set = [
    "v", "seq", "at", "offset", "type", "writer", "question", "revision", "mode", "order",
    "response", "correct", "confidence", "rating", "ms", "of", "text", "model", "weights",
    "desired_retention", "new_per_day", "reviews_per_day", "subjects", "maximum_interval", "exam",
    "date", "days_off", "weekdays_off", "attempt", "title", "seed", "questions", "allowed",
    "extra", "with_pauses", "pausable", "deadline", "clock", "boot", "paper", "candidate",
    "sitting", "left", "flagged", "struck", "leaves", "next", "reason", "spent", "score", "scale",
    "new", "seen_before", "answers", "daily_limit", "last_pass_days", "result", "held_back",
  ]

  /// The content of an event of that type; members that are not known are left alone.
  func content(
    type: String, names: inout InternedNames
  ) throws(UnreadableMember) -> EventContent {
    if let mark = QuestionMark(rawValue: type) {
      return .mark(mark, question: try question(&names))
    }
    switch type {
    case "journal": return .journal
    case "answer": return .answer(try answer(&names))
    case "rate": return .rate(of: try target(&names), rating: try rating())
    case "undo": return .undo(of: try target(&names))
    case "note": return .note(question: try question(&names), text: try text("text"))
    case "report": return .report(question: try question(&names), text: try text("text"))
    case "parameters": return .parameters(try parameters())
    case "settings": return .settings(try settings())
    case "goal": return .goal(try goal())
    case "exam-start", "exam-response", "exam-pause", "exam-continue", "exam-finish":
      return .exam(try exam(type, names: &names))
    default: return .unknown(type: type)
    }
  }

  /// A writer's name that stands in the member `name`.
  func writer(
    _ node: JSONNode?, _ name: String, names: inout InternedNames
  ) throws(UnreadableMember) -> String {
    guard var text = node?.string, WriterName.isValid(text) else { throw UnreadableMember(name) }
    let writer = text.withUTF8 { utf8 in
      names.writers.value(of: utf8) { String(decoding: $0, as: UTF8.self) }
    }
    return writer ?? text
  }

  private func answer(_ names: inout InternedNames) throws(UnreadableMember) -> AnswerRecord {
    guard let mode = StudyMode(rawValue: try text("mode")) else { throw UnreadableMember("mode") }
    guard let isRight = node["correct"]?.bool else { throw UnreadableMember("correct") }
    guard let milliseconds = node["ms"]?.int,
      (0...JournalLimits.milliseconds).contains(milliseconds)
    else { throw UnreadableMember("ms") }
    return AnswerRecord(
      question: try question(&names), revision: Revision(recorded: try text("revision")),
      mode: mode,
      order: try numbers("order"), response: try response(), isRight: isRight,
      confidence: try confidence(), rating: isNull("rating") ? nil : try rating(),
      milliseconds: milliseconds)
  }

  func question(_ names: inout InternedNames) throws(UnreadableMember) -> QuestionID {
    var name = try text("question")
    let question = name.withUTF8 { utf8 in
      names.questions.value(of: utf8) { QuestionID(String(decoding: $0, as: UTF8.self)) }
    }
    guard let question else { throw UnreadableMember("question") }
    return question
  }

  private func target(_ names: inout InternedNames) throws(UnreadableMember) -> EventID {
    guard let target = node["of"] else { throw UnreadableMember("of") }
    let writer = try writer(target["writer"], "of", names: &names)
    guard let sequence = target["seq"]?.int, (0...JournalLimits.sequence).contains(sequence) else {
      throw UnreadableMember("of")
    }
    return EventID(writer: writer, sequence: sequence)
  }

  func rating() throws(UnreadableMember) -> Rating {
    guard let rating = node["rating"]?.int.flatMap(Rating.init(rawValue:)) else {
      throw UnreadableMember("rating")
    }
    return rating
  }

  private func confidence() throws(UnreadableMember) -> Confidence? {
    if isNull("confidence") { return nil }
    guard let confidence = Confidence(rawValue: try text("confidence")) else {
      throw UnreadableMember("confidence")
    }
    return confidence
  }

  func response() throws(UnreadableMember) -> Response {
    if let text = node["response"]?.string { return .text(text) }
    return .numbers(try numbers("response"))
  }

  func numbers(_ name: StaticString) throws(UnreadableMember) -> ItemNumbers {
    guard let values = node[name]?.array?.compactMap(\.int),
      values.count == node[name]?.array?.count, let numbers = ItemNumbers(values)
    else { throw UnreadableMember(name.description) }
    return numbers
  }

  private func parameters() throws(UnreadableMember) -> ModelParameters {
    let model = try text("model")
    if isNull("weights") { return ModelParameters(model: model) }
    guard let weights = node["weights"]?.array?.compactMap(\.double),
      weights.count == node["weights"]?.array?.count
    else { throw UnreadableMember("weights") }
    return ModelParameters(model: model, weights: weights)
  }

  private func settings() throws(UnreadableMember) -> StudySettings {
    guard let retention = node["desired_retention"]?.double,
      StudySettings.retentionRange.contains(retention)
    else { throw UnreadableMember("desired_retention") }
    guard let interval = node["maximum_interval"]?.int,
      (1...JournalLimits.interval).contains(interval)
    else { throw UnreadableMember("maximum_interval") }
    return StudySettings(
      desiredRetention: retention, newPerDay: try perDay("new_per_day"),
      reviewsPerDay: try perDay("reviews_per_day"), subjects: try texts("subjects"),
      maximumInterval: interval)
  }

  private func perDay(_ name: StaticString) throws(UnreadableMember) -> Int? {
    if isNull(name) { return nil }
    guard let number = node[name]?.int, (0...JournalLimits.perDay).contains(number) else {
      throw UnreadableMember(name.description)
    }
    return number
  }

  private func goal() throws(UnreadableMember) -> ExamGoal {
    let daysOff = (try texts("days_off") ?? []).map { CalendarDate($0) }
    guard daysOff.allSatisfy({ $0 != nil }) else { throw UnreadableMember("days_off") }
    let weekdays = isNull("weekdays_off") ? [] : node["weekdays_off"]?.array?.map(\.int)
    guard let weekdays, weekdays.allSatisfy({ $0.map((1...7).contains) ?? false }) else {
      throw UnreadableMember("weekdays_off")
    }
    var goal = ExamGoal(
      exam: isNull("exam") ? nil : try text("exam"), date: try date("date"),
      daysOff: daysOff.compactMap(\.self), weekdaysOff: weekdays.compactMap(\.self),
      dailyLimit: try perDay("daily_limit"), lastPassDays: try perDay("last_pass_days"))
    // One that a later version knows is none that this one has to ask about.
    goal.result = isNull("result") ? nil : GoalResult(rawValue: try text("result")) ?? .unsaid
    goal.heldBack = try heldBack()
    return goal
  }

  private func heldBack() throws(UnreadableMember) -> HeldBackForm? {
    guard let form = node["held_back"], !form.isNull else { return nil }
    guard let exam = form["exam"]?.string, let seed = form["seed"]?.string.flatMap({ UInt64($0) }),
      let names = form["questions"]?.array?.map({ $0.string.flatMap { QuestionID($0) } }),
      names.allSatisfy({ $0 != nil })
    else { throw UnreadableMember("held_back") }
    return HeldBackForm(exam: exam, seed: seed, questions: Set(names.compactMap(\.self)))
  }

  private func date(_ name: StaticString) throws(UnreadableMember) -> CalendarDate? {
    if isNull(name) { return nil }
    guard let date = CalendarDate(try text(name)) else {
      throw UnreadableMember(name.description)
    }
    return date
  }

  func text(_ name: StaticString) throws(UnreadableMember) -> String {
    guard let text = node[name]?.string else { throw UnreadableMember(name.description) }
    return text
  }

  private func texts(_ name: StaticString) throws(UnreadableMember) -> [String]? {
    if isNull(name) { return nil }
    let values = node[name]?.array
    guard let texts = values?.compactMap(\.string), texts.count == values?.count else {
      throw UnreadableMember(name.description)
    }
    return texts
  }

  /// Whether the member is `null` or missing.
  func isNull(_ name: StaticString) -> Bool { node[name]?.isNull ?? true }
}
