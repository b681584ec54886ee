import BankExchange
import PracticeCore
import QuestionBankFormat

/// What must hold for every file that is read in another format.
package enum ExchangeChecks {
  /// Reads an input, and checks what came of it.
  ///
  /// - Parameters:
  ///   - input: The input.
  ///   - thoroughness: Whether all is checked.
  /// - Throws: ``BrokenPromise``.
  package static func check(
    _ input: some Collection<UInt8>, _ thoroughness: Thoroughness = .full
  ) throws(BrokenPromise) {
    let input = ExchangeInput(input)
    let result = input.importer.read(input.file, options: ImportOptions())
    try checkReports(result, of: input)
    if input.kind == .moodleXML || input.kind == .document { try checkTree(of: input.file) }
    guard let bank = result.bank else {
      return try require(result.diagnostics.hasErrors, "no bank, and nothing says why")
    }
    try require(bank.questions.count <= result.questionCount, "more questions than were found")
    if bank.questions.count < result.questionCount {
      try require(
        !result.diagnostics.isEmpty || !result.losses.isEmpty,
        "a question is left out, and nothing says why")
    }
    guard thoroughness == .full else { return }
    let again = input.importer.read(input.file, options: ImportOptions())
    try require(again == result, "reading twice gives something else")
    try checkYAML(of: bank)
    if !bank.questions.isEmpty { try checkExports(of: bank) }
  }

  private static func checkReports(
    _ result: BankImport, of input: ExchangeInput
  ) throws(BrokenPromise) {
    try require(result.diagnostics.count <= 1_001, "\(result.diagnostics.count) diagnostics")
    for diagnostic in result.diagnostics {
      try require(
        ImportRule(rawValue: diagnostic.rule) != nil, "there is no rule \(diagnostic.rule)")
      try require(!diagnostic.message.isEmpty, "[\(diagnostic.rule)] says nothing")
      try require(
        diagnostic.message.utf8.count < 2_000,
        "[\(diagnostic.rule)] says \(diagnostic.message.utf8.count) bytes")
      try checkPlace(diagnostic.location, of: input)
    }
    for loss in result.losses {
      try require(!loss.message.isEmpty, "[\(loss.kind.rawValue)] says nothing")
      try require(
        loss.message.utf8.count < 2_000,
        "[\(loss.kind.rawValue)] says \(loss.message.utf8.count) bytes")
      if let location = loss.location { try checkPlace(location, of: input) }
    }
  }

  /// A place is in the file, or in a file of the package.
  private static func checkPlace(
    _ place: SourceLocation, of input: ExchangeInput
  ) throws(BrokenPromise) {
    try require(place.line >= 1 && place.column >= 1, "the place \(place)")
    guard place.file == input.file.name else {
      return try require(
        place.file.hasPrefix(input.file.name + "/"), "a file that wasn't read: \(place.file)")
    }
    // Those of UTF-16 and of carriage returns alone have other lines.
    let bytes = input.file.bytes
    guard !bytes.contains(0), !bytes.contains(0x0D), bytes.first != 0xFE, bytes.first != 0xFF else {
      return
    }
    let lines = bytes.count { $0 == 0x0A } + 1
    try require(place.line <= lines, "line \(place.line) of \(lines)")
  }

  /// Elements stand one behind the other, none outside the limits.
  private static func checkTree(of file: SourceFile) throws(BrokenPromise) {
    guard let root = XMLReader.readBeginning(of: file).root else { return }
    var last = root.location
    try check(root, depth: 1, &last)
  }

  private static func check(
    _ element: XMLElement, depth: Int, _ last: inout SourceLocation
  ) throws(BrokenPromise) {
    try require(depth <= XMLLimits.standard.depth, "an element at the depth of \(depth)")
    try require(last <= element.location, "\(element.location) comes after \(last)")
    last = element.location
    for attribute in element.attributes {
      try require(last <= attribute.location, "\(attribute.location) comes after \(last)")
    }
    for child in element.elements { try check(child, depth: depth + 1, &last) }
  }

  /// A bank that was imported has no error by the rules of banks.
  private static func checkYAML(of bank: QuestionBank) throws(BrokenPromise) {
    let text = BankWriter.text(of: bank)
    try requireHarmless(text, allowing: ["\n"], "an imported bank")
    let outcome = QuestionBankReader.check([SourceFile(name: "bank.yaml", text: text)])
    if let error = outcome.diagnostics.first(where: { $0.severity == .error }) {
      throw BrokenPromise("an imported bank has an error: \(error.message)")
    }
    try require(
      outcome.bank?.questions.map(\.format) == bank.questions.map(\.format),
      "an imported bank is another one once it is written")
  }

  /// What was imported can be written in every format, and read again where that is possible;
  /// formats that carry all kinds of question lose none.
  private static func checkExports(of bank: QuestionBank) throws(BrokenPromise) {
    let whole: [ExchangeFormat] = [.csv, .moodleXML, .qti12, .qti21, .qti30]
    for format in ExchangeFormat.allCases {
      guard let exporter = format.exporter else { continue }
      let export = exporter.export(ExportSource(bank))
      if whole.contains(format) {
        try require(
          export.questionCount == bank.questions.count,
          "an export to \(format.title) leaves questions out")
      }
      guard export.questionCount > 0, let importer = format.importer else { continue }
      let file = SourceFile(name: "again", bytes: export.bytes)
      let result = importer.read(file, options: ImportOptions())
      if let error = result.diagnostics.first(where: { $0.severity == .error }) {
        throw BrokenPromise("an export to \(format.title) can't be read: \(error.message)")
      }
      try require(
        result.bank?.questions.count == export.questionCount,
        "an export to \(format.title) loses questions")
    }
  }
}
