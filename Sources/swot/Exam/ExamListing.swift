import PracticeCore

/// The form that a seed draws, as `swot exam --list` prints it.
struct ExamListing {
  private let paper: ExamPaper

  /// Takes a form.
  init(_ paper: ExamPaper) { self.paper = paper }

  /// The document for programs.
  var json: JSONValue {
    [
      "blueprint": .string(paper.blueprint.id), "seed": .unsigned(paper.seed),
      "questions": .array(
        paper.items.enumerated().map { index, item in
          [
            "number": .int(index + 1), "question": .string("\(item.question.id)"),
            "section": .string(section(of: item)), "order": .array(item.order.map { .int($0) }),
          ]
        }),
    ]
  }

  /// The lines for people, which may hold anything that stands in a bank.
  var lines: [String] {
    let blueprint = paper.blueprint
    let head =
      "\(blueprint.title): \(ExamWording.counted(paper.items.count, "question")), "
      + "\(ExamWording.counted(blueprint.minutes, "minute")), seed \(paper.seed)"
    let rows = paper.items.enumerated().map { index, item in
      [
        "\(index + 1)", "\(item.question.id)", section(of: item),
        // One line, however the author broke it.
        Drawing.short(
          item.question.stem.split(whereSeparator: \.isWhitespace).joined(separator: " "),
          columns: 60),
      ]
    }
    return [head, ""] + TextTable.lines(rows, rightAligned: [0])
  }

  private func section(of item: ExamPaper.Item) -> String {
    let sections = paper.blueprint.sections
    return sections.indices.contains(item.section) ? sections[item.section].title : ""
  }
}
