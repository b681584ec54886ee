import BankExchange
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a converted bank goes.
struct ConversionOutput {
  /// A file, or `-` for standard output.
  let path: String
  /// Whether a file that is there is replaced.
  let isReplacing: Bool

  /// Writes the bank.
  ///
  /// - Throws: ``NewFileFailure``, ``ConversionFailure`` or ``WriteFailure``.
  func write(_ bytes: [UInt8], _ format: ExchangeFormat) throws {
    guard path == "-" else {
      try NewFile.write(bytes, to: path, present: isReplacing ? .replaced : .kept)
      return
    }
    guard isatty(StandardStream.output.rawValue) == 1 else {
      return try StandardStream.output.write(bytes)
    }
    guard let text = String(validating: bytes, as: UTF8.self), format.isText else {
      throw ConversionFailure.terminal
    }
    try StandardStream.output.write(
      Array(DisplayText.sanitized(text, lineBreaks: .kept).utf8))
  }
}
