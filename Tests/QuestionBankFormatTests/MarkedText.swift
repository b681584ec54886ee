import QuestionBankFormat
import Testing

/// A text in which emoji (1️⃣, 2️⃣ …) mark places, as swift-format's tests have it: the text shows
/// where something is expected.
struct MarkedText {
  /// The text without its marks.
  let text: String
  /// The line and column behind each mark, both from 1, by the digit of the mark.
  let places: [Int: (line: Int, column: Int)]

  /// Takes the marks out of `marked`.
  init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var places: [Int: (line: Int, column: Int)] = [:]
    var (line, column) = (1, 1)
    let scalars = Array(marked.unicodeScalars)
    var index = 0
    while index < scalars.count {
      // A mark is a digit, a variation selector and a keycap.
      if index + 2 < scalars.count, scalars[index + 1] == "\u{fe0f}",
        scalars[index + 2] == "\u{20e3}"
      {
        places[Int(scalars[index].value) - 0x30] = (line, column)
        index += 3
        continue
      }
      text.append(scalars[index])
      if scalars[index] == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
      index += 1
    }
    self.text = String(text)
    self.places = places
  }
}

/// What is expected at a mark.
struct Finding {
  let mark: Int
  let rule: Rule
  let message: String?
  let suggestion: String?
  /// The marks of the notes.
  let notes: [Int]

  /// Makes an expectation; where no message is given, any will do.
  init(
    _ mark: Int, _ rule: Rule, _ message: String? = nil, suggestion: String? = nil,
    notes: [Int] = []
  ) {
    self.mark = mark
    self.rule = rule
    self.message = message
    self.suggestion = suggestion
    self.notes = notes
  }
}

/// Checks that the diagnostics with `severity` among `diagnostics` are those expected, in order.
func expect(
  _ diagnostics: [Diagnostic], in marked: MarkedText, are expected: [Finding],
  severity: Diagnostic.Severity = .error,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let found = diagnostics.filter { $0.severity == severity }
  #expect(
    found.map(\.rule) == expected.map(\.rule.rawValue), "\(found)", sourceLocation: sourceLocation)
  for (diagnostic, finding) in zip(found, expected) {
    let place = marked.places[finding.mark]
    #expect(
      diagnostic.location.line == place?.line && diagnostic.location.column == place?.column,
      "mark \(finding.mark) is at \(String(describing: place)): \(diagnostic)",
      sourceLocation: sourceLocation)
    if let message = finding.message {
      #expect(diagnostic.message == message, sourceLocation: sourceLocation)
    }
    #expect(
      diagnostic.suggestion == finding.suggestion, "\(diagnostic)", sourceLocation: sourceLocation)
    #expect(
      diagnostic.notes.map(\.location?.line) == finding.notes.map { marked.places[$0]?.line }
        && diagnostic.notes.map(\.location?.column)
          == finding.notes.map { marked.places[$0]?.column },
      "\(diagnostic.notes)", sourceLocation: sourceLocation)
  }
}

/// Reads `marked` as a bank in one file and checks its errors.
func expectErrors(
  _ marked: String, _ expected: [Finding],
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  let (_, diagnostics) = QuestionBankReader.read([
    SourceFile(name: "bank.yaml", text: text.text)
  ])
  expect(diagnostics, in: text, are: expected, sourceLocation: sourceLocation)
}
