import FSRS
import PracticeCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A log of a simulated learner: what is due each day and some new cards, for as long as it takes.
///
/// The learner remembers by FSRS-6 with parameters of their own, and is asked when FSRS-6 with its
/// defaults says; what is forgotten is repeated ten minutes later.
struct MadeReviews {
  private let path: String
  private let count: Int
  private static let perDay = 600

  /// Takes the path of the log and the number of reviews.
  init(_ arguments: [String]) throws(BenchmarkFailure) {
    guard arguments.count == 2, let count = Int(arguments[1]) else {
      throw BenchmarkFailure("simulate takes a path and a number")
    }
    path = arguments[0]
    self.count = count
  }

  /// The parameters by which the learner remembers; those of the reference log in the tests.
  private static let truth = [
    0.45, 1.9, 4.2, 14.0, 6.9, 0.62, 2.3, 0.02, 1.45, 0.22, 0.95, 1.75, 0.09, 0.33, 1.9, 0.42, 2.3,
    0.62, 0.21, 0.11, 0.26,
  ]

  private struct Card {
    var truth: MemoryState?
    var app: MemoryState?
    var day = 0
  }

  /// Writes the log, one review a line, in the order of time.
  func write() throws {
    guard let file = fopen(path, "w") else { throw BenchmarkFailure("cannot write '\(path)'") }
    defer { fclose(file) }
    let learner = FSRS6(parameters: try FSRS6Parameters(Self.truth))
    let app = FSRS6()
    var random = SplitMix64(seed: 20)
    var cards: [Card] = []
    var due: [Int: [Int]] = [:]
    var written = 0
    var day = 0
    while written < count {
      var today = due.removeValue(forKey: day) ?? []
      // What is too much for a day waits for the next.
      if today.count > Self.perDay {
        due[day + 1, default: []] += today[Self.perDay...]
        today.removeSubrange(Self.perDay...)
      }
      let new = min(80, Self.perDay - today.count / 2)
      for _ in 0..<max(0, new) {
        today.append(cards.count)
        cards.append(Card())
      }
      var time = Timestamp(milliseconds: 1_672_560_000_000 + Int64(day) * 86_400_000)
      for card in random.shuffled(today) where written < count {
        time = time.advanced(byMilliseconds: Int64(4000 + random.number(below: 12_000)))
        let elapsed = Double(day - cards[card].day)
        let recall =
          cards[card].truth.map { learner.retrievability(of: $0, elapsedDays: elapsed) } ?? 0.6
        let isRecalled = Double(random.number(below: 1 << 20)) < recall * Double(1 << 20)
        let rating =
          isRecalled
          ? [Rating.hard, .good, .good, .good, .good, .easy][random.number(below: 6)] : .again
        for rating in isRecalled ? [rating] : [.again, .good] where written < count {
          let elapsed = Double(day - cards[card].day)
          cards[card].truth = learner.state(
            after: cards[card].truth, rating: rating, elapsedDays: elapsed)
          cards[card].app = app.state(
            after: cards[card].app, rating: rating, elapsedDays: elapsed)
          cards[card].day = day
          let line =
            #"{"card":"q\#(card)","time":"\#(time.iso8601)","rating":\#(rating.rawValue)}"# + "\n"
          fputs(line, file)
          written += 1
          time = time.advanced(byMilliseconds: 2000)
        }
        let interval = cards[card].app.map { app.interval(for: $0, desiredRetention: 0.9) } ?? 1
        let days = max(
          1, Int((interval * (0.9 + Double(random.number(below: 200)) / 1000)).rounded()))
        due[day + days, default: []].append(card)
      }
      day += 1
    }
  }
}
