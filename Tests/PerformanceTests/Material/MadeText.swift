import FSRS

/// Draws English-looking text: the same for the same seed.
struct MadeText {
  private var random: SplitMix64

  /// Starts at a seed.
  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let words = """
    a an the of to in for and or with without from by on at which when after before only every one two
    three account administrator audit automatically backup bucket build certificate change choose
    cluster command company container cost credential customer database deployment developer disk
    encrypts engineer environment error event expires failover federation function gateway group
    identity image instance key latency least log machine message minutes monthly network nightly
    password permission pipeline policy private production queue reads region registry request
    restore role rotate rule runs scaling secret server service session signs snapshot storage table
    team temporary token traffic user version volume weekly works writes zone
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  /// A number in 0..<`bound`.
  mutating func number(below bound: Int) -> Int { random.number(below: bound) }

  /// A sentence of so many words.
  mutating func sentence(words count: Int) -> String {
    var text = ""
    for index in 0..<count {
      if index > 0 { text += " " }
      text += Self.words[random.number(below: Self.words.count)]
    }
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
