package import PracticeCore

/// What is shown after a question, whatever was answered: the takeaway, then the references.
///
/// Other programs have one text for both. The references stand at its end, as a list under a line
/// `References:`, each as its title with the address in parentheses; so they are found again.
package struct GeneralFeedback: Equatable, Sendable {
  /// The rule to remember.
  package var takeaway: String?
  /// Titles and addresses.
  package var references: [(title: String, url: String)]

  private static let heading = "References:"

  package static func == (left: GeneralFeedback, right: GeneralFeedback) -> Bool {
    left.takeaway == right.takeaway
      && left.references.elementsEqual(right.references) { $0 == $1 }
  }

  /// The feedback on a question.
  package init(_ question: Question, in bank: QuestionBank) {
    takeaway = question.takeaway
    references = question.references.compactMap { id in
      bank.references.first { $0.id == id }.map { ($0.title, $0.url) }
    }
  }

  /// Finds takeaway and references in a text of a bank's layout.
  package init(reading text: String) {
    references = []
    var blocks = TextBlock.blocks(of: text)
    if blocks.count >= 2, case .list(let items) = blocks[blocks.count - 1],
      blocks[blocks.count - 2] == .paragraph(Self.heading)
    {
      let found = items.compactMap(Self.reference)
      if found.count == items.count {
        references = found
        blocks.removeLast(2)
      }
    }
    takeaway = blocks.isEmpty ? nil : TextBlock.text(of: blocks)
  }

  /// Whether there is nothing to show.
  package var isEmpty: Bool { takeaway == nil && references.isEmpty }

  /// The feedback in the layout of banks; empty where there is none.
  package var text: String {
    var parts = takeaway.map { [TextBlock.normalized($0)] } ?? []
    if !references.isEmpty {
      parts.append(Self.heading)
      parts.append(
        references.map { "- \(TextBlock.line($0.title)) (\($0.url))" }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  /// The feedback as HTML, with links; empty where there is none.
  package var html: String {
    var html = takeaway.map { HTMLFragment.html(of: $0) } ?? ""
    guard !references.isEmpty else { return html }
    if !html.isEmpty, !html.hasPrefix("<") { html = "<p>\(html)</p>" }
    let items = references.map { reference in
      let address = HTMLFragment.escaped(reference.url)
      let title = HTMLFragment.escaped(TextBlock.line(reference.title))
      return "<li><a href=\"\(address)\">\(title)</a></li>"
    }
    if !html.isEmpty { html += "\n" }
    return html + "<p>\(Self.heading)</p>\n<ul>\(items.joined())</ul>"
  }

  /// The title and the address of an item `Title (https://…)`.
  private static func reference(_ item: String) -> (title: String, url: String)? {
    guard item.hasSuffix(")"), let open = item.range(of: " (http", from: item.endIndex) else {
      // A title that is the address itself.
      return isAddress(item) ? (item, item) : nil
    }
    let url = String(item[item.index(open, offsetBy: 2)..<item.index(before: item.endIndex)])
    let title = String(item[..<open])
    return isAddress(url) && !title.isEmpty ? (title, url) : nil
  }

  /// Whether banks take it for the address of a page.
  static func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://"))
      && !text.utf8.contains { $0 <= 0x20 }
  }
}

extension String {
  /// Where `text` begins for the last time before `end`.
  fileprivate func range(of text: String, from end: Index) -> Index? {
    var place = end
    while place > startIndex {
      place = index(before: place)
      if self[place...].hasPrefix(text) { return place }
    }
    return nil
  }
}
