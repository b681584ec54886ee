package import PracticeCore

extension BankWriter {
  /// The text of a file that holds `blueprint`.
  ///
  /// Reading it gives the blueprint again, as far as its texts and numbers are ones that a file can
  /// hold (``carried(_:)``).
  package static func text(of blueprint: Blueprint) -> String {
    func value(_ text: String) -> LayoutNode { .text(text, .value) }
    let scale: LayoutNode
    var pass: LayoutNode?
    switch blueprint.scale {
    case .percent(let share):
      scale = .text("percent", .word)
      pass = value(decimal(share))
    case .scaled(let from, let to, let mark, let cut):
      scale = .mapping(
        [
          "from": value("\(from)"), "to": value("\(to)"), "pass": value("\(mark)"),
          "cut": value(decimal(cut)),
        ], isFlow: true)
    }
    let sections = blueprint.sections.map { section in
      LayoutNode.mapping([
        "title": .text(CarriedText.of(section.title), .line),
        "weight": value(decimal(section.weight)), "from": .flow(section.from),
      ])
    }
    return LayoutPrinter.print(
      .mapping([
        "format": .text("swot-exam/\(FileKind.examVersion)", .word),
        "id": .text(blueprint.id, .word),
        "title": .text(CarriedText.of(blueprint.title), .line),
        "description": blueprint.description.map { .text(CarriedText.of($0), .prose) },
        "questions": value("\(blueprint.questions)"),
        "unscored": blueprint.unscored > 0 ? value("\(blueprint.unscored)") : nil,
        "minutes": value("\(blueprint.minutes)"),
        "scale": scale,
        "pass": pass,
        "scoring": .text(blueprint.scoring.rawValue, .word),
        "navigation": .text(blueprint.navigation.rawValue, .word),
        "clock": .text(blueprint.clock.rawValue, .word),
        "sections": .list(sections),
      ]))
  }
}
