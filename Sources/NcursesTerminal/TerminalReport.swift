internal import CTerminal
package import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What can be said of the terminal without taking it over.
package struct TerminalReport: Sendable {
  /// The value of `TERM`, made safe to show; nil where it is not set.
  package let type: String?
  /// What keeps screens from being shown; nil where nothing does.
  package let obstacle: TerminalOpeningError?
  /// The size; nil where it is not known.
  package let size: Size?
  /// What it can do.
  package let capabilities: TerminalCapabilities

  /// Looks at the terminal; not while a session is open.
  package init() {
    let report = terminal_probe()
    type = Self.terminalType
    obstacle = TerminalOpeningError(report.result, type: type ?? "", systemError: 0)
    let size = Size(columns: Int(report.columns), rows: Int(report.rows))
    self.size = size.isEmpty ? nil : size
    let depth = NcursesSession.depth(colours: Int(report.colours))
    capabilities = TerminalCapabilities(
      colours: NcursesSession.environmentAllowsColours ? depth : .monochrome,
      charset: report.is_utf8 ? .unicode : .ascii)
  }

  /// Makes a report of a terminal that isn't there.
  package init(
    type: String?, obstacle: TerminalOpeningError?, size: Size?,
    capabilities: TerminalCapabilities
  ) {
    self.type = type
    self.obstacle = obstacle
    self.size = size
    self.capabilities = capabilities
  }

  /// `TERM`, safe to show in every locale: names of types are short and of ASCII.
  static var terminalType: String? {
    getenv("TERM").map { name in
      let type = DisplayText.sanitized(String(cString: name), charset: .ascii)
      return type.count <= 64 ? type : "\(type.prefix(64))..."
    }
  }
}

/// The descriptors 0, 1 and 2.
package enum StandardDescriptors {
  /// Puts `/dev/null` in the place of those that are closed.
  ///
  /// To be done first of all: otherwise a journal could be opened as descriptor 1, and what is meant
  /// for the screen would be written into it.
  package static func reserve() {
    terminal_reserve_standard_descriptors()
  }
}
