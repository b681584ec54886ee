internal import CTerminal
import TerminalUI

/// How every style looks on this terminal: the pair of colours and the attributes.
///
/// Worked out once for a theme, because asking ncurses for a pair takes longer than drawing a cell.
struct StyleTable {
  struct Entry {
    var pair: Int32
    var attributes: UInt16
  }

  private static let emphases = 16
  private var entries: [Entry] = []

  /// Asks ncurses for the colours; the terminal must be open.
  init(_ theme: Theme, depth: ColourDepth) {
    for role in Role.allCases {
      let appearance = theme[role]
      let foreground = appearance.foreground?.number(at: depth) ?? -1
      let background = appearance.background?.number(at: depth) ?? -1
      let pair = terminal_colour_pair(foreground, background)
      var emphasis = appearance.emphasis
      if depth == .monochrome { emphasis.formUnion(appearance.monochrome) }
      for more in 0..<StyleTable.emphases {
        let all = emphasis.union(Emphasis(rawValue: UInt8(more)))
        entries.append(Entry(pair: pair, attributes: StyleTable.attributes(all)))
      }
    }
  }

  /// How a style looks.
  subscript(_ style: Style) -> Entry {
    entries[Int(style.role.rawValue) * StyleTable.emphases + Int(style.emphasis.rawValue & 15)]
  }

  private static func attributes(_ emphasis: Emphasis) -> UInt16 {
    var attributes = 0
    if emphasis.contains(.bold) { attributes |= TERMINAL_BOLD }
    if emphasis.contains(.italic) { attributes |= TERMINAL_ITALIC }
    if emphasis.contains(.underline) { attributes |= TERMINAL_UNDERLINE }
    if emphasis.contains(.reverse) { attributes |= TERMINAL_REVERSE }
    return UInt16(attributes)
  }
}
