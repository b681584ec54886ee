import PracticeCore

/// An exam for paper as one page of HTML, on which a browser shows its sheets below each other.
struct PrintedExamPage {
  private let exam: PrintedExam
  private let size: PaperStyle.Size

  /// Takes an exam, and the size of the sheets.
  init(_ exam: PrintedExam, on size: PaperStyle.Size = .a4) {
    self.exam = exam
    self.size = size
  }

  /// The page.
  var page: HTMLPage {
    HTMLPage(title: exam.title, styles: [PaperStyle.sheet, size.sheet]) {
      Markup.element("h1", ["class": "screen"]) { exam.title }
      Markup.element("p", ["class": "screen soft"]) {
        "To be printed: "
        for (index, part) in parts.enumerated() {
          if index > 0 { ", " }
          Markup.element("a", ["href": "#\(part.id)"]) { part.name }
        }
        "."
      }
      if exam.parts != .keyOnly {
        for index in exam.forms.indices { PrintedFormMarkup(exam, form: index).section }
      }
      if exam.parts != .paperOnly { PrintedKeyMarkup(exam).section }
    }
  }

  private var parts: [(id: String, name: String)] {
    var parts: [(id: String, name: String)] = []
    if exam.parts != .keyOnly {
      parts += exam.forms.indices.map { index in
        let letter = exam.letter(ofForm: index)
        return ("form-\(index + 1)", letter.isEmpty ? "the questions" : "form \(letter)")
      }
    }
    if exam.parts != .paperOnly { parts.append(("key", "the answer key")) }
    return parts
  }
}
