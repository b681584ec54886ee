import NcursesTerminal
import Testing

@Suite struct ScalarWidthTests {
  @Test func `a letter takes one column`() {
    #expect(ScalarWidth.inActiveLocale("a") == 1)
  }
}
