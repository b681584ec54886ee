import PracticeCore

/// Writes banks as text that Anki imports: cards with a front and a back, in a deck for each domain.
///
/// Each note has an id of its own made of the question's, so that importing a newer file changes
/// the cards and adds none twice.
package struct AnkiExporter: BankExporter {
  /// Makes an exporter.
  package init() {}

  package func export(_ source: ExportSource) -> BankExport {
    let bank = source.bank
    let outline = BankOutline(bank)
    var losses = ExportLosses(of: source)
    losses.noteBank(carrying: [.id, .title])
    losses.noteUnused()
    var text = """
      #separator:Tab
      #html:true
      #notetype:Basic
      #guid column:1
      #deck column:2
      #tags column:5

      """
    for question in bank.questions {
      let card = AnkiCard(question, in: bank)
      let domain = outline.place(of: question)?.domain
      let deck = ([bank.title] + (domain.map { [$0.title] } ?? [])).map(Self.deckName)
      let fields = [
        "swot:\(question.id)", deck.joined(separator: "::"), card.front, card.back,
        Self.tags(of: question, in: bank),
      ]
      text += fields.map(Self.field).joined(separator: "\t") + "\n"
    }
    if !bank.questions.isEmpty {
      losses.note(.other, "cards show choices in the order of the bank, not shuffled")
    }
    return BankExport(
      bytes: Array(text.utf8), questionCount: bank.questions.count, losses: losses.all)
  }

  /// A field, in quotation marks where they are needed.
  private static func field(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != 0x09 && $0 != 0x0A && $0 != UInt8(ascii: "\"") }
    return isPlain && !text.hasPrefix("#") ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// A part of the name of a deck, in which two colons would begin another part.
  private static func deckName(_ name: String) -> String {
    var line = TextBlock.line(name)
    while line.contains("::") { line = line.replacing("::", with: ":") }
    if line.hasPrefix(":") { line = " " + line }
    return line.hasSuffix(":") ? line + " " : line
  }

  /// The labels as tags: `difficulty::advanced`; tags hold no blanks.
  private static func tags(of question: Question, in bank: QuestionBank) -> String {
    var labels = QuestionLabels(question, in: bank)
    let own = labels.tags
    labels.tags = []
    let ours = labels.texts.map { $0.replacing(":", with: "::") }
    let tags = ours + own.map { TextBlock.line($0) }
    return tags.map { tag in
      String(
        String.UnicodeScalarView(
          tag.unicodeScalars.map { scalar in
            scalar.properties.isWhitespace || scalar == "\"" ? "_" : scalar
          }))
    }.joined(separator: " ")
  }
}
