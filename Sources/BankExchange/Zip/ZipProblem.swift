/// Why a zip archive, or an entry of it, can't be read or written.
package struct ZipProblem: Error, Equatable {
  /// What is wrong and what is allowed: lower case, without a full stop.
  package var message: String

  /// Makes a problem.
  package init(_ message: String) { self.message = message }
}

/// What a zip archive may hold at most.
///
/// Archives come from strangers: a few thousand bytes can be made to fill any disk.
package struct ZipLimits: Equatable, Sendable {
  /// The most bytes of one entry that is read.
  package var entryBytes = 64_000_000
  /// The most bytes of all entries together that are read.
  package var totalBytes = 512_000_000
  /// How many times as large as its compressed form an entry above a million bytes may be.
  ///
  /// Text comes down to a tenth; deflate can't go below a thousandth.
  package var ratio = 300

  /// The limits for files that users name.
  package static let standard = ZipLimits()

  /// Makes the usual limits.
  package init() {}
}
