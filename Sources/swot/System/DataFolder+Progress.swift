import ProgressStore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension DataFolder {
  /// Where the learner's progress stands: in this folder, and what belongs to this machine alone in
  /// `swot` in `XDG_STATE_HOME` or `~/.local/state`.
  func paths(_ environment: Environment = .process) -> ProgressPaths {
    // Writers are kept by the folder's path, which must not depend on where a command is typed.
    let data = URL(filePath: path).standardizedFileURL.path
    return ProgressPaths(data: data, state: environment.stateFolder ?? data + "/state")
  }
}
