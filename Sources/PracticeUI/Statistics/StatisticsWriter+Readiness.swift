import PracticeCore
import TerminalUI

extension StatisticsWriter {
  var readiness: Section? {
    guard !statistics.readiness.isEmpty else { return nil }
    var blocks: [Block] = []
    for exam in statistics.readiness { blocks += self.blocks(of: exam) }
    blocks.append(.text(StatisticsWording.readinessMeaning))
    blocks += record
    blocks += past
    return Section(id: "readiness", title: "Readiness", blocks: blocks)
  }

  private func blocks(of exam: ExamReadiness) -> [Block] {
    var facts = [
      StatisticsReport.Fact(
        name: "Today", value: StatisticsWording.likely(exam.today, scale: exam.scale))
    ]
    if exam.today.isReliable {
      facts.append(
        .init(
          name: "Score",
          value: "about \(StatisticsWording.score(exam.today.share, scale: exam.scale)) "
            + "(\(StatisticsWording.score(exam.today.shares.lowerBound, scale: exam.scale))–"
            + "\(StatisticsWording.score(exam.today.shares.upperBound, scale: exam.scale)))"))
    }
    if let lastMock = exam.lastMock {
      facts.append(
        .init(
          name: "Last mock",
          value: StatisticsWording.short(lastMock) + " today, with questions new to you"))
    }
    if let day = exam.day, let without = exam.withoutStudy, let with = exam.withStudy,
      exam.today.isReliable
    {
      facts += [
        .init(
          name: Phrases.date(day),
          value: "\(StatisticsWording.short(with)) if you do each day what is asked"),
        .init(name: "", value: "\(StatisticsWording.short(without)) if you study no more"),
      ]
    }
    facts.append(
      .init(
        name: "Rests on",
        value:
          "\(exam.today.answered) of \(StatisticsWording.count(exam.today.questions, "question")) "
          + "answered"))
    return [.heading(exam.title + (exam.isGoal ? " (your exam)" : "")), .facts(facts)]
  }

  /// The days that were studied for, with what was forecast and what was said afterwards.
  private var past: [Block] {
    let told = statistics.pastGoals.filter { $0.goal.result.map { $0 != .unsaid } ?? false }
    guard !told.isEmpty else { return [] }
    return [
      .table(
        .init(
          caption: "What you said of the real exams, beside the forecast of a mock for that day",
          header: ["Exam", "Forecast", "Real"],
          rows: told.map { past in
            [
              [
                past.goal.date.map { Phrases.date($0, withYear: true) },
                past.goal.exam.map { id in
                  statistics.readiness.first { $0.exam == id }?.title ?? id
                },
              ].compactMap { $0 }.joined(separator: " "),
              past.forecast.map(StatisticsWording.short) ?? "no data",
              past.goal.result.map(GoalResultWording.result) ?? "",
            ]
          }, numbers: []))
    ]
  }

  /// How many mock exams are named at most.
  private static let mostMocks = 12

  /// How forecasts have come out.
  private var record: [Block] {
    let record = statistics.record
    guard !record.exams.isEmpty else {
      return [
        .text("No mock exam has been sat yet, so no forecast could be checked against a result.")
      ]
    }
    let shown = record.exams.suffix(Self.mostMocks)
    var blocks: [Block] = [
      .table(
        .init(
          caption: "What was forecast when each mock exam began, and what came of it; "
            + (shown.count < record.exams.count ? "the last \(shown.count) of " : "")
            + Phrases.counted(record.exams.count, "exam"),
          header: ["Exam", "Forecast", "Score", "Real", ""],
          rows: shown.map { exam in
            let scale = exam.outcome?.scale
            let forecast = exam.forecast.flatMap { $0.isReliable ? $0 : nil }
            return [
              "\(Phrases.dayAndMonth(exam.startedAt.calendarDay)) \(exam.start.title)",
              forecast.map { StatisticsWording.short($0) } ?? "no data",
              forecast.flatMap { forecast in
                scale.map { StatisticsWording.score(forecast.share, scale: $0) }
              } ?? "",
              exam.outcome.map { ExamResultWording.score($0.score, on: $0.scale) } ?? "",
              exam.outcome.map { $0.score.isPassed ? "passed" : "not passed" } ?? "",
            ]
          }, numbers: [2, 3]))
    ]
    blocks.append(.text(StatisticsWording.judgement(of: record)))
    return blocks
  }
}
