import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the built-in banks must teach: the file says how it is written.
struct Syllabus {
  /// The least numbers of questions on an objective.
  struct Objective {
    let id: String
    /// In all; foundation, intermediate, advanced; single choice, multiple response.
    let least: [Int]
  }

  /// The objectives of all banks.
  private(set) var objectives: [Objective] = []
  /// The facts that questions ask for.
  private(set) var examinedFacts: [String] = []
  /// The facts that only notes teach.
  private(set) var unexaminedFacts: [String] = []

  /// Reads the syllabus of this checkout.
  init() throws {
    let file = RepositoryFiles.root.appending(
      path: "Tests/QuestionBanksTests/Fixtures/syllabus.txt")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "objective":
        objectives.append(Objective(id: words[1], least: words.dropFirst(2).compactMap { Int($0) }))
      case "fact": examinedFacts.append(words[1])
      case "unexamined": unexaminedFacts.append(words[1])
      default: Issue.record("unknown line in the syllabus: \(line)")
      }
    }
  }
}
