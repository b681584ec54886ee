import QuestionBankFormat

extension BankAssembly {
  /// The text of a bank for HTML that stands in an element; what it loses is listed with its place.
  mutating func text(
    ofHTML html: String, in element: XMLElement, lineEnds: HTMLFragment.LineEnds = .blanks,
    of question: String?
  ) -> String {
    guard html.utf8.count <= ImportLimits.textBytes else {
      report.report(
        .tooLarge, "a text of \(html.utf8.count) bytes; at most \(ImportLimits.textBytes) are read",
        at: element.location)
      return ""
    }
    let plain = HTMLFragment.plainText(of: html, lineEnds: lineEnds)
    for loss in plain.losses {
      report.lose(
        loss.kind, loss.message, of: question,
        at: element.location(ofByte: loss.offset, in: html))
    }
    return plain.text
  }
}
