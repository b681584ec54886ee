import ArgumentParser
import QuestionBankFormat

/// `swot bank schema`: what editors need to complete and check the files of banks and exams.
struct BankSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of banks or exams, for your editor.",
    discussion: """
      Editors with a YAML language server complete and check banks by it. 'swot bank new' puts it \
      beside what it makes. A first line such as this turns it on:

        # yaml-language-server: $schema=swot-bank.schema.json

      Example:

        swot bank schema > swot-bank.schema.json
      """)

  /// What a schema describes.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    /// A bank.
    case bank
    /// An exam.
    case exam
  }

  @Argument(help: "What the schema describes.")
  var kind = Kind.bank

  /// Prints the schema.
  func run() throws {
    try reportingFailures {
      let text = kind == .bank ? JSONSchema.bank : JSONSchema.exam
      try StandardStream.output.write(Array(text.utf8))
    }
  }
}
