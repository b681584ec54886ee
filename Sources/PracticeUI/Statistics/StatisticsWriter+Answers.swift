import FSRS
import PracticeCore
import TerminalUI

extension StatisticsWriter {
  /// How many questions a list names.
  private static let mostListed = 10

  private func item(_ id: QuestionID, _ remarks: [String]) -> StatisticsReport.QuestionItem {
    let stem = catalog[id]?.stem ?? ""
    let words = stem.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var text = String(words.prefix(160))
    if text.utf8.count < words.utf8.count {
      // Cut behind a word.
      if let end = text.lastIndex(of: " ") { text = String(text[..<end]) }
      text += " …"
    }
    return .init(name: id.description, text: text, remarks: remarks)
  }

  private func objectiveTitle(of id: QuestionID) -> String? {
    guard let question = catalog[id], let objective = question.objective else { return nil }
    return catalog.bank(of: id)?.objective(objective)?.title ?? objective
  }

  // MARK: - Confidence

  var confidence: Section? {
    let calibration = statistics.calibration
    let title = "Certain, unsure, guess"
    guard calibration.all.stated > 0 else {
      return Section(
        id: "confidence", title: title,
        blocks: [
          .text(
            "You have not said yet how sure you were. Submit with c (certain), u (unsure) or g "
              + "(guess) to see here how far your certainty can be trusted.")
        ])
    }
    let all = calibration.all
    var blocks: [Block] = []
    if !calibration.confidentlyWrong.isEmpty {
      let wrong = calibration.confidentlyWrong
      blocks.append(
        .text(
          "Wrong though you were certain: \(StatisticsWording.count(wrong.count, "question")), and "
            + "not right on a later day since. What one is sure of, one doesn't look up: these "
            + "first."))
      blocks.append(
        .questions(
          wrong.prefix(Self.mostListed).map { entry in
            item(
              entry.question,
              [
                Phrases.counted(entry.times, "time")
                  + ", last on \(Phrases.date(entry.at.calendarDay))",
                objectiveTitle(of: entry.question),
              ].compactMap { $0 })
          }))
      if wrong.count > Self.mostListed {
        blocks.append(.text("And \(wrong.count - Self.mostListed) more."))
      }
    } else {
      blocks.append(.text(StatisticsWording.noneConfidentlyWrong))
    }
    let bars = [("certain", all.certain), ("unsure", all.unsure), ("guess", all.guess)]
    blocks.append(
      .bars(
        .init(
          caption: "Right answers by what you said beforehand, in per cent of "
            + StatisticsWording.count(all.stated, "answer"),
          bars: bars.compactMap { name, count in
            count.total > 0
              ? .init(
                label: name, share: count.rightShare.share ?? 0,
                value: "\(StatisticsWording.share(count.rightShare)) of "
                  + StatisticsWording.grouped(count.total)) : nil
          })))
    let objectives = calibration.objectives.filter { $0.certain.total > 0 }
    if !objectives.isEmpty {
      blocks.append(
        .table(
          .init(
            caption: "How often certain was right, by objective; those wrong most often first",
            header: ["Objective", "Certain", "Right", "95 %"],
            rows: objectives.map { row in
              [
                row.title ?? row.objective ?? "Other questions of \(row.bank)",
                StatisticsWording.grouped(row.certain.total),
                row.certain.rightShare.share.map(Phrases.percent) ?? "none",
                StatisticsWording.range(row.certain.rightShare.interval),
              ]
            }, numbers: [1, 2, 3])))
    }
    return Section(id: "confidence", title: title, blocks: blocks)
  }

  // MARK: - Traps

  var traps: Section? {
    let traps = statistics.calibration.traps
    guard !traps.isEmpty else { return nil }
    return Section(
      id: "traps", title: "Wrong answers that catch you",
      blocks: [
        .text(StatisticsWording.trapsAdvice),
        .questions(
          traps.prefix(Self.mostListed).map { trap in
            item(
              trap.question,
              [
                taken(trap),
                trap.why.map { "But: \($0)" },
              ].compactMap { $0 })
          }),
      ])
  }

  /// How often a wrong item was taken, and which.
  private func taken(_ trap: Calibration.Trap) -> String {
    "\(Phrases.counted(trap.times, "time")): " + (trap.prompt.map { "\($0) → " } ?? "") + trap.text
  }

  // MARK: - What keeps slipping

  /// The command that shows the notes on a question's objective; nil where there are none.
  private func reading(on id: QuestionID) -> String? {
    guard let objective = catalog[id]?.objective, let bank = catalog.bank(of: id),
      bank.notes.contains(where: { $0.objective == objective })
    else { return nil }
    return "to read: swot notes \(bank.id) \(objective)"
  }

  var slipping: Section? {
    let slipping = statistics.slipping
    guard !slipping.isEmpty else { return nil }
    var blocks: [Block] = [
      .text(
        "\(StatisticsWording.count(slipping.count, "question")) forgotten at least "
          + "\(QuestionProgress.slippingLapses) times. " + StatisticsWording.slippingAdvice),
      .questions(
        slipping.prefix(Self.mostListed).map { entry in
          item(
            entry.question,
            [
              "forgotten \(Phrases.counted(entry.lapses, "time"))"
                + (entry.isSuspended ? ", set aside" : ""),
              entry.takenFor.map { "taken for it \(taken($0))" },
              objectiveTitle(of: entry.question),
              reading(on: entry.question),
            ].compactMap { $0 })
        }),
    ]
    if slipping.count > Self.mostListed {
      blocks.append(.text("And \(slipping.count - Self.mostListed) more."))
    }
    return Section(id: "slipping", title: "What keeps slipping", blocks: blocks)
  }

  // MARK: - Details

  var memories: Section? {
    let figures = statistics.memories
    guard figures.count > 0 else { return nil }
    let bounds = MemoryFigures.stabilityBounds.map { Int($0) }
    let labels = bounds.enumerated().map { place, bound in
      place == 0 ? "under \(bound) d" : "\(bounds[place - 1])–\(bound) d"
    }
    let last = bounds.last ?? 0
    func bars(_ labels: [String], _ counts: [Int]) -> [StatisticsReport.Bars.Bar] {
      // The longest bar is the greatest count: each is to be compared with the others.
      let most = Double(max(1, counts.max() ?? 0))
      return zip(labels, counts).map { label, count in
        .init(
          label: label, share: Double(count) / most,
          value: "\(count), \(Phrases.percent(Double(count) / Double(figures.count)))")
      }
    }
    return Section(
      id: "memories", title: "Stability and difficulty",
      blocks: [
        .bars(
          .init(
            caption: "Stability: days until a question is remembered nine times in ten, of "
              + StatisticsWording.count(figures.count, "question"),
            bars: bars(labels + ["over \(last) d"], figures.stabilities))),
        .bars(
          .init(
            caption: "Difficulty: how hard a question is to keep, 1 to 10, of "
              + StatisticsWording.count(figures.count, "question"),
            bars: bars((1...9).map { "\($0)–\($0 + 1)" }, figures.difficulties))),
      ])
  }

  var hours: Section? {
    let total = statistics.hours.reduce(0) { $0 + $1.total }
    guard total > 0 else { return nil }
    let told = statistics.hours.enumerated().filter {
      $0.element.total >= StatisticsWording.least
    }
    var blocks: [Block] = [
      .columns(
        .init(
          caption: "Answers by the hour of the day, \(StatisticsWording.count(total, "answer"))",
          values: statistics.hours.map { Double($0.total) },
          labels: (0..<24).map { "\($0):00" }, unit: "hour"))
    ]
    if !told.isEmpty {
      blocks.append(
        .table(
          .init(
            caption:
              "Right answers by the hour, where there are \(StatisticsWording.least) or more",
            header: ["Hour", "Answers", "Right", "95 %"],
            rows: told.map { hour, count in
              [
                "\(hour):00", StatisticsWording.grouped(count.total),
                count.rightShare.share.map(Phrases.percent) ?? "none",
                StatisticsWording.range(count.rightShare.interval),
              ]
            }, numbers: [0, 1, 2, 3])))
    }
    return Section(id: "hours", title: "Time of day", blocks: blocks)
  }

  var model: Section? {
    let fit = statistics.fit
    var facts = [
      StatisticsReport.Fact(
        name: "Model",
        value: MemoryModels.title(of: statistics.model)
          + (statistics.hasOwnParameters ? ", your own weights" : ", default weights"))
    ]
    if let loss = fit.logLoss, let distance = fit.rootMeanSquare,
      fit.reviews >= StatisticsWording.least
    {
      facts += [
        .init(
          name: "Log loss",
          value: "\(StatisticsWording.decimal(loss, 4)) over "
            + StatisticsWording.count(fit.reviews, "review")),
        .init(
          name: "Off by",
          value: "\(StatisticsWording.decimal(distance * 100, 2)) % by predicted chance"),
      ]
    } else {
      facts.append(
        .init(
          name: "Log loss", value: StatisticsWording.notEnough(fit.reviews, "reviews")))
    }
    return Section(
      id: "model", title: "Memory model",
      blocks: [
        .facts(facts),
        .text(
          "Log loss: how surprised the model was by what you remembered; 0 would be never. Always "
            + "expecting one half gives 0.6931. Reviews of questions met on an earlier day count."),
      ] + [offer].compactMap { $0 })
  }

  /// Says that another memory model predicts better, and how to change to it.
  var offer: Block? {
    statistics.betterModel.map {
      .text(StatisticsWording.offer($0, insteadOf: statistics.model))
    }
  }
}
