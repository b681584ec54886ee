import FSRS

/// Runs a check with a repeatable random source for every seed.
///
/// `try #require(…, "seed \(seed)")` inside stops at the first failure and names the seed.
package func withEvery(
  seed seeds: Range<UInt64>, _ check: (_ seed: UInt64, _ random: inout SplitMix64) throws -> Void
) rethrows {
  for seed in seeds {
    var random = SplitMix64(seed: seed)
    try check(seed, &random)
  }
}
