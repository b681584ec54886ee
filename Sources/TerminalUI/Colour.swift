/// A colour that a theme asks for, with its stand-ins on terminals that show fewer.
package struct Colour: Hashable, Sendable {
  /// Red, green and blue, from 0 to 255.
  package let red, green, blue: UInt8
  /// The nearest of the 16 colours that terminals have had of old, from 0 to 15; where nil, the
  /// terminal's own colour of text is better than any of them.
  ///
  /// A theme names it, because users have changed what these colours look like: they are known by
  /// their meaning and not by their values.
  package let basic: UInt8?

  /// Makes a colour from `0xRRGGBB` and its basic stand-in.
  package init(_ rgb: UInt32, basic: UInt8?) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
    self.basic = basic.map { $0 & 15 }
  }

  /// The number that a terminal of that depth knows it by; nil for the terminal's
  /// own colour.
  package func number(at depth: ColourDepth) -> Int32? {
    switch depth {
    case .monochrome: nil
    case .eight: basic.map { Int32($0 & 7) }
    case .sixteen: basic.map(Int32.init)
    case .indexed: Int32(indexed)
    case .trueColour: Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    }
  }

  /// The nearest of xterm's colours 16 to 255, whose values are fixed.
  private var indexed: Int {
    let levels = [0, 95, 135, 175, 215, 255]
    func nearest(_ value: UInt8) -> Int {
      levels.indices.min { abs(levels[$0] - Int(value)) < abs(levels[$1] - Int(value)) } ?? 0
    }
    func distance(_ r: Int, _ g: Int, _ b: Int) -> Int {
      let (dr, dg, db) = (r - Int(red), g - Int(green), b - Int(blue))
      return dr * dr + dg * dg + db * db
    }
    let (r, g, b) = (nearest(red), nearest(green), nearest(blue))
    let cube = 16 + 36 * r + 6 * g + b
    let grey = min(max(0, ((Int(red) + Int(green) + Int(blue)) / 3 - 3) / 10), 23)
    let level = 8 + 10 * grey
    return distance(level, level, level) < distance(levels[r], levels[g], levels[b])
      ? 232 + grey : cube
  }
}
