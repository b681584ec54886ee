import TerminalUI

/// Reads what xterm and its kin send about the mouse.
///
/// Source: "XTerm Control Sequences", section Mouse Tracking.
enum MouseReport {
  /// The event of `Esc [ < button ; column ; row M`, or `m` for a release; nil where it is none.
  static func sgr(_ parameters: Substring, final: Unicode.Scalar) -> MouseEvent? {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2],
      final == "M" || final == "m"
    else { return nil }
    return event(code, isRelease: final == "m", column: column, row: row)
  }

  /// The event of the three characters after `Esc [ M`; nil where it is none.
  static func x10(_ values: [UInt32]) -> MouseEvent? {
    let numbers = values.map { Int($0) - 32 }
    guard numbers.count == 3 else { return nil }
    // This form says that a button was released, but not which; on screens it makes no difference.
    let isRelease = numbers[0] & 0b11 == 3 && numbers[0] & wheel == 0
    let code = isRelease ? numbers[0] & ~0b11 : numbers[0]
    return event(code, isRelease: isRelease, column: numbers[1], row: numbers[2])
  }

  private static let motion = 32
  private static let wheel = 64

  private static func event(_ code: Int, isRelease: Bool, column: Int, row: Int) -> MouseEvent? {
    guard code >= 0, code < 128, code & motion == 0, column >= 1, row >= 1 else { return nil }
    let position = Position(column: column - 1, row: row - 1)
    let kind: MouseEvent.Kind
    switch (code & wheel != 0, code & 0b11) {
    case (true, 0): kind = .wheelUp
    case (true, 1): kind = .wheelDown
    case (true, _): return nil
    case (false, 0): kind = isRelease ? .release(.left) : .press(.left)
    case (false, 1): kind = isRelease ? .release(.middle) : .press(.middle)
    case (false, 2): kind = isRelease ? .release(.right) : .press(.right)
    case (false, _): return nil
    }
    return MouseEvent(kind, at: position)
  }
}
