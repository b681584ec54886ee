import PracticeCore
import QuestionBankFormat
import TerminalUI

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The themes at hand: those of `Assets/themes`, and the user's own, which go before them.
struct ThemeLibrary {
  private let files: [String: Origin]
  /// The names, in their order.
  let names: [String]
  /// A theme that was read before it was asked for.
  private var ready: Theme?

  private enum Origin {
    case builtin(SourceFile)
    case path(String)
  }

  /// The theme of those who never chose one.
  static let standard = "standard"

  /// Finds the themes.
  ///
  /// - Parameter environment: Where the user's folder is looked up.
  init(_ environment: Environment) {
    var files: [String: Origin] = [:]
    for file in BuiltinFiles.below("Assets/themes/") {
      if let name = Self.name(of: file.lastComponent) { files[name] = .builtin(file) }
    }
    if let folder = environment.configurationFolder.map({ $0 + "/themes" }) {
      let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for file in found {
        if let name = Self.name(of: file) { files[name] = .path(folder + "/" + file) }
      }
    }
    self.files = files
    names = files.keys.sorted { left, right in
      (left == Self.standard ? 0 : 1, left) < (right == Self.standard ? 0 : 1, right)
    }
  }

  /// The theme that a file of this name holds; nil where it holds none.
  private static func name(of file: some StringProtocol) -> String? {
    guard file.hasSuffix(".yaml") else { return nil }
    let name = file.dropLast(".yaml".count)
    return Identifier.isValid(name) ? String(name) : nil
  }

  /// Reads a theme of the program's own now, while others work.
  ///
  /// One of the user's is read when it is asked for: it may have changed until then.
  mutating func prepare(_ name: String) {
    if case .builtin = files[name] { ready = try? theme(named: name) }
  }

  /// Reads the theme of that name.
  ///
  /// - Throws: ``ThemeProblem`` where there is none, or where its file has errors.
  func theme(named name: String) throws(ThemeProblem) -> Theme {
    if let ready, ready.name == name { return ready }
    guard let origin = files[name] else {
      throw .unknown(name: name, nearest: NearestName.find(name, among: names))
    }
    let file: SourceFile
    switch origin {
    case .builtin(let builtin): file = builtin
    case .path(let path):
      do {
        file = SourceFile(name: path, bytes: try InputFile.read(path))
      } catch {
        throw .unreadable("\(error)")
      }
    }
    let (theme, diagnostics) = ThemeFile.read(file, name: name)
    if let error = diagnostics.first(where: { $0.severity == .error }) { throw .damaged(error) }
    return theme ?? Theme(name: name, [:])
  }
}

/// Why a theme can't be shown.
enum ThemeProblem: Error, Equatable, CustomStringConvertible {
  /// There is none of that name.
  case unknown(name: String, nearest: String?)
  /// Its file can't be read.
  case unreadable(String)
  /// Its file has an error.
  case damaged(Diagnostic)

  /// What happened, and what to do, in a line.
  var description: String {
    switch self {
    case .unknown(let name, let nearest?): "There is no theme '\(name)'; did you mean '\(nearest)'?"
    case .unknown(let name, nil): "There is no theme '\(name)'."
    case .unreadable(let text): "The theme is not shown: \(text)"
    case .damaged(let error):
      "The theme is not shown: \(error.location.file):\(error.location.line):"
        + "\(error.location.column): \(error.message)"
    }
  }
}
