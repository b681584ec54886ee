import BuiltinBanks
import QuestionBankFormat

/// The files that the program carries: the banks, exams and themes of the repository.
enum BuiltinFiles {
  /// The files whose paths begin with `prefix`, by their paths below the root of the repository, in
  /// byte order of these.
  static func below(_ prefix: String) -> [SourceFile] {
    (0..<builtin_file_count()).compactMap { index in
      let file = builtin_file_at(index)
      let path = String(cString: file.path)
      guard path.hasPrefix(prefix) else { return nil }
      return SourceFile(
        name: path,
        bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }
}
