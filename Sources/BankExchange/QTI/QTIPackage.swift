import QuestionBankFormat

/// A package of QTI: a zip archive with a manifest, or a single document.
struct QTIPackage {
  /// A file of the package, as its manifest lists it.
  struct Resource {
    /// The identifier by which others name it.
    var identifier: String
    /// What it is, such as `imsqti_item_xmlv2p1`.
    var type: String
    /// The names of its files; the first is the main one.
    var files: [String]
    /// What the manifest says of it.
    var element: XMLElement
  }

  /// The file that was read.
  let file: SourceFile
  /// The manifest; nil without one.
  private(set) var manifest: XMLElement?
  /// What the manifest lists.
  private(set) var resources: [Resource] = []
  private var archive: ZipArchive?

  /// Opens a package; nil, with a report, where that isn't possible.
  init?(_ file: SourceFile, _ report: inout ImportReport) {
    self.file = file
    guard file.bytes.count <= ImportLimits.fileBytes else {
      report.report(
        .tooLarge,
        "the package has more than \(ImportLimits.fileBytes) bytes, the most that is read; "
          + "export the questions without media", at: report.location(line: 1, column: 1))
      return nil
    }
    guard ZipArchive.isArchive(file.bytes) else { return }
    do {
      archive = try ZipArchive(file.bytes)
    } catch {
      report.report(.archive, error.message, at: report.location(line: 1, column: 1))
      return nil
    }
    // Some pack the folder instead of what is in it.
    guard
      let name = names.first(where: { $0 == "imsmanifest.xml" })
        ?? names.first(where: { $0.hasSuffix("/imsmanifest.xml") })
    else { return }
    manifest = document(name, &report)
    let folder = Self.folder(of: name)
    resources = (manifest?.descendants(named: "resource") ?? []).map { element in
      let href = element.attribute("href").map { [$0] } ?? []
      let files = href + element.elements(named: "file").compactMap { $0.attribute("href") }
      var seen: Set<String> = []
      let names = files.map { Self.path($0, from: folder) }.filter { seen.insert($0).inserted }
      return Resource(
        identifier: element.attribute("identifier") ?? "", type: element.attribute("type") ?? "",
        files: names, element: element)
    }
  }

  /// Whether it is an archive rather than a single document.
  var isArchive: Bool { archive != nil }

  /// The names of all files, in the order of the archive.
  var names: [String] { archive?.entries.map(\.name) ?? [] }

  /// Whether there is a file of that name.
  func contains(_ name: String) -> Bool { archive?.contains(name) ?? false }

  /// The single document that the file is.
  func onlyDocument(_ report: inout ImportReport) -> XMLElement? {
    let (root, problem) = XMLReader.readBeginning(of: file)
    if let problem { report.report(.syntax, problem.message, at: problem.location) }
    return root
  }

  /// A document of the package as far as it can be read; nil, with a report, where it can't.
  mutating func document(_ name: String, _ report: inout ImportReport) -> XMLElement? {
    let shown = "\(file.name)/\(name)"
    let start = SourceLocation(file: shown, line: 1, column: 1)
    do {
      guard let bytes = try archive?.contents(of: name) else {
        report.report(.archive, "the file is not in the package", at: start)
        return nil
      }
      let (root, problem) = XMLReader.readBeginning(of: SourceFile(name: shown, bytes: bytes))
      if let problem { report.report(.syntax, problem.message, at: problem.location) }
      return root
    } catch {
      report.report(.archive, error.message, at: start)
      return nil
    }
  }

  /// The folder that a file is in, with a slash at its end; empty for those in none.
  static func folder(of name: String) -> String {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(name[...slash])
  }

  /// The name of a file that a document in `folder` calls `href`.
  ///
  /// It only finds files of the archive, whose names never lead out of it.
  static func path(_ href: String, from folder: String) -> String {
    let decoded = percentDecoded(href)
    var parts: [Substring] = []
    for part in (folder + decoded).split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  private static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
