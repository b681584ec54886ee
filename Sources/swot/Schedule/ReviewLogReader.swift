import FSRS
import PracticeCore
import QuestionBankFormat

/// Reads review logs: JSON Lines such as `{"card":"q1","time":"2026-01-03T16:18:14Z","rating":3}`.
///
/// Members may stand in any order; those with other names are passed over, and so are blank lines.
/// A card's times must not go back.
struct ReviewLogReader {
  /// The most problems that are reported; reading stops there.
  static let problemLimit = 1000

  private let file: String
  private var reviews: [LoggedReview] = []
  private var problems: [ReviewLogProblem] = []
  private var lastReviews: [String: (time: Timestamp, line: Int)] = [:]

  /// Reads a whole log.
  ///
  /// - Parameters:
  ///   - bytes: The log, in UTF-8.
  ///   - file: Its name, for diagnostics.
  /// - Returns: All reviews, in the order of the lines; or all problems, never none.
  static func read(
    _ bytes: [UInt8], file: String
  ) -> Result<[LoggedReview], ReviewLogProblems> {
    var reader = ReviewLogReader(file: file)
    reader.read(bytes)
    return reader.problems.isEmpty
      ? .success(reader.reviews) : .failure(ReviewLogProblems(all: reader.problems))
  }

  private init(file: String) { self.file = file }

  private mutating func read(_ bytes: [UInt8]) {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var line = 1
    while start < bytes.count, problems.count < Self.problemLimit {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      readLine(bytes[start..<end], number: line)
      start = end + 1
      line += 1
    }
  }

  private mutating func readLine(_ bytes: ArraySlice<UInt8>, number: Int) {
    var scanner = JSONScanner(bytes)
    guard !scanner.skipsToEnd() else { return }
    do throws(JSONScanner.Failure) {
      let review = try Self.review(from: &scanner)
      try keepOrder(of: review, line: number)
      reviews.append(review.review)
    } catch {
      problems.append(
        ReviewLogProblem(
          location: SourceLocation(
            file: file, line: number, column: Self.column(of: error.offset, in: bytes)),
          message: error.message))
    }
  }

  /// A review and the offset of its time.
  private typealias Placed = (review: LoggedReview, timeOffset: Int)

  private static func review(
    from scanner: inout JSONScanner
  ) throws(JSONScanner.Failure) -> Placed {
    var card: String?
    var time: (instant: Timestamp, text: String, offset: Int)?
    var rating: Rating?
    let start = scanner.offset
    try scanner.readObject { name, nameOffset, scanner throws(JSONScanner.Failure) in
      let valueOffset = scanner.offset
      let isGiven: Bool
      switch name {
      case "card":
        isGiven = card != nil
        card = try scanner.readString(orFail: "'card' must be a text")
      case "time":
        isGiven = time != nil
        let text = try scanner.readString(orFail: "'time' must be a text")
        guard let instant = Timestamp(iso8601: text) else {
          throw .init(
            offset: valueOffset, message: "'time' must be a time such as 2026-11-23T09:00:00Z")
        }
        time = (instant, text, valueOffset)
      case "rating":
        isGiven = rating != nil
        rating = try readRating(from: &scanner)
      default:
        isGiven = false
        try scanner.skipValue()
      }
      guard !isGiven else {
        throw .init(offset: nameOffset, message: "'\(name)' is given twice")
      }
    }
    guard scanner.skipsToEnd() else {
      throw .init(offset: scanner.offset, message: "nothing may follow the object on its line")
    }
    guard let card else { throw .init(offset: start, message: "'card' is missing") }
    guard let time else { throw .init(offset: start, message: "'time' is missing") }
    guard let rating else { throw .init(offset: start, message: "'rating' is missing") }
    return (
      LoggedReview(card: card, time: time.instant, timeText: time.text, rating: rating),
      time.offset
    )
  }

  private static func readRating(
    from scanner: inout JSONScanner
  ) throws(JSONScanner.Failure) -> Rating {
    let offset = scanner.offset
    let message = "'rating' must be 1 (again), 2 (hard), 3 (good) or 4 (easy)"
    let text = try scanner.readNumber(orFail: message)
    guard let rating = Int(text).flatMap(Rating.init(rawValue:)) else {
      throw .init(offset: offset, message: message)
    }
    return rating
  }

  private mutating func keepOrder(
    of placed: Placed, line: Int
  ) throws(JSONScanner.Failure) {
    let review = placed.review
    if let last = lastReviews[review.card], review.time < last.time {
      let card = String(decoding: JSONValue.string(review.card).bytes, as: UTF8.self)
      throw .init(
        offset: placed.timeOffset,
        message: "the times of card \(card) go back: its review on line \(last.line) was at "
          + last.time.iso8601WithoutZeroFraction)
    }
    lastReviews[review.card] = (review.time, line)
  }

  /// The column, from 1, in Unicode scalars, of the byte at `offset` of `line`.
  private static func column(of offset: Int, in line: ArraySlice<UInt8>) -> Int {
    // Bytes that continue a scalar begin with the bits 10.
    1 + line[line.startIndex..<offset].count { $0 & 0xC0 != 0x80 }
  }
}

/// All problems of a log, in the order of the lines; never none.
struct ReviewLogProblems: Error, Equatable {
  /// The problems.
  let all: [ReviewLogProblem]
}
