import ArgumentParser

/// Why a command could not do what it was asked: said on standard error, with a status of its own.
protocol CommandFailure: Error, CustomStringConvertible {
  /// How the program ends for it.
  var status: ExitStatus { get }
  /// Says on standard error what happened; by default the description in one line.
  func report() throws(WriteFailure)
}

extension CommandFailure {
  func report() throws(WriteFailure) {
    try StandardStream.error.writeLine("swot: \(description)")
  }
}

extension ParsableCommand {
  /// Does `body`, says on standard error why it failed, and ends the program with that status.
  func reportingFailures(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as any CommandFailure {
      try? failure.report()
      throw failure.status.code
    }
  }
}

extension InputFileFailure: CommandFailure {}

extension WriteFailure: CommandFailure {
  var status: ExitStatus { .inputOutputError }
}
