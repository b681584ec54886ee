import ProgressStore

extension ProgressError: CommandFailure {
  /// How the program ends for it.
  var status: ExitStatus {
    switch self {
    case .newerVersion: .badData
    case .cannotCreate: .cannotCreate
    case .inputOutput: .inputOutputError
    case .notFound: .inputNotFound
    }
  }
}
