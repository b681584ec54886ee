import ArgumentParser
import PracticeCore
import ProgressStore
import TerminalUI

/// `swot progress verify`: whether the journals are whole, and the forms of exams.
struct ProgressVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Examine every line of your journals, and your exams.",
    discussion: """
      Reads all journals byte by byte and names the file and the line of whatever is damaged, \
      missing or there twice with different content, and the exams whose form is missing or \
      damaged. Nothing is changed. All other lines count. The status is 65 where something was found.

      Example:

        swot progress verify --format json
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: "How to print it.")
  var format = OutputFormat.text

  /// Prints what was found.
  func run() throws {
    try reportingFailures {
      let found = try ProgressVerification(of: try options.progressPaths())
      switch format {
      case .json: try StandardStream.output.write(Self.json(found).bytes + [UInt8(ascii: "\n")])
      case .text: try PlainPrinter().print(Self.text(found))
      }
      if !found.isSound { throw ExitStatus.badData.code }
    }
  }

  /// What was found, for programs.
  static func json(_ found: ProgressVerification) -> JSONValue {
    [
      "journals": .int(found.journals), "events": .int(found.events),
      "damaged": .array(
        found.damaged.map { damaged in
          [
            "file": .string(damaged.path), "line": .int(damaged.line),
            "reason": .string("\(damaged.damage)"),
          ]
        }),
      "conflicts": .array(
        found.conflicts.map { conflict in
          [
            "writer": .string(conflict.id.writer), "seq": .int(conflict.id.sequence),
            "file": .string(conflict.file), "line": .int(conflict.line),
          ]
        }),
      "missing": .array(
        found.missing.flatMap { missing in
          missing.numbers.map { numbers -> JSONValue in
            [
              "writer": .string(missing.writer), "from": .int(numbers.lowerBound),
              "to": .int(numbers.upperBound),
            ]
          }
        }),
      "newer": .array(
        found.newer.map { newer in
          [
            "file": .string(newer.path), "line": .int(newer.line), "version": .int(newer.version),
          ]
        }),
      "unreadable": .array(
        found.unreadable.map { error in
          ["file": .string(error.path), "reason": .string(error.reason)]
        }),
      "exams": .array(
        found.papers.map { paper in
          [
            "attempt": .string(paper.attempt.description), "file": .string(paper.path),
            "reason": .string(reason(paper)),
          ]
        }),
    ]
  }

  /// Why the form of an attempt can't be read.
  private static func reason(_ paper: LostPaper) -> String {
    paper.isMissing
      ? "'\(paper.path)' is missing: the form of attempt \(paper.attempt)" : "\(paper.reason)"
  }

  /// What was found, for people.
  static func text(_ found: ProgressVerification) -> [String] {
    let journals = counted(found.journals, "journal")
    let events = counted(found.events, "event")
    var lines = found.damaged.map { "\($0.path):\($0.line): \($0.damage)" }
    if found.furtherDamaged > 0 {
      lines.append("and \(counted(found.furtherDamaged, "more damaged line"))")
    }
    lines += found.conflicts.map {
      "\($0.file):\($0.line): event \($0.id.sequence) of writer \($0.id.writer) differs from "
        + "another of that number; both count"
    }
    lines += found.missing.flatMap { missing in
      missing.numbers.map { numbers in
        let range =
          numbers.count == 1
          ? "event \(numbers.lowerBound)" : "events \(numbers.lowerBound) to \(numbers.upperBound)"
        return "\(range) of writer \(missing.writer) \(numbers.count == 1 ? "is" : "are") missing"
      }
    }
    lines += found.newer.map {
      "\($0.path):\($0.line): written by a newer version of swot (format \($0.version)): "
        + "not read"
    }
    lines += found.unreadable.map { "\($0)" }
    lines += found.papers.map(reason)
    guard !found.isSound else { return ["\(journals), \(events): all is whole."] }
    let problems = found.damaged.count + found.furtherDamaged + found.conflicts.count
    let rest = found.missing.reduce(0) { $0 + $1.total } + found.newer.count
    let count = counted(problems + rest + found.unreadable.count + found.papers.count, "problem")
    lines.append("\(journals), \(events), \(count).")
    if !found.damaged.isEmpty || !found.missing.isEmpty || !found.papers.isEmpty {
      lines.append("What a backup still has comes back with: swot progress restore")
    }
    return lines.map { DisplayText.sanitized($0) }
  }
}
