import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct ExamCollectionTests {
  private let paper = ExamFixture.paper(9)

  /// Writes the result of a student, and gives the path.
  private func handIn(
    _ name: String?, attempt: String, in folder: String, paper: ExamPaper? = nil,
    change: (inout ExamResultFile) -> Void = { _ in }
  ) throws -> String {
    let exam = ExamFixture.finished(paper ?? self.paper, attempt: attempt, candidate: name)
    var result = ExamResultFile(exam, program: "1")
    change(&result)
    return try NewFile.write(
      ExamResultEncoder.bytes(of: result), to: "\(folder)/\(attempt).json")
  }

  private func problems(_ collection: ExamCollection) -> [[String]] {
    collection.files.map { $0.problems.map(\.text) }
  }

  @Test func `an altered copy does not make the genuine file the second one`() throws {
    try withTemporaryFolder { folder in
      let genuine = try handIn("Ada", attempt: "a", in: folder)
      let text = String(decoding: try InputFile.read(genuine), as: UTF8.self)
      let altered = try NewFile.write(
        Array(text.replacing("\"passed\":false", with: "\"passed\":true").utf8)
          + (text.contains("\"passed\":false") ? [] : [UInt8(ascii: " ")]),
        to: "\(folder)/altered.json")
      let collection = ExamCollection([altered, genuine], pack: nil)
      #expect(
        problems(collection) == [
          ["altered: it does not match its checksum", "the same attempt as '\(genuine)'"], [],
        ])
    }
  }

  @Test func `results without a fault but a name have that`() throws {
    try withTemporaryFolder { folder in
      let paths = try [("Ada", "a"), ("Grace", "b"), (nil, "c"), (nil, "d")].map {
        try handIn($0, attempt: $1, in: folder)
      }
      for pack in [nil, ExamPack(form: paper)] {
        let collection = ExamCollection(paths, pack: pack)
        #expect(problems(collection) == [[], [], ["no name"], ["no name"]])
        #expect(!collection.hasFatalProblems)
      }
    }
  }

  @Test func `duplicates and other forms are named`() throws {
    try withTemporaryFolder { folder in
      var other = paper
      other.items.swapAt(0, 1)
      let ada = try handIn("Ada", attempt: "a", in: folder)
      let grace = try handIn("Grace", attempt: "b", in: folder)
      let again = try NewFile.write(try InputFile.read(ada), to: ada, present: .numbered)
      let same = try handIn(" ada ", attempt: "c", in: folder)
      let strange = try handIn("Alan", attempt: "d", in: folder, paper: other)
      let collection = ExamCollection([ada, grace, again, same, strange], pack: nil)
      #expect(
        problems(collection) == [
          [], [], ["the same attempt as '\(ada)'"], ["the same name as in '\(ada)'"],
          [
            "another form than the others: \(other.fingerprint), not \(paper.fingerprint)"
          ],
        ])
      #expect(!collection.hasFatalProblems, "all of them can be used")
      let checked = ExamCollection([strange], pack: ExamPack(form: paper))
      #expect(problems(checked).first?.first?.contains("another form than the pack's") == true)
    }
  }

  @Test func `files that are altered, cut off or something else are named`() throws {
    try withTemporaryFolder { folder in
      let good = try handIn("Ada", attempt: "a", in: folder)
      let text = String(decoding: try InputFile.read(good), as: UTF8.self)
      func write(_ text: String) throws -> String {
        try NewFile.write(Array(text.utf8), to: "\(folder)/x.json", present: .numbered)
      }
      let edited = try write(text.replacing("\"correct\":false", with: "\"correct\":true"))
      let cut = try write(String(text.prefix(700)))
      let table = try write("name,score\n")
      let missing = "\(folder)/missing.json"
      let better = try handIn("Eve", attempt: "b", in: folder) { result in
        let score = result.outcome.score
        result.outcome.score = ExamScore(
          sections: score.sections, right: score.right, questions: score.questions,
          marks: score.marks, isPassed: true, scaled: 1000)
      }
      let collection = ExamCollection([good, edited, cut, table, missing, better], pack: nil)
      let found = problems(collection).map { $0.first ?? "" }
      #expect(found[0].isEmpty)
      #expect(found[1] == "altered: it does not match its checksum")
      #expect(found[2].hasPrefix("cut off or damaged at line "))
      #expect(found[3].hasPrefix("cut off or damaged at line 1"))
      #expect(found[4].contains("there is no such file"))
      #expect(found[5] == "altered: the score does not follow from the answers")
      #expect(collection.hasFatalProblems)
      #expect(collection.problems.first == "\(edited): \(found[1])")
      let rows = ExamCollectionTables(collection).rows(.students)
      #expect(rows.count == 7, "every file has a row")
      #expect(Set(rows.map(\.count)).count == 1)
    }
  }

  @Test func `marks that don't follow from the keys are named where the pack is given`() throws {
    try withTemporaryFolder { folder in
      let path = try handIn("Eve", attempt: "a", in: folder) { result in
        for index in result.answers.indices {
          result.answers[index].isRight = true
          result.answers[index].marks = Marks(whole: 1)
        }
        result.outcome.score = ExamScore(
          result.answers.map {
            .init(
              section: $0.section, isScored: $0.isScored, isRight: true, marks: Marks(whole: 1))
          }, sectionTitles: paper.blueprint.sections.map(\.title), scale: result.outcome.scale)
      }
      #expect(!ExamCollection([path], pack: nil).hasFatalProblems)
      let checked = ExamCollection([path], pack: ExamPack(form: paper))
      #expect(checked.hasFatalProblems)
      #expect(checked.problems.first?.contains("by the keys of the pack") == true)
    }
  }

  @Test func `questions that are said not to count are named where the pack is given`() throws {
    try withTemporaryFolder { folder in
      let path = try handIn("Eve", attempt: "a", in: folder) { result in
        for index in result.answers.indices {
          result.answers[index].isScored = result.answers[index].isRight
        }
        result.outcome.score = ExamScore(
          result.answers.map {
            .init(
              section: $0.section, isScored: $0.isScored, isRight: $0.isRight, marks: $0.marks)
          }, sectionTitles: paper.blueprint.sections.map(\.title), scale: result.outcome.scale)
      }
      #expect(!ExamCollection([path], pack: nil).hasFatalProblems)
      #expect(ExamCollection([path], pack: ExamPack(form: paper)).hasFatalProblems)
    }
  }

  @Test func `forms of one's own differ without fault, but come from the pack`() throws {
    try withTemporaryFolder { folder in
      let bank = QuestionBank(id: "a", title: "A", questions: paper.items.map(\.question))
      let pack = ExamPack(
        ownFormsBy: Blueprint(
          id: "cloud", title: "C", questions: 9, unscored: 1, minutes: 9,
          scale: paper.blueprint.scale,
          sections: [BlueprintSection(title: "S", weight: 1, from: ["a"])]),
        from: QuestionCatalog(banks: [bank]))
      let paths = try (0..<3).map { number in
        var own = paper
        own.items.swapAt(0, number)
        return try handIn("Student \(number)", attempt: "a\(number)", in: folder, paper: own)
      }
      #expect(problems(ExamCollection(paths, pack: pack)) == [[], [], []])
      let strange = try handIn("X", attempt: "x", in: folder) { result in
        result.answers[0].revision = Revision(recorded: "another")
      }
      #expect(ExamCollection([strange], pack: pack).hasFatalProblems)
    }
  }

  @Test func `tables hold a row a student, and a row a question`() throws {
    try withTemporaryFolder { folder in
      let paths = try [("=Ada()", "a"), ("Grace, \"G\"", "b")].map {
        try handIn($0, attempt: $1, in: folder)
      }
      let tables = ExamCollectionTables(ExamCollection(paths, pack: nil))
      let students = String(decoding: CSVText.bytes(tables.rows(.students)), as: UTF8.self)
        .components(separatedBy: "\r\n")
      let score = ExamFixture.finished(paper).outcome.score
      #expect(
        students[0]
          == "name,exam,attempt,form,date,score,passed,right,questions,"
          + "The section of 1: right,The section of 1: questions,"
          + "The section of 2: right,The section of 2: questions,"
          + "minutes,minutes allowed,extra minutes,with pauses,ended,file,problems")
      #expect(
        students[1].hasPrefix(
          "'=Ada(),cloud,a,\(paper.fingerprint),2026-11-23,\(score.scaled),no,\(score.right),8,"))
      #expect(students[1].contains(",88.1,130.0,0.0,no,ended,"))
      #expect(students[2].hasPrefix("\"Grace, \"\"G\"\"\",cloud,b,"))
      let responses = tables.rows(.responses)
      #expect(responses.count == 10)
      #expect(responses[0].count == 5)
      #expect(responses[1] == ["a/Q-1", "2", "yes", "2", "yes"])
      #expect(responses[4] == ["a/Q-4", "The accepted of 4", "yes", "The accepted of 4", "yes"])
      #expect(responses[9] == ["a/Q-9", "", "no", "", "no"])
    }
  }

  @Test func `the document holds both tables`() throws {
    struct Document: Decodable {
      struct Student: Decodable {
        let file: String
        let usable: Bool
        let problems: [String]
        let name: String?
      }

      struct Row: Decodable {
        struct Answer: Decodable {
          let right: Bool
        }

        let question: String
        let answers: [Answer?]
      }

      let format: String
      let students: [Student]
      let responses: [Row]
    }
    try withTemporaryFolder { folder in
      let path = try handIn("Ada", attempt: "a", in: folder)
      let json = ExamCollectionTables(ExamCollection([path, "/no/such"], pack: nil)).json
      let document = try JSONDecoder().decode(Document.self, from: Data(json.bytes))
      #expect(document.format == "swot-exam-collection/1")
      #expect(document.students.map(\.usable) == [true, false])
      #expect(document.students[0].name == "Ada")
      #expect(document.students[1].problems.count == 1)
      #expect(document.responses.count == 9)
      #expect(document.responses[0].answers.map { $0?.right } == [true, nil])
    }
  }

  @Test func `whatever a name or an answer holds, nothing of it steers a terminal`() throws {
    try withTemporaryFolder { folder in
      try withEvery(seed: 0..<40) { seed, random in
        let path = try handIn(
          HostileText.make(&random), attempt: "a\(seed)", in: folder,
          paper: ExamFixture.paper(4) { _, _ in HostileText.make(&random) })
        let collection = ExamCollection([path], pack: nil)
        let tables = ExamCollectionTables(collection)
        let outputs = [
          CSVText.bytes(tables.rows(.students)), CSVText.bytes(tables.rows(.responses)),
          tables.json.bytes,
        ]
        #expect(!collection.hasFatalProblems, "seed \(seed)")
        for bytes in outputs {
          try #require(
            bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0D || $0 == 0x0A },
            "seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: [
    ("Ada Lovelace", "ada-lovelace"), ("José Ñandú", "jose-nandu"),
    ("../../etc/passwd", "etc-passwd"),
    ("日本", ""), ("-", ""), ("a/b\\c:d", "a-b-c-d"), ("\u{1B}[31mx", "31mx"),
    (String(repeating: "ab ", count: 100), "ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-a"),
  ])
  func `a name becomes a part of a file's name`(name: String, slug: String) {
    #expect(ExamDocuments.slug(name) == slug)
  }
}
