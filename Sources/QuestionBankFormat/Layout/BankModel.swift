import PracticeCore

/// The keys of banks and what they mean.
enum BankModel {
  /// A bank's main file.
  static let bank = MappingModel(
    "bank", BankKey.self, required: [.format, .id, .title]
  ) { key in
    switch key {
    case .format:
      (.constant("swot-bank/\(FileKind.bankVersion)"), "Says that the file is a bank.")
    case .id: (.id, "The bank's id: the first part of its questions' full names. It never changes.")
    case .title: (.text(.line), "The subject, as learners read it.")
    case .description: (.text(.prose), "What the bank is about, in a sentence or two.")
    case .language: (.text(.word), "The language of the texts, such as en.")
    case .license: (.text(.word), "The licence of the texts, as an SPDX expression.")
    case .authors: (.list(.text(.line), isFlow: true), "Who wrote it.")
    case .reviewed:
      (.date, "The day somebody last compared the whole bank with its references.")
    case .references:
      (.names(.mapping(reference)), "The pages that questions rest on, by an id for each.")
    case .scenarios:
      (.names(.text(.prose)), "Texts that several questions share, by an id for each.")
    case .domains: (.list(.mapping(domain)), "The parts of the subject.")
    case .checks: (.mapping(checks), "Rules that don't apply to the bank, with the reason.")
    case .questions: (questions, "The questions. Further files of a bank hold nothing else.")
    }
  }

  /// A further file of a bank.
  static let part = MappingModel("part", PartKey.self, required: [.questions]) { key in
    switch key {
    case .questions: (questions, "The questions.")
    }
  }

  private enum PartKey: String, YAMLKey { case questions }

  private static let questions = ValueModel.list(.mapping(question))

  private static let reference = MappingModel(
    "reference", ReferenceKey.self, required: ReferenceKey.allCases
  ) { key in
    switch key {
    case .title: (.text(.line), "The page's title.")
    case .url: (.address, "The page's address.")
    }
  }

  private static let domain = MappingModel(
    "domain", DomainKey.self, required: [.id, .title]
  ) { key in
    switch key {
    case .id: (.id, "The domain's id; domains and objectives share one name space.")
    case .title: (.text(.line), "The domain's title.")
    case .weight:
      (
        .number(NumberModel(minimum: 0)),
        "The share of an exam: only the ratio to the other domains counts."
      )
    case .objectives:
      (.list(.mapping(objective)), "The smallest things that a learner can be told to study.")
    }
  }

  private static let objective = MappingModel(
    "objective", ObjectiveKey.self, required: ObjectiveKey.allCases
  ) { key in
    switch key {
    case .id: (.id, "The objective's id.")
    case .title: (.text(.line), "What one has to know or to be able to do.")
    }
  }

  /// A question.
  static let question = MappingModel(
    "question", QuestionKey.self, required: [.id, .stem],
    oneOf: [.choices, .match, .order, .answer], needs: [.distractors: .match]
  ) { key in
    let items = 1...AnswerFormat.maximumItems
    let several = 2...AnswerFormat.maximumItems
    return switch key {
    case .id: (.id, "The question's id. It never changes and is never used again.")
    case .objective: (.id, "The id of the objective that the question tests.")
    case .facts: (names, "The ids of the syllabus facts on which the key rests.")
    case .difficulty: (.oneOf(Difficulty.allCases.map(\.rawValue)), "How much it takes.")
    case .cognitive:
      (
        .oneOf(CognitiveLevel.allCases.map(\.rawValue)),
        "What the learner has to do with the knowledge."
      )
    case .scenario: (.id, "The id of a scenario that is read before the stem.")
    case .stem:
      (
        .text(.prose),
        "The text of the question. Blank lines part paragraphs, four blanks before a line make code."
      )
    case .choices:
      (
        .list(.mapping(choice), count: several),
        "The choices; one right makes it single choice, several multiple response."
      )
    case .match: (.list(.mapping(pair), count: items), "Prompts, each with its answer.")
    case .distractors:
      (.list(.text(.line), count: 0...AnswerFormat.maximumItems), "Answers that match nothing.")
    case .order:
      (
        .list(.text(.line), count: several),
        "The steps, in the right order; they are shown shuffled."
      )
    case .answer:
      (
        .list(.text(.line), isFlow: true, count: items),
        "What counts as right when it is typed, without regard to case and space around it."
      )
    case .takeaway: (.text(.folded), "The rule to remember.")
    case .references: (names, "The ids of the bank's references on which the question rests.")
    case .reviewed: (.date, "The day somebody compared it with its references.")
    case .tags: (.list(.text(.line), isFlow: true), "Labels of your own.")
    case .checks: (.mapping(checks), "Rules that don't apply to the question, with the reason.")
    }
  }

  private static let checks = MappingModel(
    "checks", ChecksKey.self, required: [.off]
  ) { key in
    switch key {
    case .off:
      (
        .either(.list(.id, isFlow: true), .names(.text(.line))),
        "The ids of the rules, or each rule with its reason."
      )
    case .reason: (.text(.line), "The reason for all of them.")
    }
  }

  private static let names = ValueModel.list(.id, isFlow: true)

  private static let choice = MappingModel(
    "choice", ChoiceKey.self, required: [], oneOf: [.right, .wrong]
  ) { key in
    switch key {
    case .right: (.text(.line), "A right choice.")
    case .wrong: (.text(.line), "A wrong choice.")
    case .why: (.text(.folded), "Why it is right or wrong, and when it would be right.")
    case .last: (.truth, "Whether it stays last when choices are shuffled.")
    }
  }

  private static let pair = MappingModel(
    "pair", MatchKey.self, required: [.prompt, .answer]
  ) { key in
    switch key {
    case .prompt: (.text(.line), "What is to be matched.")
    case .answer: (.text(.line), "The right answer.")
    case .why: (.text(.folded), "Why it belongs there.")
    }
  }
}
