import PracticeCore
import TerminalUI

/// Puts statistics into words, section by section.
struct StatisticsWriter {
  typealias Section = StatisticsReport.Section
  typealias Block = StatisticsReport.Block
  typealias Fact = StatisticsReport.Fact

  /// The numbers.
  let statistics: LearnerStatistics
  /// Whether what only the curious ask for comes too.
  let details: Bool
  /// The banks at hand.
  let catalog: QuestionCatalog

  private var day: CalendarDate { statistics.time.studyDay }

  // MARK: - Overview

  var overview: Section {
    let today = statistics.days[day]?.activity ?? DayActivity()
    var facts = [
      Fact(
        name: "Answers",
        value: "\(StatisticsWording.grouped(statistics.answers)), "
          + "\(percent(statistics.right, of: statistics.answers)) right")
    ]
    if today.answers > 0 {
      facts.append(
        Fact(
          name: "Today", value: "\(today.answers), \(percent(today.right, of: today.answers)) right"
        ))
    }
    let streak = statistics.streak
    facts += [
      Fact(
        name: "In a row",
        value: Phrases.counted(streak.current, "day")
          + (streak.current > 0 && !streak.includesToday ? " up to yesterday" : "")
          + (streak.longest > streak.current ? ", the longest \(streak.longest)" : "")),
      Fact(
        name: "Time spent", value: Phrases.duration(milliseconds: statistics.milliseconds)),
      Fact(name: "Time left", value: timeLeft),
    ]
    return Section(id: "overview", title: "Overview", blocks: [.facts(facts)])
  }

  private var timeLeft: String {
    let left = statistics.timeLeft
    guard left.answers > 0 else { return "nothing is due or new" }
    return "about \(Phrases.duration(milliseconds: left.milliseconds)) for "
      + "\(StatisticsWording.count(left.answers, "question")): due within 30 days, or new"
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    whole > 0 ? Phrases.percent(Double(part) / Double(whole)) : "none"
  }

  // MARK: - Coming days

  var coming: Section? {
    let forecast = statistics.forecast
    guard forecast.days.contains(where: { $0 > 0 }) || forecast.new > 0 else { return nil }
    func columns(_ days: Int, grouped: Int) -> Block {
      let values = forecast.days.prefix(days)
      let total = values.reduce(0, +)
      return .columns(
        .init(
          caption: "Reviews due each day for \(days) days, "
            + "\(StatisticsWording.count(total, "question"))",
          values: values.map(Double.init),
          labels: (0..<days).map { Phrases.dayAndMonth(day.advanced(byDays: $0)) }, unit: "day",
          mostGrouped: grouped, marks: forecast.limits.prefix(days).map { $0.map(Double.init) },
          markLabel: limitLabel))
    }
    var text = "Each review stands on the day on which it is due, those overdue on today"
    text += forecast.overdue > 0 ? " (\(forecast.overdue))." : "."
    let limited = zip(forecast.days, forecast.limits).prefix(30)
    if limited.contains(where: { $1 != nil }) {
      let over = limited.count { count, limit in limit.map { count > $0 } ?? false }
      text +=
        over > 0
        ? " \(Phrases.counted(over, "day")) of the next 30 \(over == 1 ? "asks" : "ask") more than "
          + "your limit; what is too much waits for days with room."
        : " No day of the next 30 asks more than your limit."
    }
    if forecast.new > 0 { text += " New: \(StatisticsWording.count(forecast.new, "question"))." }
    if forecast.later > 0 { text += " Due later: \(StatisticsWording.grouped(forecast.later))." }
    return Section(
      id: "coming", title: "Coming days",
      blocks: [columns(30, grouped: 1), columns(90, grouped: 7), .text(text)])
  }

  /// The limit of the coming days, and until when it holds: `your limit of 30 a day until Sat 12 Dec`;
  /// empty where there is none.
  private var limitLabel: String {
    let limits = statistics.forecast.limits
    guard let limit = limits[0] else { return "" }
    guard let end = limits.firstIndex(where: { $0 != limit }) else {
      return "your limit of \(limit) a day"
    }
    return "your limit of \(limit) a day until \(Phrases.date(day.advanced(byDays: end - 1)))"
      + (limits[end].map { ", then \($0)" } ?? "")
  }

  // MARK: - Activity

  var activity: Section? {
    // The week of today and the 52 before it.
    let monday = day.advanced(byDays: 1 - day.weekday)
    let start = monday.advanced(byDays: -52 * 7)
    let count = day.daysSince1970 - start.daysSince1970 + 1
    let values = (0..<count).map {
      statistics.days[start.advanced(byDays: $0)]?.activity.answers ?? 0
    }
    let total = values.reduce(0, +)
    guard total > 0 else { return nil }
    let active = values.count { $0 > 0 }
    let busiest = values.indices.max { values[$0] < values[$1] } ?? 0
    return Section(
      id: "activity", title: "A year of study",
      blocks: [
        .calendar(
          .init(
            caption: "Answers a day, \(StatisticsWording.count(total, "answer")) on "
              + Phrases.counted(active, "day"),
            start: start, values: values)),
        .text(
          "The busiest day was \(Phrases.date(start.advanced(byDays: busiest), withYear: true)): "
            + "\(StatisticsWording.count(values[busiest], "answer"))."),
      ])
  }

  // MARK: - Recall over time

  /// How many weeks a curve of recall shows.
  private static let weeks = 26
  /// From how many reviews on a week has a point.
  private static let leastInWeek = 5

  var recall: Section? {
    var weeks = [PredictionTally](repeating: PredictionTally(), count: Self.weeks)
    for (date, content) in statistics.days {
      let ago = day.daysSince1970 - date.daysSince1970
      guard ago >= 0, ago < Self.weeks * 7 else { continue }
      weeks[Self.weeks - 1 - ago / 7] += content.predictions
    }
    let reviews = weeks.reduce(0) { $0 + $1.reviews }
    let title = "Remembered over time"
    let points = weeks.enumerated().filter { $0.element.reviews >= Self.leastInWeek }
    guard points.count > 1 else {
      return Section(
        id: "recall", title: title,
        blocks: [
          .text(
            "Not enough weeks with reviews yet: \(points.count) of at least 2 that have "
              + "\(Self.leastInWeek) reviews of questions met on an earlier day.")
        ])
    }
    func x(_ week: Int) -> Double { Double(week) / Double(Self.weeks - 1) }
    // Most of what is remembered lies in the upper half.
    let lowest = points.compactMap { $0.element.recalledShare.share }.min() ?? 0
    let floor = lowest >= 0.5 ? 0.5 : 0
    func y(_ share: Double) -> Double { (share - floor) / (1 - floor) }
    let curve = CurvePlot(
      points: points.map { .init(x: x($0.offset), y: y($0.element.recalledShare.share ?? 0)) },
      reference: points.map { .init(x: x($0.offset), y: y($0.element.meanPrediction ?? 0)) },
      top: "100 %", bottom: floor > 0 ? "50 %" : "0 %",
      first: Phrases.dayAndMonth(day.advanced(byDays: 1 - Self.weeks * 7)),
      last: Phrases.dayAndMonth(day))
    let all = weeks.reduce(into: PredictionTally()) { $0 += $1 }
    return Section(
      id: "recall", title: title,
      blocks: [
        .curve(
          .init(
            caption: "Reviews remembered, in per cent by week for \(Self.weeks) weeks, of "
              + StatisticsWording.count(reviews, "review"),
            plot: curve,
            points: points.map { week, tally in
              "\(Phrases.dayAndMonth(day.advanced(byDays: 1 - (Self.weeks - week) * 7))): "
                + "\(StatisticsWording.share(tally.recalledShare)) of \(tally.reviews)"
            },
            referenceLabel: "what was predicted")),
        .text(
          "Remembered: \(StatisticsWording.share(all.recalledShare)), predicted "
            + "\(all.meanPrediction.map(Phrases.percent) ?? "none"). A right answer by a stated guess "
            + "is not remembered. In brackets: where the true share lies in 19 of 20 cases."),
      ])
  }

  // MARK: - Mastery

  var mastery: Section? {
    guard !statistics.subjects.isEmpty else { return nil }
    var bars: [StatisticsReport.Bars.Bar] = []
    var rows: [[String]] = []
    func name(_ part: SubjectMastery.Part, _ rest: String) -> String {
      part.title ?? part.id ?? rest
    }
    for subject in statistics.subjects where subject.whole.seen > 0 {
      bars.append(
        .init(
          label: name(subject.whole, ""), share: subject.whole.mastery,
          value: Phrases.percent(subject.whole.mastery)))
      for domain in subject.domains {
        bars.append(
          .init(
            label: name(domain.whole, "Other questions"), share: domain.whole.mastery,
            value: Phrases.percent(domain.whole.mastery), level: 1))
        for part in domain.objectives.isEmpty ? [domain.whole] : domain.objectives {
          rows.append([
            name(part, "Other questions"), "\(part.seen)/\(part.questions)",
            part.recall.map(Phrases.percent) ?? "none", Phrases.percent(part.mastery),
          ])
        }
      }
    }
    guard !bars.isEmpty else { return nil }
    let whole = statistics.subjects.filter { $0.whole.seen > 0 }
    let questions = whole.reduce(0) { $0 + $1.whole.questions }
    return Section(
      id: "mastery", title: "Mastery",
      blocks: [
        .bars(
          .init(
            caption: "Questions that you are likely to remember now, in per cent of "
              + "\(StatisticsWording.count(questions, "question")); those not met count as "
              + "forgotten",
            bars: bars)),
        .table(
          .init(
            caption: "By objective: questions seen, what is remembered of those learnt, and of all",
            header: ["Objective", "Seen", "Learnt", "All"], rows: rows, numbers: [1, 2, 3])),
      ])
  }

  // MARK: - Predicted and real

  var predictions: Section? {
    let fit = statistics.fit
    let title = "Predicted and real"
    guard fit.reviews >= StatisticsWording.least else {
      return Section(
        id: "predictions", title: title,
        blocks: [
          .text(
            StatisticsWording.notEnough(
              fit.reviews, "reviews of questions met on an earlier day"))
        ])
    }
    let bins = fit.bins.filter { $0.reviews > 0 }
    let told = bins.filter { $0.reviews >= 5 }
    let all = bins.reduce(into: PredictionTally()) { $0 += $1 }
    let caption =
      "Right answers for each predicted chance of remembering, in per cent, of "
      + StatisticsWording.count(fit.reviews, "review")
    var blocks: [Block] = []
    if told.count > 1 {
      blocks.append(
        .curve(
          .init(
            caption: caption,
            plot: CurvePlot(
              points: told.map {
                .init(x: $0.meanPrediction ?? 0, y: $0.rightShare.share ?? 0)
              }, isJoined: false,
              reference: stride(from: 0, through: 1, by: 0.02).map { .init(x: $0, y: $0) },
              top: "100 %", bottom: "0 %", first: "predicted 0 %", last: "100 %"),
            points: told.map { bin in
              "predicted \(bin.meanPrediction.map(Phrases.percent) ?? "none"): "
                + "\(StatisticsWording.share(bin.rightShare)) right of \(StatisticsWording.grouped(bin.reviews))"
            }, referenceLabel: "as predicted")))
    }
    blocks.append(
      .table(
        .init(
          caption: told.count > 1
            ? "The same in numbers; Guesses: what should be right with lucky guesses" : caption,
          header: ["Predicted", "Reviews", "Kept", "Right", "Guesses"],
          rows: bins.map { bin in
            [
              bin.meanPrediction.map(Phrases.percent) ?? "none",
              StatisticsWording.grouped(bin.reviews),
              bin.recalledShare.share.map(Phrases.percent) ?? "none",
              bin.rightShare.share.map(Phrases.percent) ?? "none",
              bin.meanExpectedRight.map(Phrases.percent) ?? "none",
            ]
          }, numbers: [0, 1, 2, 3, 4])))
    blocks.append(
      .text(
        "Predicted: \(all.meanPrediction.map(Phrases.percent) ?? "none") remembered and, with lucky "
          + "guesses, \(all.meanExpectedRight.map(Phrases.percent) ?? "none") right. Real: "
          + "\(StatisticsWording.share(all.recalledShare)) remembered (Kept: rated better than "
          + "again), \(StatisticsWording.share(all.rightShare)) right."))
    if !details, let offer { blocks.append(offer) }
    return Section(id: "predictions", title: title, blocks: blocks)
  }
}
