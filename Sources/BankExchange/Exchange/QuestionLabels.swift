package import PracticeCore

/// Labels that carry what a format with nothing but tags has no place for.
///
/// `difficulty:advanced`, `cognitive:apply`, `domain:IAM-D1`, `objective:IAM-ROOT`,
/// `fact:IAM-ROOT-03`, `reference:iam-guide`, `reviewed:2026-11-23`, `kind:order`; everything else
/// is a tag of the author's, with `tag:` in front where it would be taken for one of these.
package struct QuestionLabels: Equatable, Sendable {
  /// How much the question takes.
  package var difficulty: Difficulty?
  /// What the learner has to do with the knowledge.
  package var cognitiveLevel: CognitiveLevel?
  /// The id of the domain.
  package var domain: String?
  /// The id of the objective.
  package var objective: String?
  /// Ids of syllabus facts.
  package var facts: [String] = []
  /// Ids of references.
  package var references: [String] = []
  /// The day of the last review.
  package var reviewed: CalendarDate?
  /// The kind, where the question is written as one of another kind.
  package var kind: QuestionKind?
  /// The author's own.
  package var tags: [String] = []

  /// The labels of a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - bank: Its bank, which says to what domain the objective belongs.
  package init(_ question: Question, in bank: QuestionBank) {
    difficulty = question.difficulty
    cognitiveLevel = question.cognitiveLevel
    objective = question.objective
    if let objective {
      domain = bank.domains.first { $0.objectives.contains { $0.id == objective } }?.id
    }
    facts = question.facts
    references = question.references
    reviewed = question.reviewed
    tags = question.tags
  }

  /// What labels of a file say.
  package init(reading labels: some Sequence<String>) {
    for label in labels { read(label) }
  }

  private mutating func read(_ label: String) {
    guard let colon = label.firstIndex(of: ":") else { return tags.append(label) }
    let value = String(label[label.index(after: colon)...])
    let isID = Identifier.isValid(value) && value.utf8.count <= ImportLimits.idBytes
    switch label[..<colon] {
    case "difficulty":
      if difficulty == nil, let level = Difficulty(rawValue: value) {
        difficulty = level
        return
      }
    case "cognitive":
      if cognitiveLevel == nil, let level = CognitiveLevel(rawValue: value) {
        cognitiveLevel = level
        return
      }
    case "domain":
      if domain == nil, isID {
        domain = value
        return
      }
    case "objective":
      if objective == nil, isID {
        objective = value
        return
      }
    case "fact": if isID { return facts.append(value) }
    case "reference": if isID { return references.append(value) }
    case "reviewed":
      if reviewed == nil, let day = CalendarDate(value) {
        reviewed = day
        return
      }
    case "kind":
      if kind == nil, let kind = QuestionKind(rawValue: value) {
        self.kind = kind
        return
      }
    case "tag": return tags.append(value)
    default: break
    }
    tags.append(label)
  }

  /// The labels as texts.
  package var texts: [String] {
    var texts: [String] = []
    if let difficulty { texts.append("difficulty:\(difficulty.rawValue)") }
    if let cognitiveLevel { texts.append("cognitive:\(cognitiveLevel.rawValue)") }
    if let domain { texts.append("domain:\(domain)") }
    if let objective { texts.append("objective:\(objective)") }
    texts += facts.map { "fact:\($0)" }
    texts += references.map { "reference:\($0)" }
    if let reviewed { texts.append("reviewed:\(reviewed)") }
    if let kind { texts.append("kind:\(kind.rawValue)") }
    return texts + tags.map { Self.meansMore($0) ? "tag:\($0)" : $0 }
  }

  /// Whether a tag of the author's reads like one of these labels.
  private static func meansMore(_ tag: String) -> Bool {
    guard let colon = tag.firstIndex(of: ":") else { return false }
    return [
      "difficulty", "cognitive", "domain", "objective", "fact", "reference", "reviewed", "kind",
      "tag",
    ].contains(tag[..<colon])
  }
}
