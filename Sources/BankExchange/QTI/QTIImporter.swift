package import QuestionBankFormat

/// Reads packages and single documents of QTI 1.2, 2.1, 2.2 and 3.0.
///
/// The documents themselves tell the version. Read are choices, matching, ordering and typed
/// answers; what else a package holds is listed.
package struct QTIImporter: BankImporter {
  /// Makes an importer.
  package init() {}

  /// Whether a document with this outermost element is read.
  static func knows(_ name: String) -> Bool {
    name == "questestinterop" || QTI2Names.normalized(name) == "assessmentItem"
  }

  package func read(_ file: SourceFile, options: ImportOptions) -> BankImport {
    var assembly = BankAssembly(file, options: options)
    guard var package = QTIPackage(file, &assembly.report) else {
      return Self.unreadable(assembly)
    }
    if !package.isArchive {
      guard let root = package.onlyDocument(&assembly.report) else {
        return Self.unreadable(assembly)
      }
      switch root.name {
      case "questestinterop":
        var reading = QTI1Reading(assembly)
        reading.read([root])
        return reading.finish()
      case _ where QTI2Names.normalized(root.name) == "assessmentItem":
        var reading = QTI2Reading(assembly)
        reading.read(item: root)
        return reading.finish()
      default:
        assembly.report.report(
          .syntax,
          "the outermost element is '\(root.name)': neither 'questestinterop' nor 'assessmentItem'"
            + (root.name == "quiz" ? "; it is Moodle XML (--from moodle-xml)" : ""),
          at: root.location)
        return Self.unreadable(assembly)
      }
    }
    if package.resources.contains(where: { QTI2Reading.isOwn($0.type) }) {
      var reading = QTI2Reading(assembly)
      reading.read(&package)
      return reading.finish()
    }
    var reading = QTI1Reading(assembly)
    reading.read(&package)
    return reading.finish()
  }

  /// The result where there is nothing to make a bank of; the reason has been reported.
  private static func unreadable(_ assembly: BankAssembly) -> BankImport {
    var assembly = assembly
    var result = assembly.finish()
    result.bank = nil
    return result
  }
}
