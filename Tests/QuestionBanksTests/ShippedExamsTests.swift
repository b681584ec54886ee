import PracticeCore
import QuestionBankFormat
import Testing

/// The exams of this checkout, drawn from its banks.
@Suite struct ShippedExamsTests {
  private static let catalog = QuestionCatalog(banks: ShippedBanks.banks)

  private static func blueprint(_ id: String) throws -> Blueprint {
    let file = try ShippedBanks.sourceFile("\(ShippedBanks.examFolder)/\(id).yaml")
    return try #require(BlueprintReader.read(file).blueprint)
  }

  /// The questions of a form, in its order.
  private static func questions(_ form: ExamForm) -> [Question] {
    form.items.compactMap { catalog[$0.showing.question] }
  }

  private static func countByDomain(_ questions: [Question]) -> [String: Int] {
    let domains = questions.compactMap { question in
      catalog.bank(of: question.id)?.domainID(of: question)
    }
    return Dictionary(domains.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test func `five exams are shipped`() throws {
    let rules = try ShippedBanks.examPaths.map { path in
      let file = try ShippedBanks.sourceFile(path)
      let exam = try #require(BlueprintReader.read(file).blueprint)
      return "\(exam.id): \(exam.questions), \(exam.unscored) unscored, \(exam.minutes) min"
    }
    #expect(
      rules == [
        "aws-architecture-mock: 65, 15 unscored, 130 min",
        "aws-iam-mock: 65, 15 unscored, 130 min",
        "cloud-best-practices-short: 20, 5 unscored, 40 min",
        "cloud-best-practices: 65, 15 unscored, 130 min",
        "gcp-containers-mock: 30, 0 unscored, 60 min",
      ])
  }

  @Test(arguments: ShippedBanks.examPaths)
  func `an exam says what it covers, what it does not, and that no vendor sets it`(
    path: String
  ) throws {
    let file = try ShippedBanks.sourceFile(path)
    let description = try #require(BlueprintReader.read(file).blueprint?.description)
    let words = description.words.joined(separator: " ")
    #expect(words.contains("It covers ") || words.contains("It shows "))
    #expect(words.contains("It doesn't cover "))
    #expect(words.contains("The Swot contributors wrote it"))
    #expect(words.contains("set, reviewed or endorsed it."))
  }

  @Test(arguments: ShippedBanks.examPaths)
  func `an exam can be drawn, no question twice`(path: String) throws {
    let file = try ShippedBanks.sourceFile(path)
    let blueprint = try #require(BlueprintReader.read(file).blueprint)
    let draw = try ExamDraw(blueprint, from: Self.catalog)
    for seed in 1...20 {
      let form = try draw.form(seed: UInt64(seed))
      #expect(form.items.count == blueprint.questions)
      #expect(Set(form.items.map(\.showing.question)).count == blueprint.questions)
      #expect(form.items.count { !$0.isScored } == blueprint.unscored)
    }
  }

  @Test func `the full mock has the numbers of the syllabus`() throws {
    let draw = try ExamDraw(Self.blueprint("cloud-best-practices"), from: Self.catalog)
    for seed in 1...100 {
      let questions = try Self.questions(draw.form(seed: UInt64(seed)))
      #expect(
        Self.countByDomain(questions) == [
          "IAM-D1": 3, "IAM-D2": 4, "IAM-D3": 5, "IAM-D4": 4, "IAM-D5": 4, "IAM-D6": 3,
          "CON-D1": 5, "CON-D2": 4, "CON-D3": 2, "CON-D4": 3,
          "ARC-D1": 5, "ARC-D2": 4, "ARC-D3": 3, "ARC-D4": 4, "ARC-D5": 5, "ARC-D6": 4, "ARC-D7": 3,
        ])
      // 21 foundation, 30 intermediate and 14 advanced, each within three.
      #expect((18...24).contains(questions.count { $0.difficulty == .foundation }))
      #expect((27...33).contains(questions.count { $0.difficulty == .intermediate }))
      #expect((11...17).contains(questions.count { $0.difficulty == .advanced }))
      #expect((12...16).contains(questions.count(where: \.isMultipleResponse)))
      let facts = questions.flatMap(\.facts)
      #expect(Set(facts).count == facts.count, "two questions of seed \(seed) test one fact")
    }
  }

  @Test func `the mocks on one subject have the numbers of the syllabus`() throws {
    let expected = [
      "aws-iam-mock": [
        "IAM-D1": 9, "IAM-D2": 11, "IAM-D3": 14, "IAM-D4": 12, "IAM-D5": 11, "IAM-D6": 8,
      ],
      "aws-architecture-mock": [
        "ARC-D1": 12, "ARC-D2": 9, "ARC-D3": 7, "ARC-D4": 9, "ARC-D5": 12, "ARC-D6": 9,
        "ARC-D7": 7,
      ],
      "gcp-containers-mock": ["CON-D1": 10, "CON-D2": 9, "CON-D3": 5, "CON-D4": 6],
    ]
    for (id, counts) in expected {
      let form = try ExamDraw(Self.blueprint(id), from: Self.catalog).form(seed: 1)
      #expect(Self.countByDomain(Self.questions(form)) == counts, "\(id)")
    }
  }

  @Test func `three forms of the full mock share no question`() throws {
    let draw = try ExamDraw(Self.blueprint("cloud-best-practices"), from: Self.catalog)
    for first in 1...20 {
      var lastSeen: [QuestionID: Int] = [:]
      for attempt in 1...3 {
        let form = try draw.form(seed: UInt64(10 * first + attempt), lastSeen: lastSeen)
        for item in form.items {
          #expect(lastSeen.updateValue(attempt, forKey: item.showing.question) == nil)
        }
      }
      #expect(lastSeen.count == 3 * 65)
    }
  }
}
