import FSRS

extension FitWork {
  /// Runs on all cores of the machine, for as long as `progress` says that they are wanted.
  static func onAllCores(telling progress: FitProgress) -> FitWork {
    FitWork(
      map: { runs, body in
        ConcurrentMap(runs, weight: { _ in 1 }, body: body).results()
      }, isWanted: { progress.add($0) })
  }
}
