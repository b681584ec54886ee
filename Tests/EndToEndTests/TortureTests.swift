import Testing
import TortureChecks

/// A short run of `make torture`.
@Suite struct TortureTests {
  @Test func `killed at any moment, the program loses nothing that it had shown to be done`() throws
  {
    var torture = Torture(kills: 10, seed: 5)
    try torture.run()
    let report = torture.report
    #expect(report.losses == [])
    #expect(report.kills == 10)
    #expect(report.confirmed > 0)
  }
}
