import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct ExamTimerTests {
  private let start = ClockReading(
    wall: Timestamp(milliseconds: 1_795_424_400_000), running: 5_000_000, boot: "first")

  private func later(_ minutes: Double, _ reading: ClockReading? = nil) -> ClockReading {
    (reading ?? start).advanced(byMilliseconds: Int64(minutes * 60_000))
  }

  @Test func `time runs down to nothing and not below`() {
    let timer = ExamTimer(milliseconds: 130 * 60_000, at: start)
    #expect(timer.left(at: start) == 7_800_000)
    #expect(timer.left(at: later(30)) == 6_000_000)
    #expect(!timer.isUp(at: later(129.999)))
    #expect(timer.isUp(at: later(130)) && timer.left(at: later(500)) == 0)
  }

  @Test(arguments: [-31_536_000_000, -3_600_000, 3_600_000, 31_536_000_000] as [Int64])
  func `a set clock neither gives nor takes time`(change: Int64) {
    let timer = ExamTimer(milliseconds: 60 * 60_000, at: start)
    var now = later(20)
    now.wall = now.wall.advanced(byMilliseconds: change)
    #expect(timer.left(at: now) == 40 * 60_000)
  }

  @Test func `after a reboot the wall rules`() {
    let timer = ExamTimer(milliseconds: 60 * 60_000, at: start)
    var now = later(20)
    now.running = 1000
    now.boot = "second"
    #expect(timer.left(at: now) == 40 * 60_000)
    now.wall = later(61).wall
    #expect(timer.isUp(at: now))
  }

  @Test func `a pause keeps what is left, over reboots too`() {
    let paused = ExamTimer(milliseconds: 60 * 60_000, at: start).paused(at: later(20))
    #expect(paused == .paused(left: 40 * 60_000))
    #expect(paused.paused(at: later(500)) == paused)
    let nextDay = ClockReading(wall: later(1440).wall, running: 77, boot: "second")
    let going = paused.continued(at: nextDay)
    #expect(going.left(at: later(10, nextDay)) == 30 * 60_000)
    #expect(going.continued(at: later(5, nextDay)) == going)
  }

  @Test func `readings at the ends of the numbers do no harm`() {
    let edge = ClockReading(
      wall: Timestamp(milliseconds: .max), running: .max, boot: "first")
    let timer = ExamTimer(milliseconds: 60_000, at: edge)
    #expect(timer.isUp(at: edge))
    #expect(ExamTimer(milliseconds: 60_000, at: start).isUp(at: edge))
    let past = ClockReading(wall: Timestamp(milliseconds: .min), running: .min, boot: "first")
    #expect(timer.left(at: past) == .max)
    #expect(ExamTimer.paused(left: -5).isUp(at: start))
  }

  @Test func `notices come once each, of several the last`() {
    let allowed: Int64 = 130 * 60_000
    func notice(_ before: Double, _ after: Double) -> ExamNotice? {
      ExamNotice.due(
        from: Int64(before * 60_000), to: Int64(after * 60_000), allowed: allowed)
    }
    #expect(notice(130, 129) == nil)
    #expect(notice(65.1, 65) == .halfTime)
    #expect(notice(65, 64.9) == nil)
    #expect(notice(31, 29) == .minutes(30))
    #expect(notice(31, 4) == .minutes(5))
    #expect(notice(1.01, 0) == .minutes(1))
    var told: [ExamNotice] = []
    for second in 0..<(130 * 60) {
      let left = 130 - Double(second) / 60
      if let notice = notice(left, left - 1.0 / 60) { told.append(notice) }
    }
    #expect(told == [.halfTime, .minutes(30), .minutes(10), .minutes(5), .minutes(1)])
  }

  @Test func `a short sitting has no notice of more time than it has`() {
    let told = (0..<600).compactMap { second in
      ExamNotice.due(
        from: Int64(600 - second) * 1000, to: Int64(599 - second) * 1000, allowed: 600_000)
    }
    // Ten minutes: half time is at five.
    #expect(told == [.minutes(5), .minutes(1)])
  }

  @Test func `the time left never rises while clocks run on`() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let timer = ExamTimer(milliseconds: Int64(random.number(below: 10_000_000)), at: start)
      var now = start
      var left = timer.left(at: now)
      for _ in 0..<50 {
        now = now.advanced(byMilliseconds: Int64(random.number(below: 500_000)))
        // People and servers set the wall's clock.
        now.wall = now.wall.advanced(byMilliseconds: Int64(random.number(below: 99)) - 50)
        #expect(timer.left(at: now) <= left)
        left = timer.left(at: now)
      }
    }
  }
}
