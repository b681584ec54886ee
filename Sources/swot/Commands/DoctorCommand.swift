import ArgumentParser
import NcursesTerminal
import PracticeCore
import TerminalUI

/// `swot doctor`: what could keep Swot from working well, and how to mend it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine this machine and your data, and say what to mend.",
    discussion: """
      Looks at terminal, locale, clock, folders, rights, disk, journals, backups, settings and \
      banks. Changes nothing. The exit status is 1 where something keeps Swot from working as it \
      should.

      Example:

        swot doctor --format json
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: "How to print it.")
  var format = OutputFormat.text

  /// Prints what was found.
  func run() throws {
    try reportingFailures {
      let terminal = TerminalReport()
      let findings = try findings(.process, terminal)
      switch format {
      case .json:
        try StandardStream.output.write(Self.json(findings).bytes + [UInt8(ascii: "\n")])
      case .text: try PlainPrinter().print(Self.text(findings, terminal))
      }
      if findings.contains(where: { $0.verdict == .problem }) { throw ExitStatus.failure.code }
    }
  }

  private func findings(_ environment: Environment, _ terminal: TerminalReport) throws -> [Finding]
  {
    var findings: [Finding] = [.ok("Swot", "version \(Swot.configuration.version)")]
    findings += TerminalExamination(terminal, environment).findings
    findings.append(
      LocaleExamination(charset: terminal.capabilities.charset, environment).finding)
    let clock = Result { () throws(ClockSettingProblem) in
      try Clock.named(environment["SWOT_CLOCK"])
    }
    findings += ClockExamination(environment).findings(clock.map(\.now))
    let paths = try options.dataFolder().paths(environment)
    findings += FolderExamination(paths).findings
    let now = (try? clock.get()) ?? .system
    let banks = BankExamination(options, asOf: now.now.calendarDay)
    let data = DataExamination(
      paths, now: now.now, places: OpenPractice.rescuePlaces(paths, environment))
    // Where only some banks are asked for, the others are not missing.
    findings += data.findings(banks: options.noBuiltinBanks ? nil : banks.ids)
    return findings + SettingsExamination(environment).findings + banks.findings
  }

  /// The lines that are printed, no wider than the terminal where there is one.
  static func text(_ findings: [Finding], _ terminal: TerminalReport) -> [String] {
    let columns = terminal.size?.columns
    let charset = terminal.capabilities.charset
    func wrap(_ text: String, hanging: Int) -> [String] {
      let line = DisplayText.sanitized(text, charset: charset)
      guard let columns else { return [line] }
      return TextWrapping.wrap(Line(line), columns: columns, hanging: hanging).map(\.text)
    }
    let lines = findings.flatMap { finding in
      let verdict =
        switch finding.verdict {
        case .ok: "ok     "
        case .note: "note   "
        case .problem: "PROBLEM"
        }
      return wrap("\(verdict)  \(finding.subject): \(finding.text)", hanging: 9)
        + finding.remedies.enumerated().flatMap { index, remedy in
          let start = index == 0 ? "to mend: " : "         "
          return wrap("           \(start)\(remedy)", hanging: 20)
        }
    }
    return lines + [""] + wrap(summary(findings), hanging: 0)
  }

  private static func summary(_ findings: [Finding]) -> String {
    let problems = findings.count { $0.verdict == .problem }
    let notes = findings.count { $0.verdict == .note }
    switch (problems, notes) {
    case (0, 0): return "All is well."
    case (0, _): return "Swot works; \(counted(notes, "note")) above."
    default:
      return "\(counted(problems, "problem")) and \(counted(notes, "note")): see \"to mend\" above."
    }
  }

  private static func json(_ findings: [Finding]) -> JSONValue {
    [
      "problems": .int(findings.count { $0.verdict == .problem }),
      "notes": .int(findings.count { $0.verdict == .note }),
      "findings": .array(
        findings.map { finding in
          [
            "subject": .string(finding.subject), "verdict": .string(finding.verdict.rawValue),
            "text": .string(finding.text), "remedies": .array(finding.remedies.map { .string($0) }),
          ]
        }),
    ]
  }
}
