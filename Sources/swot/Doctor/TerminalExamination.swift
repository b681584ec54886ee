import NcursesTerminal
import TerminalUI

/// What `swot doctor` finds out about the terminal and the locale.
struct TerminalExamination {
  private let report: TerminalReport
  private let environment: Environment

  /// The size below which screens only ask for more room.
  static let leastSize = Size(columns: 40, rows: 12)

  /// Takes what is known of the terminal.
  init(_ report: TerminalReport, _ environment: Environment) {
    self.report = report
    self.environment = environment
  }

  /// What was found.
  var findings: [Finding] { [terminal, size, colours, locale].compactMap { $0 } }

  private var terminal: Finding {
    switch report.obstacle {
    case nil: .ok("Terminal", "screens can be shown (TERM=\(report.type ?? ""))")
    case .inputIsNoTerminal, .outputIsNoTerminal:
      .note(
        "Terminal", "input or output of this command is no terminal, so little can be said",
        mend: "run swot doctor in the terminal itself, without a pipe")
    case let obstacle?:
      .problem(
        "Terminal", "\(obstacle)",
        mend: "export TERM=xterm-256color",
        "to go on without screens: write 'interface: plain' into config.yaml")
    }
  }

  private var size: Finding? {
    guard let size = report.size else { return nil }
    let text = "\(size.columns) columns, \(size.rows) rows"
    let least = Self.leastSize
    guard size.columns < least.columns || size.rows < least.rows else {
      return .ok("Size", text)
    }
    return .problem(
      "Size", text,
      mend: "make the window at least \(least.columns) columns wide and \(least.rows) rows high")
  }

  private var colours: Finding? {
    guard report.obstacle == nil else { return nil }
    if environment["NO_COLOR"] != nil {
      return .ok("Colours", "none, because NO_COLOR is set")
    }
    switch report.capabilities.colours {
    case .monochrome:
      return .note(
        "Colours", "none: what needs attention is bold, underlined or reversed",
        mend: "where the terminal has colours: export TERM=xterm-256color")
    case .eight: return .ok("Colours", "8")
    case .sixteen: return .ok("Colours", "16")
    case .indexed: return .ok("Colours", "256")
    case .trueColour: return .ok("Colours", "all of 24 bits")
    }
  }

  private var locale: Finding {
    let variable = ["LC_ALL", "LC_CTYPE", "LANG"].first { environment[$0] != nil }
    let name = variable.map { "\($0)=\(environment[$0] ?? "")" } ?? "none is set"
    guard report.capabilities.charset == .ascii else {
      return .ok("Locale", "UTF-8 (\(name))")
    }
    return .note(
      "Locale", "no UTF-8 (\(name)): only ASCII is shown",
      mend: "export LC_ALL=C.UTF-8")
  }
}
