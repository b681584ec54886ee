import NcursesTerminal
import TerminalUI

/// What `swot doctor` finds out about the terminal.
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
  var findings: [Finding] { [terminal, multiplexer, size, colours, symbols].compactMap { $0 } }

  private var type: String { report.type ?? "" }

  private var terminal: Finding {
    let plain = "to go on without screens: write 'interface: plain' into config.yaml"
    return switch report.obstacle {
    case nil: .ok("Terminal", "screens can be shown (TERM=\(type))")
    case .inputIsNoTerminal, .outputIsNoTerminal:
      .note(
        "Terminal", "input or output of this command is no terminal, so little can be said",
        mend: "run swot doctor in the terminal itself, without a pipe")
    case .databaseIsMissing:
      .problem(
        "Terminal", "\(TerminalOpeningError.databaseIsMissing)",
        mend: "sudo apt install ncurses-base", plain)
    case .typeIsUnknown:
      .problem(
        "Terminal", "no screens: TERM=\(type) is unknown to this system",
        mend: "export TERM=xterm-256color", "or install more types: sudo apt install ncurses-term",
        plain)
    case .typeIsUnset:
      .problem(
        "Terminal", "no screens: TERM is not set", mend: "export TERM=xterm-256color", plain)
    case let obstacle?:
      .problem("Terminal", "\(obstacle)", mend: "export TERM=xterm-256color", plain)
    }
  }

  /// A terminal inside of another, which must say what it is itself.
  private var multiplexer: Finding? {
    guard report.obstacle == nil else { return nil }
    let isNamed = ["screen", "tmux"].contains { type.hasPrefix($0) }
    if environment["TMUX"] != nil {
      return isNamed
        ? .ok("tmux", "TERM=\(type) suits it")
        : .note(
          "tmux", "TERM=\(type) is not what tmux is: keys and colours may go wrong",
          mend: "in ~/.tmux.conf: set -g default-terminal tmux-256color",
          "or for now: export TERM=screen-256color")
    }
    if environment["STY"] != nil {
      return isNamed
        ? .ok("screen", "TERM=\(type) suits it")
        : .note(
          "screen", "TERM=\(type) is not what screen is: keys and colours may go wrong",
          mend: "in ~/.screenrc: term screen-256color",
          "or for now: export TERM=screen-256color")
    }
    return nil
  }

  private var size: Finding? {
    guard let size = report.size else {
      guard report.obstacle == nil else { return nil }
      return .note(
        "Size", "the terminal doesn't say how large it is", mend: "stty rows 24 columns 80")
    }
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
    case .eight where environment["COLORTERM"] != nil && type != "linux":
      return .note(
        "Colours", "8 by TERM=\(type), although the terminal has more",
        mend: "export TERM=\(type.hasPrefix("screen") ? "screen" : "xterm")-256color")
    case .eight: return .ok("Colours", "8")
    case .sixteen: return .ok("Colours", "16")
    case .indexed: return .ok("Colours", "256")
    case .trueColour: return .ok("Colours", "all of 24 bits")
    }
  }

  /// The console of Linux has a font of 256 or 512 characters.
  private var symbols: Finding? {
    guard report.obstacle == nil, type == "linux", report.capabilities.charset == .unicode else {
      return nil
    }
    return .note(
      "Symbols", "the font of the Linux console has few characters: ASCII signs are shown",
      mend: "for all of them, run swot in a terminal of a desktop, or over SSH")
  }
}
