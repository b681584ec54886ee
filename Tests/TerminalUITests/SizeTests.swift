import TerminalUI
import Testing

@Suite struct SizeTests {
  @Test func `a size is never negative`() {
    #expect(Size(columns: -1, rows: -5) == Size(columns: 0, rows: 0))
  }
}
