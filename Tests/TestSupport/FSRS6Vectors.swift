package import Foundation

/// 300 review histories with the state after every review, computed by py-fsrs 6.3.2.
///
/// The file stands in `Tests/FSRSTests/Fixtures`, fuzz off, elapsed time in whole 24-hour days.
package struct FSRS6Vectors: Decodable, Sendable {
  /// Weights w0 to w20 by the name that histories use.
  package let parameterSets: [String: [Double]]
  /// Seconds after each review at which ``Review/r`` was taken.
  package let retrievabilityOffsetsS: [Int]
  /// All histories; each begins with a new card.
  package let histories: [History]

  /// The reviews of one card under one scheduler.
  package struct History: Decodable, Sendable, CustomStringConvertible {
    package let id: Int
    package let params: String
    package let desiredRetention: Double
    package let maximumInterval: Int
    package let learningStepsS: [Int64]
    package let relearningStepsS: [Int64]
    package let reviews: [Review]
    package var description: String { "history \(id), \(params)" }
  }

  /// One review and what it leads to.
  package struct Review: Decodable, Sendable {
    /// The time in UTC as ISO 8601.
    package let t: String
    package let rating: Int
    package let rBefore: Double?
    package let s: Double
    package let d: Double
    package let state: String
    package let step: Int?
    /// The due time in UTC as ISO 8601; may have a fraction of a second.
    package let due: String
    package let rDue: Double
    package let r: [Double]
  }

  /// Reads the file.
  package static func load() throws -> FSRS6Vectors {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(FSRS6Vectors.self, from: data(ofFixture: "fsrs6-vectors.json"))
  }

  /// The bytes of a file of `Tests/FSRSTests/Fixtures`.
  package static func data(ofFixture name: String) throws -> Data {
    try Data(contentsOf: url(ofFixture: name))
  }

  /// Where a file of `Tests/FSRSTests/Fixtures` is.
  package static func url(ofFixture name: String) -> URL {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return tests.appending(path: "FSRSTests/Fixtures/\(name)")
  }
}

/// Whether two numbers are equal to a relative `tolerance`.
package func isClose(_ left: Double, _ right: Double, tolerance: Double = 1e-9) -> Bool {
  left == right || abs(left - right) <= tolerance * max(abs(left), abs(right))
}
