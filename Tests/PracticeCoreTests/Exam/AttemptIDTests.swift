import PracticeCore
import TestSupport
import Testing

@Suite struct AttemptIDTests {
  @Test(arguments: ["20261124-k3f9x2", "a", "0", String(repeating: "x", count: 40)])
  func `names of files are taken`(_ text: String) {
    #expect(AttemptID(text)?.description == text)
  }

  @Test(arguments: ["", "-a", "A", "a/b", "..", "a.json", "a b", "ä", "a\n"])
  func `what could lead elsewhere is none`(_ text: String) {
    #expect(AttemptID(text) == nil)
  }

  @Test func `what is longer than a name may be is none`() {
    #expect(AttemptID(String(repeating: "x", count: 41)) == nil)
  }

  @Test func `drawn names say the day and differ`() throws {
    var random = SystemRandomNumberGenerator()
    let day = try #require(CalendarDate("2026-11-24"))
    let drawn = Set((0..<100).map { _ in AttemptID(on: day, using: &random).description })
    #expect(drawn.count == 100)
    #expect(drawn.allSatisfy { $0.hasPrefix("20261124-") && AttemptID($0) != nil })
  }
}
