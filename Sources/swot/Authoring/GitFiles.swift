import QuestionBankFormat

/// The files of a bank in other versions of a git repository.
///
/// `git` is asked for contents by its plumbing, which runs no filters and no hooks.
struct GitFiles {
  /// The commit that a name such as `origin/main` stands for.
  let commit: String
  /// The folder that git is asked in.
  private let folder: String

  /// Finds the commit `reference` of the repository that holds `folder`.
  ///
  /// - Throws: ``GitFailure``.
  init(_ reference: String, in folder: String) throws(GitFailure) {
    self.folder = folder.isEmpty ? "." : folder
    let outcome = try Self.git(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}"],
      in: self.folder)
    let name = String(decoding: outcome.output, as: UTF8.self).prefix { $0 != "\n" }
    guard outcome.status == 0, !name.isEmpty else {
      let isRepository =
        try Self.git(["rev-parse", "--git-dir"], in: self.folder).status == 0
      throw isRepository
        ? .unknownReference(reference) : .noRepository(folder: self.folder)
    }
    commit = String(name)
  }

  private init(commit: String, folder: String) {
    self.commit = commit
    self.folder = folder
  }

  /// The commit at which the working tree's branch and this one parted; nil where they never met.
  func fork() throws(GitFailure) -> GitFiles? {
    let outcome = try Self.git(["merge-base", "HEAD", commit], in: folder)
    let name = String(decoding: outcome.output, as: UTF8.self).prefix { $0 != "\n" }
    guard outcome.status == 0, !name.isEmpty else { return nil }
    return GitFiles(commit: String(name), folder: folder)
  }

  /// The YAML files of the folder in that commit, or only the one of this name; none where the folder
  /// isn't there.
  func files(named only: String?) throws(GitFailure) -> [SourceFile] {
    let listing = try Self.git(["ls-tree", "-z", "--name-only", commit, "./"], in: folder)
    guard listing.status == 0 else { return [] }
    var files: [SourceFile] = []
    for name in listing.output.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) })
    where name.hasSuffix(".yaml") && (only == nil || name == only) {
      let blob = try Self.git(["cat-file", "blob", "\(commit):./\(name)"], in: folder)
      if blob.status == 0 { files.append(SourceFile(name: name, bytes: blob.output)) }
    }
    return files
  }

  private static func git(
    _ arguments: [String], in folder: String
  ) throws(GitFailure) -> OtherProgram.Outcome {
    guard let outcome = OtherProgram.run("git", ["-C", folder] + arguments) else {
      throw .noGit
    }
    return outcome
  }
}

/// Why git couldn't say what another version holds.
enum GitFailure: CommandFailure, Equatable {
  /// There is no `git`.
  case noGit
  /// The folder is in no repository, or git doesn't trust it.
  case noRepository(folder: String)
  /// There is no such commit, branch or tag.
  case unknownReference(String)

  var status: ExitStatus {
    switch self {
    case .noGit: .failure
    case .noRepository, .unknownReference: .inputNotFound
    }
  }

  var description: String {
    switch self {
    case .noGit: "--base needs git, which is not installed or not on the PATH"
    case .noRepository(let folder):
      "'\(folder)' is in no git repository, so there is no telling what --base means"
    case .unknownReference(let name):
      "there is no commit, branch or tag '\(name)'; fetch it, or name another one after --base"
    }
  }
}
