/// How a fit gets its work done: by whom, and whether it is still wanted.
///
/// A fit has no threads of its own. It hands out runs that don't depend on each other; whoever asks for
/// it may do them one by one or on several cores, which changes nothing of the result.
package struct FitWork: Sendable {
  /// Does runs, in any order or at one time, and gives their results in the order of the runs.
  package typealias Map =
    @Sendable (_ runs: [Int], _ body: @escaping @Sendable (Int) -> [Double]?) -> [[Double]?]

  /// Does the runs.
  package let map: Map
  /// Told, from any run, which share of the work has been done since it was told before; false ends
  /// the fit.
  package let isWanted: @Sendable (_ further: Double) -> Bool

  /// Makes a way of working; one run after the other, to the end, unless told otherwise.
  package init(
    map: @escaping Map = { runs, body in runs.map(body) },
    isWanted: @escaping @Sendable (_ further: Double) -> Bool = { _ in true }
  ) {
    self.map = map
    self.isWanted = isWanted
  }

  /// The same way of working for a part of the whole, whose share of it lies between 0 and 1.
  package func part(_ share: Double) -> FitWork {
    FitWork(map: map) { [isWanted] in isWanted($0 * share) }
  }
}
