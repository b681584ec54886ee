/// The folder that holds the learner's data: journals, backups and banks of their own.
struct DataFolder: Equatable, Sendable {
  /// The path, absolute or from the current folder.
  let path: String

  /// The folder for banks that the learner added.
  var banks: String { path + "/banks" }

  /// Chooses the folder: `--data`, or `SWOT_DATA`, or `swot` in `XDG_DATA_HOME`, or
  /// `~/.local/share/swot`.
  ///
  /// - Parameters:
  ///   - option: What `--data` says, if anything.
  ///   - environment: The variables to look at.
  /// - Throws: ``DataFolderFailure`` where none of these says anything.
  init(option: String?, environment: Environment = .process) throws(DataFolderFailure) {
    if let given = option ?? environment["SWOT_DATA"] {
      path = given
    } else if let shared = environment["XDG_DATA_HOME"], shared.hasPrefix("/") {
      // Relative paths there are to be ignored (XDG Base Directory Specification 0.8).
      path = shared + "/swot"
    } else if let home = environment["HOME"] {
      path = home + "/.local/share/swot"
    } else {
      throw DataFolderFailure()
    }
  }
}

/// There is no telling where the learner's data is.
struct DataFolderFailure: CommandFailure, Equatable {
  var status: ExitStatus { .failure }
  var description: String {
    "cannot tell where your data is: HOME is not set; name a folder with --data or SWOT_DATA"
  }
}
