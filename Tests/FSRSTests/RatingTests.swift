import FSRS
import Testing

@Suite struct RatingTests {
  @Test func `ratings rise from again to easy`() {
    #expect(Rating.allCases == Rating.allCases.sorted())
  }
}
