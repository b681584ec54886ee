/// All rules with what the documentation says of them.
package enum RuleCatalogue {
  /// A part of the catalogue.
  package struct Chapter: Sendable {
    /// The heading.
    package let title: String
    /// The rules, in the order in which the documentation lists them.
    package let rules: [RuleDescription]
  }

  /// The catalogue in the order of the documentation.
  package static let chapters = [
    Chapter(title: "Characters", rules: characters),
    Chapter(title: "YAML", rules: yaml),
    Chapter(title: "Keys and values", rules: values),
    Chapter(title: "Formats", rules: formats),
    Chapter(title: "Names", rules: names),
    Chapter(title: "Answers", rules: answers),
    Chapter(title: "What is missing", rules: completeness),
    Chapter(title: "How choices are written", rules: choices),
    Chapter(title: "How stems and other answers are written", rules: stems),
    Chapter(title: "Banks as a whole", rules: banks),
    Chapter(title: "Exceptions", rules: exceptions),
    Chapter(title: "Exams and notes", rules: others),
  ]

  /// All rules, in the order of the documentation.
  package static var all: [RuleDescription] { chapters.flatMap(\.rules) }
}
