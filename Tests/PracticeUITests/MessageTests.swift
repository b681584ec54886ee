import PracticeUI
import TerminalUI
import Testing

@Suite struct MessageTests {
  @Test func `messages compare`() {
    #expect(Message.resized(Size(columns: 1, rows: 1)) != .resized(Size(columns: 2, rows: 1)))
  }
}
