package import BankExchange
package import QuestionBankFormat

/// What an input for the readers of other formats is to be read as: its first byte says it.
package struct ExchangeInput {
  /// The format, in one byte.
  package enum Kind: UInt8, CaseIterable {
    case gift = 0x67  // g
    case aiken = 0x61  // a
    case csv = 0x63  // c
    /// Moodle XML, also where the byte is any other.
    case moodleXML = 0x6D  // m
    /// A single document of QTI, of any version.
    case document = 0x71  // q
    /// A package of QTI: documents that a byte 0x1E parts are packed for it.
    case package = 0x70  // p
    /// An archive as it is.
    case archive = 0x7A  // z
  }

  /// What it is to be read as.
  package let kind: Kind
  /// The file.
  package let file: SourceFile

  /// Takes an input apart.
  package init(_ input: some Collection<UInt8>) {
    let rest = Array(input.dropFirst())
    kind = input.first.flatMap { Kind(rawValue: $0) } ?? .moodleXML
    switch kind {
    case .gift: file = SourceFile(name: "quiz.gift", bytes: rest)
    case .aiken: file = SourceFile(name: "quiz.txt", bytes: rest)
    case .csv: file = SourceFile(name: "quiz.csv", bytes: rest)
    case .moodleXML, .document: file = SourceFile(name: "quiz.xml", bytes: rest)
    case .archive: file = SourceFile(name: "quiz.zip", bytes: rest)
    case .package: file = SourceFile(name: "quiz.zip", bytes: Self.packed(rest))
    }
  }

  /// What reads it.
  package var importer: any BankImporter {
    switch kind {
    case .gift: GIFTImporter()
    case .aiken: AikenImporter()
    case .csv: CSVImporter()
    case .moodleXML: MoodleXMLImporter()
    case .document, .package, .archive: QTIImporter()
    }
  }

  /// The names of the files of a package, in the order in which an input has them.
  private static let names = [
    "imsmanifest.xml", "test.xml", "items/a.xml", "items/b.xml", "non_cc_assessments/q.xml.qti",
    "quiz/assessment_meta.xml",
  ]

  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split(
      separator: 0x1E, maxSplits: names.count - 1, omittingEmptySubsequences: false)
    var writer = ZipWriter()
    for (name, part) in zip(names, parts) where !part.isEmpty {
      // The names are fixed and the parts small: nothing can be refused.
      try? writer.add(name, Array(part))
    }
    return writer.finish()
  }
}
