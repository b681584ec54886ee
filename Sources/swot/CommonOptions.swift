import ArgumentParser

/// The options that every command takes: where the learner's data and the banks are.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with your data. (default: SWOT_DATA, or ~/.local/share/swot)", valueName: "dir"),
    completion: .directory)
  var data: String?

  @Option(
    name: .customLong("bank"),
    help: ArgumentHelp(
      "A bank, or a folder of banks, beside the built-in ones; may be repeated.",
      valueName: "path"),
    completion: .file())
  var banks: [String] = []

  @Flag(help: "Use only the banks that --bank names.")
  var noBuiltinBanks = false

  /// The folder with the learner's data.
  ///
  /// - Throws: ``DataFolderFailure`` where there is no telling.
  func dataFolder() throws(DataFolderFailure) -> DataFolder {
    try DataFolder(option: data)
  }

  /// All banks and blueprints that these options make available.
  ///
  /// - Parameter work: What this thread can do while others read.
  /// - Returns: The library.
  /// - Throws: ``BankLibraryFailure`` or ``DataFolderFailure``.
  func library(meanwhile work: () -> Void = {}) throws -> BankLibrary {
    try BankLibrary(
      paths: banks, learnerBanks: noBuiltinBanks ? nil : try dataFolder().banks,
      hasBuiltinBanks: !noBuiltinBanks, meanwhile: work)
  }
}
