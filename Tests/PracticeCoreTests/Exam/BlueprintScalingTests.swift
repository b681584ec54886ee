import PracticeCore
import Testing

@Suite struct BlueprintScalingTests {
  private let full = Blueprint(
    id: "mock", title: "Mock", questions: 65, unscored: 15, minutes: 130,
    scale: .percent(pass: 70), sections: [])

  @Test(arguments: [
    (65, 130, 15), (20, 40, 5), (10, 20, 2), (7, 14, 2), (1, 2, 0), (130, 260, 30), (2, 4, 0),
  ])
  func `minutes and unscored questions follow the count`(
    _ count: Int, minutes: Int, unscored: Int
  ) {
    let scaled = full.scaled(toQuestions: count)
    #expect(scaled.questions == count)
    #expect(scaled.minutes == minutes)
    #expect(scaled.unscored == unscored)
  }

  @Test func `a scored question and a minute stay`() {
    var hard = full
    hard.unscored = 64
    hard.minutes = 1
    for count in 1...65 {
      let scaled = hard.scaled(toQuestions: count)
      #expect(scaled.minutes == 1)
      #expect(scaled.unscored < count)
    }
  }
}
