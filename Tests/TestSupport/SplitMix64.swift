package import FSRS

/// The random source of the tests, repeatable by its seed.
package typealias SplitMix64 = FSRS.SplitMix64
