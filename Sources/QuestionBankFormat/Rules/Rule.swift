/// The rules that banks, blueprints and notes are checked by; the raw value is the stable id.
package enum Rule: String, CaseIterable, Sendable {
  // Characters
  case invalidUTF8 = "invalid-utf8"
  case controlCharacter = "control-character"
  case bidirectionalCharacter = "bidirectional-character"
  case tab = "tab"

  // YAML
  case yamlSyntax = "yaml-syntax"
  case emptyFile = "empty-file"
  case secondDocument = "second-document"
  case directive = "directive"
  case anchor = "anchor"
  case alias = "alias"
  case tag = "tag"
  case mergeKey = "merge-key"
  case complexKey = "complex-key"
  case nestingTooDeep = "nesting-too-deep"

  // Keys and values
  case unknownKey = "unknown-key"
  case duplicateKey = "duplicate-key"
  case missingKey = "missing-key"
  case misplacedKey = "misplaced-key"
  case wrongKind = "wrong-kind"
  case emptyText = "empty-text"
  case emptyValue = "empty-value"
  case invalidID = "invalid-id"
  case invalidDate = "invalid-date"
  case invalidNumber = "invalid-number"
  case invalidValue = "invalid-value"
  case invalidURL = "invalid-url"
  case outOfRange = "out-of-range"
  case unknownFormat = "unknown-format"
  case newerFormat = "newer-format"

  // Names within a bank
  case duplicateID = "duplicate-id"
  case unknownObjective = "unknown-objective"
  case unknownReference = "unknown-reference"
  case unknownScenario = "unknown-scenario"
  case unusedReference = "unused-reference"
  case unusedScenario = "unused-scenario"

  // Answers
  case answerKind = "answer-kind"
  case rightOrWrong = "right-or-wrong"
  case noRightChoice = "no-right-choice"
  case noWrongChoice = "no-wrong-choice"
  case tooFewItems = "too-few-items"
  case tooManyItems = "too-many-items"
  case duplicateChoice = "duplicate-choice"
  case duplicatePrompt = "duplicate-prompt"
  case duplicateStep = "duplicate-step"
  case duplicateAnswer = "duplicate-answer"
  case duplicateDistractor = "duplicate-distractor"
  case severalLast = "several-last"

  // What is missing
  case incompleteBank = "incomplete-bank"
  case incompleteQuestion = "incomplete-question"
  case missingObjective = "missing-objective"
  case missingReference = "missing-reference"
  case missingRationale = "missing-rationale"

  // How choices are written
  case keyLongest = "key-longest"
  case unevenChoices = "uneven-choices"
  case unorderedNumbers = "unordered-numbers"
  case convergence = "convergence"
  case allOfTheAbove = "all-of-the-above"
  case noneOfTheAbove = "none-of-the-above"
  case choiceByLetter = "choice-by-letter"
  case absoluteTerm = "absolute-term"
  case vagueTerm = "vague-term"

  // How stems and other answers are written
  case unmarkedNegative = "unmarked-negative"
  case chooseCount = "choose-count"
  case stemWordInKey = "stem-word-in-key"
  case answerInStem = "answer-in-stem"
  case orderGivenAway = "order-given-away"

  // Banks as a whole
  case keyPosition = "key-position"
  case keyOftenLongest = "key-often-longest"
  case nearDuplicate = "near-duplicate"
  case unevenCoverage = "uneven-coverage"
  case untestedObjective = "untested-objective"
  case staleReview = "stale-review"
  case suspiciousURL = "suspicious-url"

  // Exceptions
  case unknownRule = "unknown-rule"
  case essentialRule = "essential-rule"
  case unexplainedException = "unexplained-exception"
  case unusedException = "unused-exception"

  // Blueprints
  case unknownBank = "unknown-bank"
  case shortSection = "short-section"

  // Notes
  case unclosedCode = "unclosed-code"

  // The reader itself
  case tooManyDiagnostics = "too-many-diagnostics"

  /// How bad it is to break the rule.
  package var severity: Diagnostic.Severity {
    switch self {
    case .emptyValue, .unusedReference, .unusedScenario, .duplicateAnswer, .severalLast,
      .incompleteBank, .incompleteQuestion, .missingObjective, .missingReference,
      .missingRationale, .unclosedCode,
      .keyLongest, .unevenChoices, .unorderedNumbers, .convergence, .allOfTheAbove,
      .noneOfTheAbove, .choiceByLetter, .absoluteTerm, .vagueTerm,
      .unmarkedNegative, .chooseCount, .stemWordInKey, .answerInStem, .orderGivenAway,
      .keyPosition, .keyOftenLongest, .nearDuplicate, .unevenCoverage, .untestedObjective,
      .staleReview, .suspiciousURL, .unexplainedException, .unusedException, .shortSection:
      .warning
    default: .error
    }
  }
  /// Whether a bank can switch it off: warnings about its content only.
  package var canBeSwitchedOff: Bool {
    switch self {
    case .unexplainedException, .unusedException, .shortSection: false
    default: severity == .warning
    }
  }
}
