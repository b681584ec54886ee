import FSRS
import PracticeCore

/// A line that `swot schedule replay` prints: a review of the log and what it led to.
struct ReplayLine {
  /// The review.
  let review: LoggedReview
  /// What it led to.
  let outcome: ScheduleReplay.Outcome

  /// The line as JSON.
  ///
  /// `fast_stability` is there only for models with two stabilities.
  var json: JSONValue {
    let card = outcome.card
    var members: [JSONValue.Member] = [
      .init(name: "card", value: .string(review.card)),
      .init(name: "time", value: .string(review.timeText)),
      .init(name: "rating", value: .int(review.rating.rawValue)),
      .init(name: "stability", value: number(card.memory?.stability)),
    ]
    if let fast = card.memory?.fastStability {
      members.append(.init(name: "fast_stability", value: .double(fast)))
    }
    members += [
      .init(name: "difficulty", value: number(card.memory?.difficulty)),
      .init(name: "state", value: .string(card.phase.name)),
      .init(name: "step", value: card.phase.step.map(JSONValue.int) ?? .null),
      .init(name: "due", value: .string(outcome.due.iso8601WithoutZeroFraction)),
      .init(name: "retrievability", value: number(outcome.retrievability)),
    ]
    return .object(members)
  }

  private func number(_ value: Double?) -> JSONValue {
    value.map(JSONValue.double) ?? .null
  }
}
