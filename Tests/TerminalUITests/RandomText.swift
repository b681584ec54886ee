import TestSupport

/// Texts for property tests: plain words, long words, wide and combining characters, joined emoji.
enum RandomText {
  private static let pieces = [
    "a", "least", "privilege", "e\u{301}", "漢字", "日本語、", "😀", "👨‍👩‍👧", "👍🏽", "❤️", "क्‍ष", "กำ", "🇩🇪",
    "arn:aws:iam::123456789012:role/service-role/Backup", "start-up", "\u{A0}", "—", "ﷺ", "한글",
    "“quoted”", "x̧̖̗̘̙", "\u{200B}", "\u{301}", "(no)", "！",
  ]

  /// A text of up to `length` pieces, most of them parted by blanks.
  static func make(_ random: inout SplitMix64, length: Int = 20) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &random) {
      text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      let blanks = Int.random(in: 0...3, using: &random)
      text += String(repeating: " ", count: max(0, blanks - 1))
    }
    return text
  }

  /// Any scalars at all, among them many that must not reach a terminal.
  static func makeHostile(_ random: inout SplitMix64, length: Int = 40) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &random) {
      let limits: [UInt32] = [0x20, 0x100, 0x3000, 0x20000, 0x10FFFF]
      let limit = limits[Int.random(in: 0..<limits.count, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
