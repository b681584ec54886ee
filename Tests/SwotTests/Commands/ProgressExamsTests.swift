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

/// What `progress` and `doctor` say of the forms of exams.
@Suite struct ProgressExamsTests {
  private let attempt = "20261123-k3f9x2"
  private let time = LocalTime(
    at: Timestamp(milliseconds: 1_795_420_800_000), offsetMinutes: 60)

  private func paths(_ home: String) -> ProgressPaths {
    ProgressPaths(data: "\(home)/.local/share/swot", state: "\(home)/.local/state/swot")
  }

  private func form(_ home: String) -> String { "\(paths(home).exams)/\(attempt).json" }

  private func paper(seed: UInt64 = 1) -> ExamPaper {
    let question = Question(
      id: QuestionID(bank: "b", question: "Q"), stem: "?", format: .answer(["!"]))
    return ExamPaper(
      blueprint: Blueprint(
        id: "short", title: "Short exam", questions: 1,
        minutes: 1, scale: .percent(pass: 70),
        sections: [BlueprintSection(title: "All", weight: 1, from: ["b"])]),
      seed: seed,
      items: [.init(question: question, order: [], section: 0, isScored: true, isNew: true)])
  }

  /// Begins an exam, as the program does.
  private func begin(_ home: String) throws {
    var random = SystemRandomNumberGenerator()
    let folder = try ProgressFolder.open(paths(home), random: &random).folder
    let id = try #require(AttemptID(attempt))
    let hash = try folder.keep(paper(), of: id)
    let start = ExamStart(
      id, paper: paper(), terms: ExamTerms(), hash: hash, candidate: nil,
      at: ClockReading(wallOnly: time.at))
    #expect(folder.append([.exam(.start(start))], at: time).failure == nil)
    folder.close()
  }

  private func progress(_ arguments: String..., home: String) throws -> Program.Outcome {
    try Program.run(["progress"] + arguments, home: home)
  }

  @Test func `a form that is lost is named, and comes back from a backup`() throws {
    try withTemporaryFolder { home in
      try begin(home)
      #expect(try progress("verify", home: home).status == 0)
      #expect(try progress("backup", home: home).status == 0)
      try FileManager.default.removeItem(atPath: form(home))

      var verified = try progress("verify", home: home)
      #expect(verified.status == 65)
      #expect(
        verified.lines == [
          "'\(form(home))' is missing: the form of attempt \(attempt)",
          "1 journal, 1 event, 1 problem.",
          "What a backup still has comes back with: swot progress restore",
        ])
      verified = try progress("verify", "--format", "json", home: home)
      #expect(verified.status == 65)
      #expect(verified.output.contains("\"exams\":[{\"attempt\":\"\(attempt)\""))
      let doctor = try Program.run(["doctor"], home: home)
      #expect(doctor.output.contains("can't be taken up again"))

      let restored = try progress("restore", home: home)
      #expect(restored.status == 0)
      #expect(
        restored.lines == [
          "Added 0 events; 1 was there already.", "Added the form of 1 exam.",
        ])
      #expect(try progress("verify", home: home).status == 0)
    }
  }

  @Test func `a second form of one attempt is told and kept`() throws {
    try withTemporaryFolder { home in
      try begin(home)
      let other = ProgressPaths(data: "\(home)/other", state: "\(home)/other-state")
      try FileManager.default.createDirectory(
        atPath: other.data, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: paths(home).journals, toPath: other.journals)
      try ExamPaperFolder(of: other).keep(paper(seed: 2), of: try #require(AttemptID(attempt)))
      let merged = try progress("merge", other.data, home: home)
      #expect(merged.status == 65)
      #expect(merged.errors.contains("another machine has another form of this exam"))
      #expect(try progress("verify", home: home).status == 0)
    }
  }

  @Test func `where names the folder of forms`() throws {
    try withTemporaryFolder { home in
      let outcome = try progress("where", home: home)
      #expect(outcome.lines.contains("exams     \(paths(home).exams)"))
    }
  }
}
