import FSRS
import PracticeCore

/// What the statistics say.
package enum StatisticsWording {
  static let title = "Statistics"
  static let reading = "Reading your answers…"
  static let nothing =
    "Nothing has been answered yet. After the first session, this shows what you remember, what is "
    + "due, and where you stand."

  /// From how many answers on a share is drawn.
  static let least = 20

  /// Too little is known.
  static func notEnough(_ count: Int, of needed: Int = least, _ what: String = "answers") -> String
  {
    "Not enough \(what) yet: \(count) of at least \(needed)."
  }

  /// A count with its noun.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(number == 1 ? noun : noun + "s")"
  }

  /// A number with a comma for each thousand: `7,320`.
  package static func grouped(_ number: Int) -> String {
    let digits = String(abs(number))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + text
  }

  /// A number with that many decimals.
  static func decimal(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "none" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((abs(value) * scale).rounded())
    let whole = scaled / Int(scale)
    let rest = String(scaled % Int(scale))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return "\(sign)\(whole)"
      + (places > 0 ? "." + String(repeating: "0", count: places - rest.count) + rest : "")
  }

  /// A share with the interval in which the true one lies: `82 % (74–88)`.
  static func share(_ share: ShareInterval) -> String {
    guard let value = share.share else { return "none" }
    return "\(Phrases.percent(value)) (\(range(share.interval)))"
  }

  /// An interval of shares in per cent, without the sign: `54–84`.
  static func range(_ range: ClosedRange<Double>) -> String {
    func whole(_ share: Double) -> Int { Int((share * 100).rounded()) }
    return "\(whole(range.lowerBound))–\(whole(range.upperBound))"
  }

  /// Another memory model predicts better.
  static func offer(_ model: String, insteadOf current: String) -> String {
    "\(MemoryModels.title(of: model)) clearly predicts your answers better than "
      + "\(MemoryModels.title(of: current)). To change to it, choose it under \"Memory model\" in the "
      + "settings, or type: swot schedule optimize --model \(model)"
  }

  // MARK: - Readiness

  /// How likely an exam is to be passed: `71 % likely to reach 720 in this mock (54–84)`.
  static func likely(_ forecast: MockForecast, scale: ScoreScale) -> String {
    guard forecast.isReliable else { return notEnough(forecast) }
    let pass = "\(scale.passingScore)\(ExamResultWording.unit(of: scale))"
    return "\(probability(forecast)) likely to reach \(pass) in this mock\(interval(forecast))"
  }

  /// The same beside how earlier forecasts came out: where they were too sure, it is doubted.
  static func likely(
    _ forecast: MockForecast, scale: ScoreScale, after record: ForecastRecord
  ) -> String {
    let text = likely(forecast, scale: scale)
    return forecast.isReliable && record.isTooSure
      ? text + "; don't rely on it: earlier forecasts were too sure" : text
  }

  /// How well forecasts of mock exams have come out.
  static func judgement(of record: ForecastRecord) -> String {
    var sentences: [String] = []
    if let brier = record.brierScore {
      sentences.append(
        "Brier score \(decimal(brier, 3)) over \(Phrases.counted(record.forecast.count, "forecast")): "
          + "0 is perfect, 0.25 what always saying one half gives.")
    } else {
      sentences.append("Not enough data yet to judge the forecasts of passing.")
    }
    if record.isTooSure {
      sentences.append(
        "Mocks came out further from these forecasts than the forecasts say: don't rely on them.")
    }
    if let loss = record.logLoss {
      sentences.append(
        "Single answers: log loss \(decimal(loss.forecast, 4)), against "
          + "\(decimal(loss.average, 4)) for always expecting your latest share of right answers, over "
          + "\(count(loss.answers, "answer")).")
    }
    return sentences.joined(separator: " ")
  }

  /// The same where the exam was named: `71 % (54–84)`.
  static func short(_ forecast: MockForecast) -> String {
    guard forecast.isReliable else { return "not enough data yet" }
    return probability(forecast) + interval(forecast)
  }

  /// A probability, no more exact than the forecast can be: near the ends it says only that much.
  private static func probability(_ forecast: MockForecast) -> String {
    switch forecast.probability {
    case ..<0.05: "less than 5 %"
    case 0.95...: "more than 95 %"
    default: Phrases.percent(forecast.probability)
    }
  }

  /// The interval behind it; nothing where the probability itself says only where it lies.
  private static func interval(_ forecast: MockForecast) -> String {
    (0.05..<0.95).contains(forecast.probability) ? " (\(range(forecast.interval)))" : ""
  }

  /// Too little is known for a forecast.
  static func notEnough(_ forecast: MockForecast) -> String {
    let needed = min(MockForecast.leastAnswered, forecast.questions)
    return forecast.answered < needed
      ? "Not enough data yet: \(forecast.answered) of its questions answered, of at least \(needed)."
      : "Not enough data yet: the answers allow anything from \(range(forecast.interval)) %."
  }

  static let readinessMeaning =
    "The chance of passing a mock exam drawn by these rules from these questions, not the vendor's "
    + "exam. In brackets: where it lies in eight of ten cases, given what your answers tell."

  /// The score of an exam, as a share of marks says it.
  static func score(_ share: Double, scale: ScoreScale) -> String {
    let score = scale.score(forShare: share, isPassed: share >= scale.cut)
    return "\(score)" + ExamResultWording.unit(of: scale)
  }

  // MARK: - Questions

  static let slippingAdvice =
    "Asking these more often won't help. Read what the notes say on the objective, put the reason "
    + "into your own words in a note, or look what they are mistaken for. 'Don't ask again' sets one "
    + "aside."
  static let trapsAdvice =
    "Wrong answers that you have chosen more than once, with the reason against each."
  package static let noneConfidentlyWrong =
    "No answer that you were certain of waits to be put right."
}
