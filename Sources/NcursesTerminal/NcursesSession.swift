internal import CTerminal
package import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal that the program was started in, through ncurses.
///
/// Opening it takes over the screen; it is given back as it was when the session ends, when the
/// program exits, and when it crashes. There is one at a time, on the main thread.
package struct NcursesSession: ~Copyable, TerminalSession {
  package let capabilities: TerminalCapabilities
  private var styles: StyleTable
  private var decoder = KeyDecoder()
  /// Complete events that have not been given yet, the next one last.
  private var pending: [InputEvent] = []
  private var watched: Int32 = -1
  private var row: [terminal_cell] = []
  private var title: String?

  /// Takes over the terminal.
  ///
  /// - Parameters:
  ///   - theme: How roles look.
  ///   - charset: The characters to use at most; what the terminal can show where nil.
  ///   - allowsColours: Whether colours may be used; without them, attributes must do.
  /// - Throws: What keeps the terminal from being used; it is then as it was.
  package init(
    theme: Theme = .bare, charset: Charset? = nil,
    allowsColours: Bool = NcursesSession.environmentAllowsColours
  ) throws(TerminalOpeningError) {
    let result = terminal_open(allowsColours)
    let systemError = errno
    let type = TerminalReport.terminalType ?? ""
    if let error = TerminalOpeningError(result, type: type, systemError: systemError) {
      throw error
    }
    let depth = NcursesSession.depth(colours: Int(terminal_colours()))
    let most: Charset = terminal_is_utf8() ? .unicode : .ascii
    capabilities = TerminalCapabilities(
      colours: depth, charset: charset == .ascii ? .ascii : most)
    styles = StyleTable(theme, depth: depth)
  }

  deinit { terminal_close() }

  /// Whether `NO_COLOR` is unset or empty (no-color.org).
  package static var environmentAllowsColours: Bool {
    guard let value = getenv("NO_COLOR") else { return true }
    return value.pointee == 0
  }

  static func depth(colours: Int) -> ColourDepth {
    switch colours {
    case (1 << 24)...: .trueColour
    case 256...: .indexed
    case 16...: .sixteen
    case 8...: .eight
    default: .monochrome
    }
  }

  package var size: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    terminal_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  package mutating func draw(_ frame: Frame) {
    let size = size
    let columns = size.columns
    if row.count != columns {
      row = [terminal_cell](repeating: terminal_cell(), count: columns)
    }
    for index in 0..<size.rows {
      put(frame.buffer.row(index))
      terminal_put_row(Int32(index), row, Int32(columns))
    }
    if let cursor = frame.cursor, Rect(size).contains(cursor) {
      terminal_show(Int32(cursor.column), Int32(cursor.row))
    } else {
      terminal_show(-1, -1)
    }
    if let wanted = frame.title, wanted != title {
      title = wanted
      terminal_set_title(DisplayText.sanitized(wanted, charset: capabilities.charset))
    }
  }

  package mutating func nextEvent(timeoutMilliseconds: Int?) -> InputEvent? {
    while pending.isEmpty {
      let isIncomplete = decoder.isIncomplete
      let patience =
        isIncomplete ? decoder.patienceMilliseconds : timeoutMilliseconds.map { max(0, $0) }
      let event = terminal_next_event(Int32(clamping: patience ?? -1), watched)
      if let input = RawInput(event, size: size) {
        pending = decoder.feed(input).reversed()
      } else if isIncomplete {
        pending = decoder.flush().reversed()
      } else if event.kind == TERMINAL_NOTHING {
        return nil
      }
    }
    return pending.popLast()
  }

  package mutating func watch(_ descriptor: Int32?) { watched = descriptor ?? -1 }

  package mutating func suspend() {
    terminal_suspend()
    pending.insert(.resize(size), at: 0)
  }

  package mutating func lend() { terminal_lend() }

  package mutating func takeBack() {
    terminal_take_back()
    pending.insert(.resize(size), at: 0)
  }

  package mutating func redrawAll() { terminal_redraw_all() }

  package mutating func setMouse(_ isOn: Bool) { terminal_set_mouse(isOn) }

  package mutating func setTheme(_ theme: Theme) {
    styles = StyleTable(theme, depth: capabilities.colours)
  }
}

extension NcursesSession {
  /// Makes `row` out of the cells of a row of a frame, with blanks where these end.
  private mutating func put(_ cells: ArraySlice<Cell>) {
    let isASCII = capabilities.charset == .ascii
    var column = 0
    for cell in cells {
      if column == row.count { break }
      let look = styles[cell.style]
      var scalar = cell.base.value
      var marks = cell.marks
      var width = UInt16(cell.width)
      if isASCII && (scalar > 0x7E || marks.0 != 0 || width != 1) {
        // Both halves of a wide character become signs of one column.
        scalar = cell.width == 1 ? DisplayText.asciiStandIn(for: cell.base).value : 0x3F
        marks = (0, 0, 0, 0)
        width = 1
      }
      row[column] = terminal_cell(
        scalars: (scalar, marks.0, marks.1, marks.2, marks.3), pair: look.pair,
        attributes: look.attributes, width: width)
      column += 1
    }
    let body = styles[.body]
    while column < row.count {
      row[column] = terminal_cell(
        scalars: (0x20, 0, 0, 0, 0), pair: body.pair, attributes: body.attributes, width: 1)
      column += 1
    }
  }
}
