import FSRS
import PracticeCore

/// Reads answers spelt exactly as ``JournalEncoder`` spells them, in one pass and without a copy.
///
/// Nearly all lines are such answers. Whatever differs in a single byte, be it right or wrong, is
/// left to the general reader, so that this one decides nothing.
struct AnswerReader {
  private var cursor: JSONCursor

  /// The answer in a line without its checksum; nil where it is not spelt so.
  static func answer(
    in body: UnsafeBufferPointer<UInt8>, questions: inout Interner<QuestionID>
  ) -> (sequence: Int, time: LocalTime, record: AnswerRecord)? {
    var reader = AnswerReader(cursor: JSONCursor(body))
    guard let (sequence, time) = reader.start(), let record = reader.record(&questions) else {
      return nil
    }
    return (sequence, time, record)
  }

  private mutating func start() -> (sequence: Int, time: LocalTime)? {
    guard cursor.take("{\"v\":1,\"seq\":"), let sequence = cursor.int(),
      (0...JournalLimits.sequence).contains(sequence), cursor.take(",\"at\":\""),
      let at = cursor.next(24).flatMap({ Timestamp(iso8601: $0) }),
      cursor.take("\",\"offset\":"), let offset = cursor.int(),
      JournalLimits.offsetMinutes.contains(offset)
    else { return nil }
    return (sequence, LocalTime(at: at, offsetMinutes: offset))
  }

  private mutating func record(_ questions: inout Interner<QuestionID>) -> AnswerRecord? {
    guard cursor.take(",\"type\":\"answer\",\"question\":\""), let name = cursor.plainText(),
      cursor.take(",\"revision\":\""), let revision = cursor.plainText(),
      cursor.take(",\"mode\":\""), let mode = mode(), cursor.take(",\"order\":"),
      let order = numbers(), cursor.take(",\"response\":"), let response = response(),
      cursor.take(",\"correct\":"), let isRight = cursor.bool(), cursor.take(",\"confidence\":"),
      let confidence = confidence(), cursor.take(",\"rating\":"), let rating = rating(),
      cursor.take(",\"ms\":"), let milliseconds = cursor.int(),
      (0...JournalLimits.milliseconds).contains(milliseconds), cursor.isAtEnd,
      let question = questions.value(
        of: name, make: { QuestionID(String(decoding: $0, as: UTF8.self)) })
    else { return nil }
    return AnswerRecord(
      question: question,
      revision: Revision(recorded: String(decoding: revision, as: UTF8.self)), mode: mode,
      order: order, response: response, isRight: isRight, confidence: confidence,
      rating: rating, milliseconds: milliseconds)
  }

  private mutating func mode() -> StudyMode? {
    if cursor.take("study\"") { return .study }
    return cursor.take("quiz\"") ? .quiz : nil
  }

  /// A confidence or `null`; nil where there is neither.
  private mutating func confidence() -> Confidence?? {
    if cursor.take("null") { return .some(nil) }
    if cursor.take("\"certain\"") { return .certain }
    if cursor.take("\"unsure\"") { return .unsure }
    return cursor.take("\"guess\"") ? .guess : nil
  }

  /// A rating or `null`; nil where there is neither.
  private mutating func rating() -> Rating?? {
    if cursor.take("null") { return .some(nil) }
    guard let rating = cursor.int().flatMap(Rating.init(rawValue:)) else { return nil }
    return rating
  }

  private mutating func response() -> Response? {
    guard cursor.take("\"") else { return numbers().map(Response.numbers) }
    return cursor.plainText().map { .text(String(decoding: $0, as: UTF8.self)) }
  }

  private mutating func numbers() -> ItemNumbers? {
    var numbers = ItemNumbers()
    let isWhole = cursor.list { cursor in cursor.int().map { numbers.append($0) } ?? false }
    return isWhole ? numbers : nil
  }
}
