import ArgumentParser

extension PaperStyle.Size: ExpressibleByArgument {}

/// How `swot bank print` and `swot exam --print` print.
struct PrintOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "With printing: how many forms, A, B, C …, of the same questions in other orders.",
      valueName: "number"))
  var forms = 1

  @Flag(help: "With printing: leave the answer key out.")
  var withoutKey = false

  @Flag(help: "With printing: print the answer key alone.")
  var keyOnly = false

  @Option(help: "With printing: the size of the sheets.")
  var paper = PaperStyle.Size.a4

  /// The options that were given.
  var given: [String] {
    [
      ("--forms", forms != 1), ("--without-key", withoutKey), ("--key-only", keyOnly),
      ("--paper", paper != .a4),
    ]
    .filter(\.1).map(\.0)
  }

  /// What is printed.
  var parts: PrintedExam.Parts {
    withoutKey ? .paperOnly : keyOnly ? .keyOnly : .paperAndKey
  }

  /// Refuses a number that has no letters, and options that leave nothing.
  func validate() throws {
    guard (1...PrintedExam.mostForms).contains(forms) else {
      throw ValidationError("--forms is \(forms) and must be 1 to \(PrintedExam.mostForms).")
    }
    if withoutKey, keyOnly {
      throw ValidationError("--without-key and --key-only can't be used together.")
    }
  }

  /// The page, or the PDF of it.
  ///
  /// - Throws: ``PDFPrinter/Failure``.
  func bytes(of exam: PrintedExam, asPDF: Bool) throws -> [UInt8] {
    let page = PrintedExamPage(exam, on: paper).page
    return asPDF ? try PDFPrinter.pdf(of: page) : page.bytes
  }
}
