import PracticeUI
import QuestionBankFormat

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `config.yaml`: how the program looks and listens.
///
/// It is the user's file: what stands in it beside the settings stays when one is changed.
struct AppearanceFile {
  /// Where it is.
  let path: String

  /// The file of the user whose environment this is; nil without a home folder.
  init?(_ environment: Environment) {
    guard let folder = environment.configurationFolder else { return nil }
    path = folder + "/config.yaml"
  }

  /// The file at `path`.
  init(path: String) { self.path = path }

  private enum Key: String, CaseIterable, Hashable { case theme, symbols, mouse, interface }

  private enum Interface: String, CaseIterable { case full, plain }

  /// Reads the settings; what is missing or wrong has its default.
  ///
  /// - Returns: The settings, what is wrong in the file, and its text (nil where there is none).
  /// - Throws: ``InputFileFailure`` where it is there but can't be read.
  func read() throws(InputFileFailure) -> (
    settings: AppearanceSettings, diagnostics: [Diagnostic], text: String?
  ) {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(path)
    } catch {
      guard error.status == .inputNotFound else { throw error }
      return (AppearanceSettings(), [], nil)
    }
    let (settings, diagnostics) = Self.settings(in: SourceFile(name: path, bytes: bytes))
    return (settings, diagnostics, String(decoding: bytes, as: UTF8.self))
  }

  /// The settings that a file holds, and what is wrong in it.
  static func settings(
    in file: SourceFile
  ) -> (settings: AppearanceSettings, diagnostics: [Diagnostic]) {
    var settings = AppearanceSettings()
    var reader = SettingsReader()
    guard let root = reader.read(file) else { return (settings, reader.diagnostics) }
    let values = reader.values(of: root, "the file", by: Key.self)
    if let theme = reader.text(values[.theme], "'theme'") { settings.theme = theme }
    if let symbols = reader.oneOf(
      values[.symbols], "'symbols'", AppearanceSettings.SymbolSet.self)
    {
      settings.symbols = symbols
    }
    if let mouse = reader.bool(values[.mouse], "'mouse'") { settings.mouse = mouse }
    if let interface = reader.oneOf(values[.interface], "'interface'", Interface.self) {
      settings.plain = interface == .plain
    }
    return (settings, reader.diagnostics)
  }

  /// Writes the settings, whole or not at all; all else in the file stays as it is.
  ///
  /// - Throws: ``AppearanceFileFailure``, in words for the user.
  func write(_ settings: AppearanceSettings) throws(AppearanceFileFailure) {
    let old: String?
    do {
      old = try read().text
    } catch {
      throw AppearanceFileFailure(description: "\(error)")
    }
    let text = Self.text(old ?? Self.heading, with: settings)
    let (written, diagnostics) = Self.settings(
      in: SourceFile(name: path, text: text))
    guard written == settings, !diagnostics.hasErrors else {
      // The file is more than lines `key: value`, or broken: better not touched than spoilt.
      let place = diagnostics.first.map { ":\($0.location.line):\($0.location.column)" } ?? ""
      throw AppearanceFileFailure(
        description: "the settings were not saved: mend \(path)\(place) first")
    }
    do {
      // A link, as collections of dot files use, stays one.
      let url = URL(filePath: path).resolvingSymlinksInPath()
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw AppearanceFileFailure(
        description: "the settings were not saved: \(path) cannot be written")
    }
  }

  private static let heading = "# How Swot looks and listens.\n"

  /// `text` with the settings in it: in the line of each key, or at the end.
  private static func text(_ text: String, with settings: AppearanceSettings) -> String {
    let values: [Key: String] = [
      .theme: settings.theme, .symbols: settings.symbols.rawValue, .mouse: "\(settings.mouse)",
      .interface: (settings.plain ? Interface.plain : .full).rawValue,
    ]
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for key in Key.allCases {
      guard let value = values[key] else { continue }
      let start = key.rawValue + ":"
      if let index = lines.firstIndex(where: { $0.hasPrefix(start) }) {
        lines[index] = "\(start) \(value)\(comment(of: lines[index]))"
      } else {
        lines.append("\(start) \(value)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The comment at the end of a line, with the blank before it; nothing where there is none.
  private static func comment(of line: String) -> Substring {
    line.firstRange(of: " #").map { line[$0.lowerBound...] } ?? ""
  }
}

/// Why the settings of appearance were not saved.
struct AppearanceFileFailure: Error, Equatable, CustomStringConvertible {
  /// What happened, and what to do.
  let description: String
}
