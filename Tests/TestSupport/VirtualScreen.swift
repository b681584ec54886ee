package import TerminalUI
import Testing

/// What a terminal like xterm shows after it was sent bytes: as much of one as ncurses uses.
package struct VirtualScreen {
  /// How many columns and rows there are.
  package private(set) var size: Size
  /// Whether the second screen is shown, which programs take for themselves.
  package private(set) var isAlternate = false
  /// Whether the cursor is seen.
  package private(set) var isCursorVisible = true
  /// Whether the mouse is reported.
  package private(set) var isMouseReported = false
  /// The private modes that are on, by xterm's numbers.
  package private(set) var modes = Self.initialModes
  /// Whether what is written now has the terminal's own colours and no attributes.
  package private(set) var isPlain = true
  /// How often the whole screen was erased.
  package private(set) var erasures = 0
  /// What came as text and isn't: characters that steer, hide or reorder something.
  package private(set) var intruders: [Unicode.Scalar] = []
  /// The title of the window.
  package private(set) var title = ""

  private var cells: [[String]]
  private var normal: [[String]] = []
  private var column = 0
  private var row = 0
  private var saved = (column: 0, row: 0)
  private var region: ClosedRange<Int>
  private var wrapsNext = false
  private var last = " "
  private var state = State.text
  private var pending: [UInt8] = []

  /// The private modes that are on in a terminal that nobody has used: wrapping and the cursor.
  package static let initialModes: Set = [7, 25]

  private enum State { case text, escape, charset, control, string, stringEscape }

  /// Makes a blank screen.
  package init(size: Size) {
    // A terminal that says it has no rows or columns has some all the same.
    let size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
    self.size = size
    cells = Self.blank(size)
    region = 0...max(0, size.rows - 1)
  }

  private static func blank(_ size: Size) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
  }

  /// The rows, without blanks at their ends.
  package var lines: [String] {
    cells.map { row in
      var text = row.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// All that is seen.
  package var text: String { lines.joined(separator: "\n") }

  /// The row of the cursor.
  package var cursorRow: Int { row }

  /// Gives the screen another size; what was there stays as far as it fits.
  package mutating func resize(to size: Size) {
    let size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
    cells = (0..<size.rows).map { row in
      (0..<size.columns).map { column in
        cells.indices.contains(row) && cells[row].indices.contains(column)
          ? cells[row][column] : " "
      }
    }
    self.size = size
    region = 0...max(0, size.rows - 1)
    column = min(column, max(0, size.columns - 1))
    row = min(row, max(0, size.rows - 1))
    wrapsNext = false
  }

  /// Takes bytes in.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    switch state {
    case .text: feedText(byte)
    case .escape: feedEscape(byte)
    case .charset: state = .text
    case .control where byte == 0x1b:
      // The end of the sequence before was lost.
      state = .escape
      pending = []
    case .control:
      pending.append(byte)
      if (0x40...0x7e).contains(byte) {
        state = .text
        control(String(decoding: pending, as: UTF8.self))
      }
    case .string:
      if byte == 0x07 {
        endString()
      } else if byte == 0x1b {
        state = .stringEscape
      } else {
        pending.append(byte)
      }
    case .stringEscape:
      endString()
      guard byte != UInt8(ascii: "\\") else { return }
      pending = []
      feedEscape(byte)
    }
  }

  private mutating func endString() {
    state = .text
    let text = String(decoding: pending, as: UTF8.self)
    if text.hasPrefix("0;") || text.hasPrefix("2;") { title = String(text.dropFirst(2)) }
  }

  private mutating func feedText(_ byte: UInt8) {
    switch byte {
    case 0x1b:
      state = .escape
      pending = []
    case 0x08:
      column = max(0, column - 1)
      wrapsNext = false
    case 0x09: column = min(size.columns - 1, (column / 8 + 1) * 8)
    case 0x0a: lineFeed()
    case 0x0d:
      column = 0
      wrapsNext = false
    // What delays and line drawing by vt100 need, and the bell.
    case 0x00, 0x07, 0x0e, 0x0f: break
    case 0..<0x20, 0x7f: intruders.append(Unicode.Scalar(byte))
    case 0x20..<0x7f: put(Unicode.Scalar(byte))
    default:
      pending.append(byte)
      let needed = byte >= 0xc0 ? 0 : Self.length(of: pending.first ?? 0)
      if byte >= 0xc0 { pending = [byte] }
      if pending.count == needed {
        for scalar in String(decoding: pending, as: UTF8.self).unicodeScalars {
          if Self.isIntruder(scalar) { intruders.append(scalar) } else { put(scalar) }
        }
        pending = []
      }
    }
  }

  /// Deliberately not by the tables of the program: those are what is tested.
  private static func isIntruder(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9f, 0x061c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x206f, 0xfff9...0xfffb,
      0xe0000...0xe007f:
      true
    default: false
    }
  }

  private static func length(of lead: UInt8) -> Int {
    lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  }

  private mutating func feedEscape(_ byte: UInt8) {
    state = .text
    switch byte {
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
    case UInt8(ascii: "7"): saved = (column, row)
    case UInt8(ascii: "8"): restoreCursor()
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "M"):
      if row == region.lowerBound { scroll(by: -1) } else { row = max(0, row - 1) }
    default: break
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = ColumnWidth.of(scalar)
    guard size.columns > 0, size.rows > 0 else { return }
    if width == 0 {
      if column > 0 { cells[row][wrapsNext ? column : column - 1] += String(scalar) }
      return
    }
    if wrapsNext || column + width > size.columns {
      column = 0
      lineFeed()
      wrapsNext = false
    }
    last = String(scalar)
    cells[row][column] = last
    if width == 2, column + 1 < size.columns { cells[row][column + 1] = "" }
    column += width
    if column >= size.columns {
      column = size.columns - 1
      wrapsNext = true
    }
  }

  private mutating func lineFeed() {
    if row == region.upperBound { scroll(by: 1) } else { row = min(size.rows - 1, row + 1) }
  }

  /// Moves what is in the scrolling region up, or down where negative.
  private mutating func scroll(by count: Int, from top: Int? = nil) {
    let lines = (top ?? region.lowerBound)...max(top ?? region.lowerBound, region.upperBound)
    let blank = Array(repeating: " ", count: size.columns)
    for _ in 0..<min(abs(count), lines.count) {
      if count > 0 {
        cells.remove(at: lines.lowerBound)
        cells.insert(blank, at: lines.upperBound)
      } else {
        cells.remove(at: lines.upperBound)
        cells.insert(blank, at: lines.lowerBound)
      }
    }
  }

  private mutating func control(_ sequence: String) {
    let final = sequence.last ?? " "
    var body = sequence.dropLast()
    let isPrivate = body.first == "?" || body.first == ">"
    if isPrivate { body = body.dropFirst() }
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    if isPrivate {
      if final == "h" || final == "l" { for mode in numbers { set(mode, to: final == "h") } }
      return
    }
    if "ABCDGHfd".contains(final) { wrapsNext = false }
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(size.rows - 1, row + count)
    case "C": column = min(size.columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(size.columns, count) - 1
    case "d": row = min(size.rows, count) - 1
    case "H", "f":
      row = min(size.rows, count) - 1
      column = min(size.columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "J":
      if first == 0 {
        erase(column..<size.columns)
        for row in (row + 1)..<max(row + 1, size.rows) { blank(row) }
      } else {
        for row in 0..<size.rows { blank(row) }
        erasures += 1
      }
    // 10 is the usual font: `ansi` says so each time.
    case "m": isPlain = numbers.last { $0 != 10 } == 0 || numbers.suffix(2) == [39, 49]
    case "K":
      erase(first == 0 ? column..<size.columns : first == 1 ? 0..<column + 1 : 0..<size.columns)
    case "X": erase(column..<min(size.columns, column + count))
    case "P":
      let removed = min(count, size.columns - column)
      cells[row].removeSubrange(column..<column + removed)
      cells[row] += Array(repeating: " ", count: removed)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row].removeLast(count)
    case "L": if region.contains(row) { scroll(by: -count, from: row) }
    case "M": if region.contains(row) { scroll(by: count, from: row) }
    case "S": scroll(by: count)
    case "T": scroll(by: -count)
    case "b": for _ in 0..<count { for scalar in last.unicodeScalars { put(scalar) } }
    case "r":
      let end = numbers.count > 1 && numbers[1] > 0 ? min(size.rows, numbers[1]) : size.rows
      region = max(0, min(count, end) - 1)...max(0, end - 1)
      (column, row) = (0, 0)
    default: break
    }
  }

  private mutating func set(_ mode: Int, to isOn: Bool) {
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
    switch mode {
    case 25: isCursorVisible = isOn
    case 1000, 1002, 1003: isMouseReported = isOn
    case 1049:
      guard isOn != isAlternate else { return }
      isAlternate = isOn
      if isOn {
        normal = cells
        saved = (column, row)
        cells = Self.blank(size)
      } else {
        cells = normal
        let size = size
        resize(to: size)
        restoreCursor()
      }
    default: break
    }
  }

  /// Puts the cursor where it was saved, as far as that is still on the screen.
  private mutating func restoreCursor() {
    (column, row) = (min(saved.column, size.columns - 1), min(saved.row, size.rows - 1))
  }

  private mutating func erase(_ columns: Range<Int>) {
    for column in columns where column < size.columns { cells[row][column] = " " }
  }

  private mutating func blank(_ row: Int) {
    cells[row] = Array(repeating: " ", count: size.columns)
  }
}

extension VirtualScreen: CustomTestStringConvertible {
  /// What is seen, for the message of a failure.
  package var testDescription: String { text }
}
