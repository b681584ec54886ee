extension ExamPaper {
  /// Sixteen hex digits that are the same for all who sit the same form by the same rules.
  ///
  /// They cover what is asked and how it counts: of the blueprint the id, the numbers of questions
  /// and minutes, the scale, and the rules for marks, navigation and clock; of each section weight
  /// and sources; of each question its name, its revision, the order in which its items stand, its
  /// section, and whether it counts. They don't cover the seed, which leads to the same form or
  /// doesn't, nor what was new to whom, nor titles, rationales and references.
  ///
  /// A fingerprint against mix-ups, not against forgery.
  package var fingerprint: String {
    var hash = FNV1a()
    hash.combine("swot-exam-paper/1")
    hash.combine(blueprint.id)
    for number in [blueprint.questions, blueprint.unscored, blueprint.minutes] {
      hash.combine(String(number))
    }
    switch blueprint.scale {
    case .percent(let pass): hash.combine("percent \(pass)")
    case .scaled(let from, let to, let pass, let cut):
      hash.combine("\(from) \(to) \(pass) \(cut)")
    }
    hash.combine(blueprint.scoring.rawValue)
    hash.combine(blueprint.navigation.rawValue)
    hash.combine(blueprint.clock.rawValue)
    for section in blueprint.sections {
      hash.combine("section \(section.weight)")
      for source in section.from { hash.combine(source) }
    }
    for item in items {
      hash.combine("item \(item.question.id)")
      hash.combine(item.question.revision.description)
      hash.combine(item.order.description)
      hash.combine("\(item.section) \(item.isScored)")
    }
    return hash.digits
  }
}
