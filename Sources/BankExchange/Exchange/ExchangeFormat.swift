/// The formats between which banks are converted.
package enum ExchangeFormat: String, CaseIterable, Sendable {
  /// Banks of this program; the callers read and write them.
  case swot
  /// Moodle's text format.
  case gift
  /// Moodle's format for single choice.
  case aiken
  /// A spreadsheet with documented columns.
  case csv
  /// Cards for Anki, as text.
  case anki
  /// Markdown, for reading.
  case markdown
  /// Moodle XML.
  case moodleXML = "moodle-xml"
  /// Packages of QTI 1.2, as Canvas has them.
  case qti12 = "qti-1.2"
  /// Packages of QTI 2.1.
  case qti21 = "qti-2.1"
  /// Packages of QTI 3.0.
  case qti30 = "qti-3.0"

  /// What people call it.
  package var title: String {
    switch self {
    case .swot: "Swot"
    case .gift: "GIFT"
    case .aiken: "Aiken"
    case .csv: "CSV"
    case .anki: "Anki"
    case .markdown: "Markdown"
    case .moodleXML: "Moodle XML"
    case .qti12: "QTI 1.2 (Canvas)"
    case .qti21: "QTI 2.1"
    case .qti30: "QTI 3.0"
    }
  }

  /// What reads it; nil for Swot itself and for formats that can only be written.
  package var importer: (any BankImporter)? {
    switch self {
    case .swot, .anki, .markdown: nil
    case .gift: GIFTImporter()
    case .aiken: AikenImporter()
    case .csv: CSVImporter()
    case .moodleXML: MoodleXMLImporter()
    // The documents of a package say themselves which version they have.
    case .qti12, .qti21, .qti30: QTIImporter()
    }
  }

  /// What writes it; nil for Swot itself.
  package var exporter: (any BankExporter)? {
    switch self {
    case .swot: nil
    case .moodleXML: MoodleXMLExporter()
    case .qti12: QTI1Exporter()
    case .qti21: QTI2Exporter(.v2p1)
    case .qti30: QTI2Exporter(.v3p0)
    case .gift: GIFTExporter()
    case .aiken: AikenExporter()
    case .csv: CSVExporter()
    case .anki: AnkiExporter()
    case .markdown: MarkdownExporter()
    }
  }

  /// Whether its files are text.
  package var isText: Bool {
    switch self {
    case .swot, .gift, .aiken, .csv, .anki, .markdown, .moodleXML: true
    case .qti12, .qti21, .qti30: false
    }
  }

  /// The endings of names that are clear, in lower case, without the point.
  package var endings: [String] {
    switch self {
    case .swot: ["yaml", "yml"]
    case .gift: ["gift"]
    case .aiken: ["aiken"]
    case .csv: ["csv", "tsv"]
    // Files of Anki end like any text.
    case .anki: []
    case .markdown: ["md", "markdown"]
    case .moodleXML: ["xml"]
    case .qti12: ["imscc"]
    case .qti21: ["zip"]
    case .qti30: []
    }
  }

  /// The format that a file of this name has; nil where several may use such names.
  package init?(guessedFrom path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }
}
