import PracticeCore

/// Writes banks as packages of QTI 2.1 or 3.0: an item for each question, a test with a section for
/// each domain, and a manifest.
package struct QTI2Exporter: BankExporter {
  private let version: QTI2Version

  /// Makes an exporter of that version.
  package init(_ version: QTI2Version) { self.version = version }

  package func export(_ source: ExportSource) -> BankExport {
    let bank = source.bank
    var losses = ExportLosses(of: source)
    losses.noteBank(carrying: [.title, .description, .language])
    losses.noteUnusedObjectives(of: bank)
    let writer = QTI2ItemWriter(bank: bank, version: version)
    let names = QTI2PackageNames(bank)
    var files: [(String, [UInt8])] = []
    for (index, item) in names.items.enumerated() {
      let document = writer.item(
        for: bank.questions[index], at: index, identifier: item.identifier, &losses)
      files.append((item.file, XMLWriter.document(document)))
    }
    let test = QTI2Test(bank: bank, names: names, version: version).document
    let manifest = QTI2Manifest(bank: bank, names: names, version: version).document
    return PackagedFiles.export(
      [
        ("imsmanifest.xml", XMLWriter.document(manifest)),
        (names.testFile, XMLWriter.document(test)),
      ] + files, questionCount: files.count, losses: losses)
  }
}

/// The identifiers and the names of files in a package.
struct QTI2PackageNames {
  /// An item.
  struct Item {
    /// Its identifier, unique in the package.
    var identifier: String
    /// Its file; unique even where upper and lower case are the same.
    var file: String
  }

  /// The items, in the order of the bank's questions.
  let items: [Item]
  /// The identifier of the test.
  let test: String
  /// The identifier of the manifest.
  let manifest: String
  /// The file of the test.
  let testFile = "test.xml"

  init(_ bank: QuestionBank) {
    var items: [Item] = []
    var identifiers: Set<String> = []
    var files: Set<String> = []
    for question in bank.questions {
      let id = String(question.id.question)
      var file = id
      var number = 2
      while !files.insert(file.lowercased()).inserted {
        file = "\(id)~\(number)"
        number += 1
      }
      let identifier = QTI2Identifier.identifier(ofID: id)
      identifiers.insert(identifier)
      items.append(Item(identifier: identifier, file: "items/\(file).xml"))
    }
    func unique(_ wish: String) -> String {
      var identifier = wish
      while !identifiers.insert(identifier).inserted { identifier += "_" }
      return identifier
    }
    test = unique("TEST-\(bank.id)")
    manifest = unique("MANIFEST-\(bank.id)")
    self.items = items
  }
}
