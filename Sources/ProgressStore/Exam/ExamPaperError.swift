/// Why a file is no paper of an exam that can be sat or looked at.
package enum ExamPaperError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It can't be read.
  case unreadable(SystemError)
  /// It is larger than any paper.
  case tooLarge(file: String)
  /// It isn't JSON, from that place on: it was cut off, or changed by hand.
  case notJSON(file: String, line: Int, column: Int)
  /// It is JSON of another kind.
  case noPaper(file: String)
  /// It is of a newer version of the format.
  case newer(file: String, version: Int)
  /// Its bytes are not those that its checksum was made of.
  case changed(file: String)
  /// A member is missing or has a value that it can't have.
  ///
  /// - `member`: its path, such as `items[3].order`; elements are counted from 1.
  /// - `expected`: what it ought to be, as it reads after "is not".
  case member(file: String, member: String, expected: String)
  /// It is whole, but not the one that belongs to the attempt.
  case otherPaper(file: String)

  /// What to do about a file that is damaged.
  private static let advice =
    "of your own exams 'swot progress restore' has copies; ask for others again"

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .unreadable(let error): "\(error)"
    case .tooLarge(let file):
      "'\(file.printable)' is larger than any exam (\(ExamPaperLimits.bytes >> 20) MB are read)"
    case .notJSON(let file, let line, let column):
      "\(file.printable):\(line):\(column): the file is cut off or damaged here; \(Self.advice)"
    case .noPaper(let file): "'\(file.printable)' is no exam written by swot"
    case .newer(let file, let version):
      """
      '\(file.printable)' was written by a newer version of swot (format \(version), this program \
      reads \(ExamPaperEncoder.version)): install the newer version
      """
    case .changed(let file):
      "'\(file.printable)' was changed since it was written: it does not match its checksum; "
        + Self.advice
    case .member(let file, let member, let expected):
      "'\(file.printable)': '\(member.printable)' is not \(expected); \(Self.advice)"
    case .otherPaper(let file):
      "'\(file.printable)' is not the form with which the attempt began; get it from a backup"
    }
  }
}

/// Bounds that no exam reaches, so that a file made to fill the memory can't.
enum ExamPaperLimits {
  /// Of the file.
  static let bytes = 64 << 20
  /// Values of JSON in it, which take more memory than their text.
  static let values = 2_000_000
  /// Questions of a form.
  static let items = 10_000
  /// Entries of a list of names or words, and sections.
  static let entries = 1_000
  /// Minutes, and numbers of a scale.
  static let number = 1_000_000
}
