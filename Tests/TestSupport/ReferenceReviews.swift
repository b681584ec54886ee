package import FSRS
import Foundation

/// A simulated learner's log, 10,000 reviews of 1,316 cards over 123 days, and what fsrs-rs made of it.
///
/// The files stand in `Tests/FSRSTests/Fixtures`; study days turn over at 04:00 UTC.
package enum ReferenceReviews {
  /// The log's path.
  package static var path: String { FSRS6Vectors.url(ofFixture: "reviews-10k.jsonl").path }

  /// The reviews, in the order of time.
  ///
  /// - Parameter count: How many of them; all unless given.
  /// - Returns: The reviews.
  /// - Throws: What is wrong with the file.
  package static func load(_ count: Int = 10_000) throws -> [TrainingReview] {
    var cards: [Substring: Int] = [:]
    let data = try FSRS6Vectors.data(ofFixture: "reviews-10k.jsonl")
    let text = String(decoding: data, as: UTF8.self)
    return try text.split(separator: "\n").prefix(count).map { line in
      // {"card":"q0009","time":"2023-01-03T16:18:14Z","rating":2}
      let parts = line.split(separator: "\"")
      let time = parts[7].split { "-T:Z".contains($0) }.compactMap { Int($0) }
      guard time.count == 6, let rating = parts[10].dropFirst().first?.wholeNumberValue,
        let rating = Rating(rawValue: rating)
      else { throw CocoaError(.fileReadCorruptFile) }
      let seconds =
        daysSince1970(time[0], time[1], time[2]) * 86_400 + time[3] * 3600 + time[4] * 60 + time[5]
      let card = cards[parts[3], default: cards.count]
      cards[parts[3]] = card
      return TrainingReview(
        card: card, day: (seconds - 4 * 3600) / 86_400, time: Int64(seconds) * 1000, rating: rating)
    }
  }

  /// What fsrs-rs made of it.
  package struct Reference: Decodable, Sendable {
    package let items: Int
    package let trainItems: Int
    package let testItems: Int
    /// Three sets of parameters by name: `default`, `fsrs_rs_trained_on_train`, `true`.
    package let parameters: [String: [Double]]
    /// The figures by part (`all`, `train`, `test`), parameters and weighting.
    package let metrics: [String: [String: [String: Figures]]]

    /// What was found for one part.
    package struct Figures: Decodable, Sendable {
      package let logLoss: Double
      package let rmseBins: Double
      package let bins: Int

      private enum CodingKeys: String, CodingKey {
        case logLoss = "log_loss"
        case rmseBins = "rmse_bins"
        case bins
      }
    }

    private enum CodingKeys: String, CodingKey {
      case items, parameters, metrics
      case trainItems = "train_items"
      case testItems = "test_items"
    }
  }

  /// Reads what fsrs-rs made of it.
  package static func reference() throws -> Reference {
    try JSONDecoder().decode(
      Reference.self, from: FSRS6Vectors.data(ofFixture: "reviews-10k-reference.json"))
  }

  /// Days since 1970 of a day in the Gregorian calendar.
  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }
}
