import ArgumentParser
import PracticeCore
import ProgressStore
import TerminalUI

/// `swot progress reports`: the questions that the learner finds wrong.
struct ProgressReportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports",
    abstract: "List the questions that you reported, with what you said.",
    discussion: """
      A question is reported with '!' on its feedback, or with :report in plain lines. Send the list \
      to the authors of the bank.

      Example:

        swot progress reports
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: "How to print it.")
  var format = OutputFormat.text

  /// Prints the reports, the oldest first.
  func run() throws {
    try reportingFailures {
      let reports = try QuestionReport.all(in: try options.progressPaths())
      switch format {
      case .json: try StandardStream.output.write(Self.json(reports).bytes + [UInt8(ascii: "\n")])
      case .text: try PlainPrinter().print(Self.text(reports))
      }
    }
  }

  /// The reports, for programs.
  static func json(_ reports: [QuestionReport]) -> JSONValue {
    .array(
      reports.map { report in
        [
          "question": .string(report.question.description), "text": .string(report.text),
          "at": .string(report.time.at.iso8601),
        ]
      })
  }

  /// The reports, for people.
  static func text(_ reports: [QuestionReport]) -> [String] {
    guard !reports.isEmpty else { return ["You have reported no question."] }
    return TextTable.lines(
      reports.map { report in
        // In one line, whatever was typed.
        let text = report.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return [
          report.time.calendarDay.description, report.question.description, text,
        ]
      })
  }
}
