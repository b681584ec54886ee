import BankExchange
import QuestionBankFormat
import TerminalUI

/// What is said of a conversion: what is wrong, what was lost, and how many questions there are.
struct ConversionReport {
  private let conversion: BankConversion
  private let output: String
  private let listsAll: Bool

  /// How many losses of a kind are listed.
  static let listed = 10

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - conversion: The conversion.
  ///   - output: Where the bank went.
  ///   - listsAll: Whether all losses are listed, however many.
  init(_ conversion: BankConversion, output: String, listsAll: Bool = false) {
    self.conversion = conversion
    self.output = output
    self.listsAll = listsAll
  }

  /// Prints the report on standard error.
  func print() throws(WriteFailure) {
    // An archive has no lines to show.
    let files = conversion.files.filter { !ZipArchive.isArchive($0.bytes) }
    var printer = DiagnosticPrinter(files: files)
    try printer.print(conversion.diagnostics)
    for line in lossLines { try StandardStream.error.writeLine(line) }
    try StandardStream.error.writeLine(summary)
  }

  /// The list of losses, a line for each; none where nothing is lost.
  var lossLines: [String] {
    guard !conversion.losses.isEmpty else { return [] }
    var lines = ["\(conversion.target.title) cannot carry all:"]
    if conversion.target == .swot { lines = ["Swot has no place for all:"] }
    var counts: [ExchangeLoss.Kind: Int] = [:]
    for loss in conversion.losses {
      counts[loss.kind, default: 0] += 1
      if listsAll || counts[loss.kind, default: 0] <= Self.listed { lines.append(Self.line(loss)) }
    }
    guard !listsAll else { return lines }
    for kind in ExchangeLoss.Kind.allCases {
      let more = counts[kind, default: 0] - Self.listed
      if more > 0 { lines.append("and \(more) more [\(kind.rawValue)]; --all lists them") }
    }
    return lines
  }

  private static func line(_ loss: ExchangeLoss) -> String {
    let place = loss.location.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    let question = loss.question.map { "\($0): " } ?? ""
    return DisplayText.sanitized("\(place)\(question)\(loss.message) [\(loss.kind.rawValue)]")
  }

  /// What was done, in one line.
  var summary: String {
    let formats = "from \(conversion.source.title) to \(conversion.target.title)"
    let found = conversion.questionCount
    let questions = "\(found) question\(found == 1 ? "" : "s")"
    let results = [
      conversion.diagnostics.isEmpty ? nil : DiagnosticPrinter.count(of: conversion.diagnostics),
      conversion.losses.isEmpty
        ? nil : "\(conversion.losses.count) loss\(conversion.losses.count == 1 ? "" : "es")",
    ].compactMap { $0 }
    let result = results.isEmpty ? "nothing lost" : results.joined(separator: ", ")
    guard conversion.bytes != nil else {
      return "Nothing converted \(formats), nothing written: \(result)."
    }
    let share =
      conversion.writtenCount == found ? questions : "\(conversion.writtenCount) of \(questions)"
    let place = output == "-" ? "" : ", in '\(DisplayText.sanitized(output))'"
    return "Converted \(share) \(formats)\(place): \(result)."
  }

  /// The report for programs.
  var json: JSONValue {
    let diagnostics = conversion.diagnostics
    let errors = diagnostics.count { $0.severity == .error }
    return [
      "from": .string(conversion.source.rawValue), "to": .string(conversion.target.rawValue),
      "questions": .int(conversion.questionCount), "written": .int(conversion.writtenCount),
      "errors": .int(errors), "warnings": .int(diagnostics.count - errors),
      "diagnostics": .array(
        diagnostics.map { diagnostic in
          [
            "severity": .string(diagnostic.severity.rawValue), "rule": .string(diagnostic.rule),
            "message": .string(diagnostic.message), "file": .string(diagnostic.location.file),
            "line": .int(diagnostic.location.line), "column": .int(diagnostic.location.column),
          ]
        }),
      "losses": .array(
        conversion.losses.map { loss in
          [
            "kind": .string(loss.kind.rawValue),
            "question": loss.question.map { .string($0) } ?? nil,
            "message": .string(loss.message),
            "file": loss.location.map { .string($0.file) } ?? nil,
            "line": loss.location.map { .int($0.line) } ?? nil,
            "column": loss.location.map { .int($0.column) } ?? nil,
          ]
        }),
    ]
  }
}
