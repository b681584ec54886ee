import Testing
import TortureChecks

/// A short run of what `make torture` does to exams.
@Suite struct ExamTortureTests {
  @Test func `killed at any moment of an exam, the program comes back to what was seen`() throws {
    var torture = ExamTorture(kills: 8, seed: 3)
    try torture.run()
    let report = torture.report
    #expect(report.losses == [])
    #expect(report.kills == 8)
    #expect(report.resumptions > 0)
  }
}
