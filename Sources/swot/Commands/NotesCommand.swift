import ArgumentParser
import PracticeCore
import PracticeUI

/// `swot notes`: the study notes.
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Read the study notes.",
    discussion: """
      Without a terminal, or with --plain, prints them as text.

      Example:

        swot notes aws-iam IAM-ROOT
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "A bank, by id or path. (default: all)")
  var bank: String?

  @Argument(help: "An objective of that bank.")
  var objective: String?

  @Flag(help: "Print plain lines instead of opening a screen.")
  var plain = false

  /// Shows the notes.
  func run() throws {
    try reportingFailures {
      let setup = try PracticeSetup(
        options, banks: bank.map { [$0] } ?? [], opening: plain ? .notYet : .forScreens)
      let banks = setup.catalog.banks.filter { setup.named.isEmpty || setup.named.contains($0.id) }
      if let objective {
        let known = banks.flatMap { $0.notes.compactMap(\.objective) }
        guard known.contains(objective) else {
          throw UnknownName(what: "section of notes for", name: objective, known: known)
        }
      }
      let start = StartScreen.notes(bank: setup.named.first, objective: objective)
      try Practice(setup: setup, plain: plain).run(start) { _ in
        lines(banks, PlainText(charset: Practice.charset))
      }
    }
  }

  private func lines(_ banks: [QuestionBank], _ text: PlainText) -> [String] {
    var lines: [String] = []
    for bank in banks {
      let sections = bank.notes.filter { objective == nil || $0.objective == objective }
      guard !sections.isEmpty else { continue }
      if objective == nil { lines += ["\(text.line(bank.title)) (\(bank.id))", ""] }
      for section in sections { lines += text.notes(section) + [""] }
    }
    return lines.isEmpty ? ["There are no notes."] : lines.dropLast()
  }
}
