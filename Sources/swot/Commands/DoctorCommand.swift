import ArgumentParser
import NcursesTerminal
import PracticeCore
import PracticeUI
import QuestionBankFormat
import TerminalUI

/// `swot doctor`: what could keep Swot from working well, and how to mend it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine terminal, locale, folders and banks, and say what to mend.",
    discussion: """
      Changes nothing. The exit status is 1 where something keeps Swot from working as it should.

      Example:

        swot doctor
      """)

  @OptionGroup var options: CommonOptions

  /// Prints what was found.
  func run() throws {
    try reportingFailures {
      let environment = Environment.process
      let findings = try findings(environment)
      for finding in findings {
        let verdict =
          finding.verdict == .ok ? "ok     " : finding.verdict == .note ? "note   " : "PROBLEM"
        try StandardStream.output.writeLine("\(verdict)  \(finding.subject): \(finding.text)")
        for remedy in finding.remedies {
          try StandardStream.output.writeLine("           to mend: \(remedy)")
        }
      }
      if findings.contains(where: { $0.verdict == .problem }) { throw ExitStatus.failure.code }
    }
  }

  private func findings(_ environment: Environment) throws -> [Finding] {
    var findings: [Finding] = [.ok("Swot", "version \(Swot.configuration.version)")]
    findings += TerminalExamination(TerminalReport(), environment).findings
    let clock: Clock
    do {
      clock = try .named(environment["SWOT_CLOCK"])
      findings.append(Self.examine(clock.now, isSet: environment["SWOT_CLOCK"] != nil))
    } catch {
      clock = .system
      findings.append(.problem("Clock", "\(error)", mend: "unset SWOT_CLOCK"))
    }
    findings +=
      DataExamination(try options.dataFolder().paths(environment), now: clock.now).findings
    return findings + Self.settings(environment) + banks
  }

  private static func examine(_ now: LocalTime, isSet: Bool) -> Finding {
    let (hour, minute) = now.timeOfDay
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let text = "\(now.calendarDay) \(pad(hour)):\(pad(minute)), study day \(now.studyDay)"
    if isSet { return .ok("Clock", "\(text), as SWOT_CLOCK says") }
    // No machine on which this runs was ever there before.
    guard let earliest = CalendarDate("2026-01-01"), now.calendarDay < earliest else {
      return .ok("Clock", text)
    }
    return .problem("Clock", text, mend: "set the clock of this machine")
  }

  private static func settings(_ environment: Environment) -> [Finding] {
    guard let file = AppearanceFile(environment) else {
      return [
        .note("Settings", "there is no home folder to keep them in", mend: "export HOME=…")
      ]
    }
    do {
      let (settings, diagnostics, text) = try file.read()
      var findings = diagnostics.map { diagnostic -> Finding in
        .problem(
          "Settings",
          "\(diagnostic.location.file):\(diagnostic.location.line):\(diagnostic.location.column): "
            + diagnostic.message, mend: "edit \(file.path)")
      }
      do {
        _ = try ThemeLibrary(environment).theme(named: settings.theme)
      } catch {
        findings.append(
          .problem("Theme", "\(error)", mend: "choose another under , in swot"))
      }
      if findings.isEmpty {
        findings.append(.ok("Settings", text == nil ? "none yet" : file.path))
      }
      return findings
    } catch {
      return [.problem("Settings", "\(error)", mend: "mend the rights of \(file.path)")]
    }
  }

  private var banks: [Finding] {
    let library: BankLibrary
    do {
      library = try options.library()
    } catch {
      return [.problem("Banks", "\(error)", mend: "see: swot bank check")]
    }
    var findings = library.problems.map { problem -> Finding in
      .problem("Banks", problem, mend: "see: swot bank check")
    }
    let questions = library.banks.reduce(0) { $0 + $1.bank.questions.count }
    let text =
      "\(library.banks.count), with \(questions) questions; \(library.blueprints.count) exams"
    findings.append(
      library.banks.isEmpty
        ? .problem(
          "Banks", "there are none", mend: "leave out --no-builtin-banks, or add --bank PATH")
        : .ok("Banks", text))
    return findings
  }
}
