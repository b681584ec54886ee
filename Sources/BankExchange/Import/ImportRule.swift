package import QuestionBankFormat

/// What files in other formats are checked for; the raw value is the stable id.
package enum ImportRule: String, CaseIterable, Sendable {
  /// The file is larger than is read, or holds more questions.
  case tooLarge = "import-too-large"
  /// The file is not text in UTF-8 (or, with a byte order mark, UTF-16).
  case encoding = "import-encoding"
  /// An archive is damaged, made to deceive, or lacks a file.
  case archive = "import-archive"
  /// Something breaks the syntax of the format.
  case syntax = "import-syntax"
  /// A question lacks its text or its answers.
  case incomplete = "import-incomplete"
  /// A question has more choices, prompts, steps or answers than fit.
  case tooManyItems = "import-too-many-items"
  /// No choice is right, or none is wrong.
  case key = "import-key"
  /// The same choice, prompt or step stands twice.
  case duplicate = "import-duplicate"
  /// A value is none of those that are allowed.
  case value = "import-value"
  /// There is no question in the file.
  case nothing = "import-nothing"
  /// More was found than is kept.
  case tooMany = "import-too-many-diagnostics"

  /// How bad it is.
  package var severity: Diagnostic.Severity {
    switch self {
    case .value: .warning
    default: .error
    }
  }
}
