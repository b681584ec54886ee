import PracticeCore

/// Packs the files of a package.
enum PackagedFiles {
  /// The export that consists of these files; one without a question where they don't fit into an
  /// archive, which is noted.
  static func export(
    _ files: [(name: String, bytes: [UInt8])], questionCount: Int, losses: ExportLosses
  ) -> BankExport {
    var losses = losses
    do {
      var writer = ZipWriter()
      for (name, bytes) in files { try writer.add(name, bytes) }
      return BankExport(
        bytes: writer.finish(), questionCount: questionCount, losses: losses.all)
    } catch {
      losses.note(.question, "no question is written: \(error.message)")
      return BankExport(bytes: ZipWriter().finish(), questionCount: 0, losses: losses.all)
    }
  }
}
