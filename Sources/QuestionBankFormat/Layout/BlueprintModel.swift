import PracticeCore

/// The keys of blueprints and what they mean.
enum BlueprintModel {
  /// A blueprint.
  static let blueprint = MappingModel(
    "exam", BlueprintKey.self,
    required: [.format, .id, .title, .questions, .minutes, .scale, .sections]
  ) { key in
    switch key {
    case .format:
      (.constant("swot-exam/\(FileKind.examVersion)"), "Says that the file is an exam.")
    case .id: (.id, "The exam's id, by which commands name it.")
    case .title: (.text(.line), "The title, as candidates read it.")
    case .description:
      (.text(.prose), "What the exam covers, what it doesn't, and who (not) set it.")
    case .questions:
      (count(from: 1), "How many questions a form holds, the unscored ones included.")
    case .unscored: (count(from: 0), "How many of them don't count; nobody can tell which.")
    case .minutes: (count(from: 1), "The time allowed, in minutes.")
    case .scale:
      (
        .either(.constant("percent"), .mapping(scale, isFlow: true)),
        "How the share of marks is reported: in percent, or on a scale."
      )
    case .pass:
      (
        .number(NumberModel(minimum: 0, maximum: 100)),
        "With 'scale: percent' the percentage at which passing begins."
      )
    case .scoring: (.oneOf(ScoringRule.allCases.map(\.rawValue)), "How one response is marked.")
    case .navigation: (.oneOf(ExamNavigation.allCases.map(\.rawValue)), "Where a candidate may go.")
    case .clock:
      (
        .oneOf(ExamClock.allCases.map(\.rawValue)),
        "What happens to the time when the exam is left."
      )
    case .sections:
      (
        .list(.mapping(section), count: 1...ReadingLimits.sections),
        "The parts of the form, in order."
      )
    }
  }

  private static func count(from minimum: Double) -> ValueModel {
    .number(NumberModel(isWhole: true, minimum: minimum))
  }

  private static let scale = MappingModel(
    "scale", ScaleKey.self, required: ScaleKey.allCases
  ) { key in
    let whole = ValueModel.number(NumberModel(isWhole: true))
    return switch key {
    case .from: (whole, "The score of nothing right.")
    case .to: (whole, "The score of all right.")
    case .pass: (whole, "The score at which passing begins.")
    case .cut:
      (
        .number(NumberModel(minimum: 0, maximum: 1)),
        "The share of marks that is reported as 'pass'."
      )
    }
  }

  private static let section = MappingModel(
    "section", SectionKey.self, required: SectionKey.allCases
  ) { key in
    switch key {
    case .title: (.text(.line), "The title, as the score report shows it.")
    case .weight:
      (
        .number(NumberModel(minimum: 0, isAboveMinimum: true)),
        "The share of the form: only the ratio to the other sections counts."
      )
    case .from:
      (
        .list(.text(.word), isFlow: true, count: 1...ReadingLimits.listEntries),
        "Where questions are drawn from: a bank, bank/domain or bank/objective."
      )
    }
  }
}
