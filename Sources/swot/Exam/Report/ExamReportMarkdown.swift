import PracticeCore

/// A report as Markdown.
struct ExamReportMarkdown {
  private let report: ExamReport

  /// Makes the Markdown of a report.
  init(_ report: ExamReport) { self.report = report }

  /// The text.
  var text: String {
    (head + sections + studyNext + trend + questions).joined(separator: "\n") + "\n"
  }

  private func inline(_ text: String) -> String { MarkdownText.inline(text) }

  private var head: [String] {
    let outcome = report.exam.outcome
    let score = ExamReportWording.score(outcome.score.scaled, on: outcome.scale)
    var lines = [
      "# \(inline(report.exam.start.title))", "",
      "**\(ExamReportWording.verdict(outcome.score)): \(score)**", "",
      "\(ExamReportWording.scale(outcome.scale)) \(ExamReportWording.caution(outcome.scale))", "",
    ]
    lines += MarkdownText.table(
      ["What", "Value"], report.facts.map { [inline($0.name), inline($0.value)] })
    if !report.marksAgree { lines += ["", ExamReportWording.otherMarks] }
    return lines
  }

  private var sections: [String] {
    let sections = report.exam.outcome.score.sections
    guard !sections.isEmpty else { return [] }
    return ["", "## Sections", ""]
      + MarkdownText.table(
        ["Section", "Right", "Share", "Standard"],
        sections.map { section in
          [
            inline(section.title), "\(section.right) of \(section.questions)",
            ExamReportWording.percent(section.share), ExamReportWording.standard(section),
          ]
        }, rightAligned: [1, 2])
  }

  private var studyNext: [String] {
    var lines: [String] = []
    if !report.objectives.isEmpty {
      lines += ["", "## Study next", ""]
      lines += report.objectives.enumerated().map {
        "\($0 + 1). \(inline(ExamReport.text($1)))"
      }
    }
    if !report.slowest.isEmpty {
      lines += ["", "## Slowest questions", ""]
      lines += MarkdownText.table(
        ["Question", "Time", "Verdict"],
        report.slowest.map { number in
          let question = report.questions[number - 1]
          return [
            "\(number)", ClockText.length(milliseconds: question.sheet.milliseconds),
            ExamReportWording.verdict(question.verdict),
          ]
        }, rightAligned: [0, 1])
    }
    return lines
  }

  private var trend: [String] {
    guard report.attempts.count > 1 else { return [] }
    return ["", "## Attempts so far", ""]
      + MarkdownText.table(
        ["Date", "Score", "Verdict"],
        report.attempts.map { attempt in
          [
            attempt.finishedAt.calendarDay.description,
            ExamReportWording.score(attempt.score.scaled, on: attempt.scale),
            ExamReportWording.verdict(attempt.score),
          ]
        }, rightAligned: [1])
  }

  // MARK: - Questions

  private var questions: [String] {
    ["", "## Questions"] + report.questions.flatMap(lines(of:))
  }

  private func lines(of question: ReportedQuestion) -> [String] {
    let item = question.item
    let facts = ExamReportWording.facts(question).joined(separator: ", ")
    var lines = [
      "", "### Question \(question.number): \(ExamReportWording.verdict(question.verdict))", "",
      inline(
        "\(item.question.id)"
          + (item.objectiveTitle.map { " · \($0)" } ?? "") + " · \(facts)"),
    ]
    if let scenario = item.scenario {
      lines += [""] + MarkdownText.lines(scenario, indent: "> ").map { $0.isEmpty ? ">" : $0 }
    }
    lines += [""] + MarkdownText.lines(item.question.stem) + [""] + items(of: question)
    if let takeaway = item.question.takeaway {
      lines += ["", "**Take-away**", ""] + MarkdownText.lines(takeaway)
    }
    if !item.references.isEmpty {
      lines += ["", "**Read**", ""]
      lines += item.references.map { "- \(MarkdownText.link($0.title, to: $0.url))" }
    }
    return lines
  }

  private func items(of question: ReportedQuestion) -> [String] {
    switch question.items {
    case .choices(let choices):
      return choices.enumerated().flatMap { index, choice in
        let tags = ExamReportWording.tags(choice, isAnswered: question.sheet.response != nil)
          .map { "**\($0.text)** " }.joined()
        return self.item(index + 1, tags, choice.text, choice.why)
      }
    case .match(let prompts, let unused):
      var lines = prompts.enumerated().flatMap { index, prompt in
        item(
          index + 1, "**\(prompt.isRight ? "✓" : "✗")** ", prompt.text,
          matched(prompt) + (prompt.why.map { "\n\n\($0)" } ?? ""))
      }
      lines += unused.flatMap { ["", "Matches nothing: \(inline($0))"] }
      return lines
    case .order(let steps):
      return steps.enumerated().flatMap { index, step in
        item(index + 1, "", step.text, placed(step, at: index + 1))
      }
    case .typed(let text, let accepted):
      return [
        "Yours: \(text.map(inline) ?? "none")", "",
        "Right: \(accepted.map(inline).joined(separator: ", or "))",
      ]
    }
  }

  private func matched(_ prompt: ReportedQuestion.Prompt) -> String {
    if prompt.isRight { return "Yours, and right: \(prompt.right)" }
    return "Yours: \(prompt.given ?? "none"). Right: \(prompt.right)"
  }

  private func placed(_ step: ReportedQuestion.Step, at place: Int) -> String? {
    step.given.map { $0 == place ? "✓ yours too" : "✗ yours was place \($0)" }
  }

  /// An item of a list, with what is said of it below.
  private func item(_ number: Int, _ tags: String, _ text: String, _ why: String?) -> [String] {
    let mark = "\(number). "
    let indent = String(repeating: " ", count: mark.count)
    var lines = MarkdownText.lines(text, indent: indent)
    let first = lines.first.map { String($0.dropFirst(indent.count)) } ?? ""
    if lines.isEmpty || first.hasPrefix("```") || first.hasPrefix("- ") {
      // A list or code can't begin in the line of the number beside a word.
      lines = ["\(mark)\(tags.isEmpty ? "\\ " : tags)", ""] + lines
    } else {
      lines[0] = mark + tags + first
    }
    if let why { lines += [""] + MarkdownText.lines(why, indent: indent) }
    return lines
  }
}
