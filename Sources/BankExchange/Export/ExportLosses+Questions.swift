package import PracticeCore
import QuestionBankFormat

extension ExportLosses {
  /// Notes that the scenario of the question with this index stands in front of its stem.
  package mutating func noteScenario(ofQuestion index: Int) {
    note(
      .scenario, ofQuestion: index, at: .scenario,
      "the text of the scenario stands in front of the stem")
  }

  /// Notes a choice that would stay last.
  package mutating func noteLast(
    of choices: [Choice], ofQuestion index: Int, _ consequence: String
  ) {
    for (number, choice) in choices.enumerated() where choice.staysLast {
      note(
        .last, ofQuestion: index, at: .item(number), "this choice stays last: \(consequence)")
    }
  }

  /// Notes the rationales of pairs.
  package mutating func noteRationales(
    of pairs: [MatchPair], ofQuestion index: Int, _ consequence: String
  ) {
    for (number, pair) in pairs.enumerated() where pair.why != nil {
      note(.rationale, ofQuestion: index, at: .why(number), "the rationale: \(consequence)")
    }
  }

  /// Notes objectives that no question has, where a format knows only those that one has.
  package mutating func noteUnusedObjectives(of bank: QuestionBank) {
    let used = Set(bank.questions.compactMap(\.objective))
    let unused = bank.domains.flatMap(\.objectives).count { !used.contains($0.id) }
    let empty = bank.domains.count { $0.objectives.isEmpty }
    if unused + empty > 0 {
      note(.domains, "domains and objectives without questions (\(unused + empty)) are left out")
    }
  }
}
