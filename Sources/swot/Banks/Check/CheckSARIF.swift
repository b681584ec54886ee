import ArgumentParser
import PracticeCore
import QuestionBankFormat
import TerminalUI

/// The result of a check in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS),
/// which code hosts and editors read.
struct CheckSARIF {
  private let check: BankCheck
  private let paths: RepositoryPath
  private var lines: [String: SourceLines] = [:]

  /// Takes a result.
  init(_ check: BankCheck, paths: RepositoryPath = RepositoryPath()) {
    self.check = check
    self.paths = paths
    lines = Dictionary(
      check.files.map { ($0.name, SourceLines($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The whole log.
  var json: JSONValue {
    [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "swot", "version": .string(Swot.configuration.version),
              "rules": .array(RuleCatalogue.all.map(Self.rule)),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "invocations": [["executionSuccessful": true]],
          "results": .array(results),
        ]
      ],
    ]
  }

  // MARK: - Rules

  private static func rule(_ description: RuleDescription) -> JSONValue {
    let text = summary(description.summary)
    let id = description.rule.rawValue
    let help = """
      \(description.summary)

      ```yaml
      \(description.triggering.unmarked)
      ```

      Instead:

      ```yaml
      \(description.nonTriggering.unmarked)
      ```
      """
    return [
      "id": .string(id),
      "name": .string(id.split(separator: "-").map(\.capitalizedASCII).joined()),
      "shortDescription": ["text": .string(text)],
      "fullDescription": ["text": .string(description.summary)],
      "help": ["text": .string(description.summary), "markdown": .string(help)],
      "defaultConfiguration": ["level": .string(description.rule.severity.rawValue)],
    ]
  }

  /// The first sentence.
  private static func summary(_ text: String) -> String {
    var end = text.startIndex
    while let stop = text[end...].firstIndex(of: ".") {
      end = text.index(after: stop)
      if end == text.endIndex || text[end] == " " { return String(text[..<end]) }
    }
    return text
  }

  // MARK: - Results

  private var results: [JSONValue] {
    let indices = Dictionary(
      RuleCatalogue.all.enumerated().map { ($1.rule.rawValue, $0) },
      uniquingKeysWith: { first, _ in first })
    var seen: [String: Int] = [:]
    /// A fingerprint for each finding of those that look alike.
    func fingerprint(_ parts: [String]) -> JSONValue {
      var hash = FNV1a()
      for part in parts { hash.combine(part) }
      let digits = hash.digits
      seen[digits, default: 0] += 1
      return .string("\(digits):\(seen[digits, default: 1])")
    }
    return check.findings.map { finding in
      let diagnostic = finding.diagnostic
      let line = trimmedLine(at: diagnostic.location)
      let file = paths.relative(diagnostic.location.file)
      return [
        "ruleId": .string(diagnostic.rule),
        "ruleIndex": indices[diagnostic.rule].map { .int($0) } ?? -1,
        "level": .string(diagnostic.severity.rawValue),
        "message": ["text": .string(message(of: diagnostic))],
        "locations": [location(diagnostic.location, message: nil, id: nil)],
        "relatedLocations": .array(
          diagnostic.notes.enumerated().compactMap { index, note in
            note.location.map { location($0, message: note.message, id: index) }
          }),
        // What the line says, or the question's name, in the place of the line's number: other
        // lines may come and go before it.
        "partialFingerprints": [
          "primaryLocationLineHash": fingerprint(["line", file, diagnostic.rule, line]),
          "swotFinding/v1": fingerprint(
            ["question", diagnostic.rule, finding.question?.description ?? file + "\n" + line]),
        ],
      ]
    }
  }

  private func message(of diagnostic: Diagnostic) -> String {
    let suggestion = diagnostic.suggestion.map { "; did you mean '\($0)'?" } ?? ""
    return DisplayText.sanitized(diagnostic.message + suggestion)
  }

  private func location(_ place: SourceLocation, message: String?, id: Int?) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let id { members.append(.init(name: "id", value: .int(id))) }
    members.append(
      .init(
        name: "physicalLocation",
        value: [
          "artifactLocation": ["uri": .string(paths.uri(place.file))],
          "region": ["startLine": .int(place.line), "startColumn": .int(place.column)],
        ]))
    if let message {
      members.append(
        .init(name: "message", value: ["text": .string(DisplayText.sanitized(message))]))
    }
    return .object(members)
  }

  /// The line at a place, without its indentation and end.
  private func trimmedLine(at place: SourceLocation) -> String {
    let excerpt = lines[place.file]?.excerpt(line: place.line, column: 1, width: 500)
    let text = excerpt.map { $0.after } ?? ""
    return text.split(separator: " ").joined(separator: " ")
  }
}

extension Substring {
  /// The word with its first letter as a capital.
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
