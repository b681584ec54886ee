import ArgumentParser

/// How the program ends, by the numbers of BSD's `sysexits.h`.
enum ExitStatus: Int32, CaseIterable {
  /// Something failed for which no other number stands.
  case failure = 1
  /// The command was used wrongly.
  case usage = 64
  /// A bank, a log or a journal is damaged or not what it should be.
  case badData = 65
  /// There is no such file, bank, question or exam.
  case inputNotFound = 66
  /// A file or folder could not be made.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutputError = 74

  /// What a command throws to end the program with this status, without a further message.
  var code: ExitCode { ExitCode(rawValue) }
}
