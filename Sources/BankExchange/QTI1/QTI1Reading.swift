import PracticeCore
import QuestionBankFormat

/// One package of QTI 1.2 on its way to a bank.
struct QTI1Reading {
  private var assembly: BankAssembly
  /// Identifiers of items that banks of questions hold: quizzes repeat them.
  private var itemsOfBanks: Set<String> = []

  init(_ assembly: BankAssembly) { self.assembly = assembly }

  /// What became of it.
  mutating func finish() -> BankImport { assembly.finish() }

  /// Reads the documents of a package.
  mutating func read(_ package: inout QTIPackage) {
    var documents: [XMLElement] = []
    for name in Self.documentNames(in: package) {
      if let root = package.document(name, &assembly.report), root.name == "questestinterop" {
        documents.append(root)
      }
    }
    read(documents)
    for name in package.names where name.hasSuffix("/assessment_meta.xml") {
      guard documents.count == 1, let meta = package.document(name, &assembly.report),
        let description = meta.first(named: "description")
      else { continue }
      let text = assembly.text(ofHTML: description.text, in: description, of: nil)
      if !text.isEmpty { assembly.description = text }
    }
  }

  /// The names of the documents with questions: those that the manifest lists and those that
  /// Canvas puts beside it, the latter first, since they say more.
  private static func documentNames(in package: QTIPackage) -> [String] {
    func isDocument(_ name: String) -> Bool {
      let name = name.lowercased()
      return name.hasSuffix(".xml") || name.hasSuffix(".qti")
    }
    var names = package.names.filter {
      $0.utf8.starts(with: "non_cc_assessments/".utf8) && isDocument($0)
    }
    for resource in package.resources where resource.type.hasPrefix("imsqti_") {
      names += resource.files.filter { isDocument($0) && package.contains($0) }
    }
    if names.isEmpty {
      names = package.names.filter {
        isDocument($0) && !$0.hasSuffix("imsmanifest.xml") && !$0.hasSuffix("assessment_meta.xml")
      }
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// Reads documents, banks of questions before quizzes.
  mutating func read(_ documents: [XMLElement]) {
    var banks: [XMLElement] = []
    var quizzes: [XMLElement] = []
    var seen: Set<String> = []
    for part in documents.flatMap(\.elements) {
      switch part.name {
      case "objectbank": banks.append(part)
      case "assessment":
        // Canvas writes a quiz twice, for other programs and for itself.
        if let ident = part.attribute("ident"), !seen.insert(ident).inserted { continue }
        quizzes.append(part)
      case "section", "item": quizzes.append(part)
      case "qticomment": break
      default: listUnknown(part)
      }
    }
    for bank in banks {
      for item in bank.descendants(named: "item") {
        if let ident = item.attribute("ident") { itemsOfBanks.insert(ident) }
      }
    }
    let containers = banks.count + quizzes.count
    if containers == 1, let only = (banks + quizzes).first { assembly.title = Self.title(of: only) }
    for part in banks + quizzes {
      let isBank = part.name == "objectbank"
      let title = containers > 1 ? Self.title(of: part) : nil
      if part.name == "item" {
        read(item: part, in: [], isBank: false)
      } else {
        readItems(of: part, in: title.map { [$0] } ?? [], isBank: isBank)
      }
    }
  }

  private static func title(of part: XMLElement) -> String? {
    let metadata = QTI1Metadata(of: part)
    let title = metadata["bank_title"] ?? part.attribute("title").map { TextBlock.line($0) }
    return title?.isEmpty == false ? title : nil
  }

  private mutating func readItems(of part: XMLElement, in category: [String], isBank: Bool) {
    for element in part.elements {
      switch element.name {
      case "section":
        let title = Self.title(of: element).flatMap { category.last == $0 ? nil : $0 }
        readItems(of: element, in: category + (title.map { [$0] } ?? []), isBank: isBank)
      case "item": read(item: element, in: category, isBank: isBank)
      default: break
      }
    }
  }

  private mutating func read(item: XMLElement, in category: [String], isBank: Bool) {
    guard item.isWhole, !assembly.isFull else { return }
    let metadata = QTI1Metadata(of: item)
    if !isBank, let reference = metadata["assessment_question_identifierref"],
      itemsOfBanks.contains(reference)
    {
      return
    }
    QTI1Item(item, metadata, in: category).read(into: &assembly)
  }

  private mutating func listUnknown(_ element: XMLElement) {
    assembly.report.report(
      .syntax, "the element '\(element.name)' is unknown here", at: element.location)
  }
}
