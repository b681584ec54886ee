import ArgumentParser
import PracticeCore
import Testing

@testable import QuestionBankFormat
@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The guide for authors: its examples are what the program takes.
@Suite struct AuthorGuideTests {
  private static let articles = [
    "First-bank", "Bank-format", "Writing-banks", "Banks-in-git", "Exchange",
  ]

  /// The files that a page shows are without a warning, as its text says: a folder's are one bank,
  /// and exams draw from the banks of their page.
  @Test(arguments: ["First-bank", "Bank-format"])
  func `the banks and exams of a page have neither an error nor a warning`(page: String) throws {
    let examples = try GuideArticle(page).files
    let exams = examples.filter { isExam($0) }
    var folders: [(name: Substring, files: [SourceFile])] = []
    for file in examples where !isExam(file) {
      // A bank's notes stand in a folder within its own.
      let name = file.name.split(separator: "/").dropLast().first ?? ""
      if let index = folders.firstIndex(where: { $0.name == name }) {
        folders[index].files.append(file)
      } else {
        folders.append((name, [file]))
      }
    }
    #expect(!folders.isEmpty)
    let today = try #require(CalendarDate("2026-11-30"))
    let reports = BankLint.check(folders.map(\.files), asOf: today)
    #expect(reports.flatMap(\.findings).map(\.diagnostic) == [])
    let banks = reports.compactMap(\.bank)
    #expect(banks.count == folders.count)
    #expect(reports.allSatisfy { $0.questionCount > 0 })
    for exam in exams {
      let (blueprint, diagnostics) = BlueprintReader.read(exam, banks: banks)
      #expect(diagnostics == [])
      #expect(blueprint != nil, "\(exam.name)")
    }
  }

  @Test func `the format is shown with notes, all kinds of question and two exams`() throws {
    let files = try GuideArticle("Bank-format").files
    #expect(
      files.map(\.name) == [
        "coffee/bank.yaml", "coffee/milk.yaml", "coffee/notes/brewing.md", "coffee-mock.exam.yaml",
        "coffee-short.exam.yaml",
      ])
    let bank = try #require(QuestionBankReader.read(files.filter { !isExam($0) }).bank)
    #expect(Set(bank.questions.map(\.format.kind)) == Set(QuestionKind.allCases))
    #expect(bank.notes.map(\.objective) == ["BREW-GRIND"])
  }

  /// Each table of keys against the readers' own list; the examples use all of them.
  @Test(arguments: ["bank", "exam"])
  func `every key has its row in a table, and no other has`(format: String) throws {
    let model = format == "bank" ? BankModel.bank : BlueprintModel.blueprint
    let article = try GuideArticle("Bank-format")
    let text = article.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    var seen: Set<String> = []
    func visit(_ value: ValueModel) {
      switch value {
      case .list(let entry, _, _): visit(entry)
      case .names(let value): visit(value)
      case .either(let first, let second):
        visit(first)
        visit(second)
      case .mapping(let mapping, _):
        guard seen.insert(mapping.name).inserted else { return }
        let keys = mapping.keys.map(\.name)
        #expect(article.tableOfKeys(mapping.name) == keys, "\(mapping.name)")
        for key in keys { #expect(text.contains("\(key):"), "no example has '\(key)'") }
        for key in mapping.keys { visit(key.value) }
      case .oneOf(let values):
        for value in values { #expect(article.text.contains("`\(value)`"), "\(value)") }
      default: break
      }
    }
    visit(.mapping(model))
    #expect(seen.count > 2)
  }

  @Test(arguments: articles)
  func `every command of a page is one that the program knows`(page: String) throws {
    let commands = try GuideArticle(page).commands
    for command in commands {
      #expect(throws: Never.self, "swot \(command.joined(separator: " "))") {
        _ = try Swot.parseAsRoot(command)
      }
    }
    #expect(page == "Writing-banks" || commands.count > 1)
  }

  @Test func `what the read-me shows is read and known`() throws {
    let page = try GuideArticle(path: "README.md")
    let bank = try #require(page.files.first)
    let (read, diagnostics) = QuestionBankReader.read([bank])
    #expect(read?.id == "capitals")
    #expect(diagnostics.filter { $0.severity == .error } == [])
    #expect(page.commands.count > 3)
    for command in page.commands {
      #expect(throws: Never.self, "swot \(command.joined(separator: " "))") {
        _ = try Swot.parseAsRoot(command)
      }
    }
  }

  @Test func `a command that the program doesn't know is found`() throws {
    let article = GuideArticle(
      text: """
        ```sh
        swot bank check "a b.yaml" | less  # reads
        swot bank chekc --nothing
        ```
        """)
    #expect(article.commands == [["bank", "check", "a b.yaml"], ["bank", "chekc", "--nothing"]])
    #expect(throws: (any Error).self) { try Swot.parseAsRoot(article.commands[1]) }
  }

  private func isExam(_ file: SourceFile) -> Bool {
    if case .exam = FileKind(file) { true } else { false }
  }
}

/// A page of the documentation, with the blocks of code in it.
private struct GuideArticle {
  /// The page in Markdown.
  let text: String
  /// The blocks of code, each with the language behind its fence and without its indentation.
  let blocks: [(language: String, lines: [String])]

  init(_ name: String) throws {
    try self.init(path: "Sources/swot/Documentation.docc/\(name).md")
  }

  init(path: String) throws {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let contents = try Data(contentsOf: root.appending(path: path))
    self.init(text: String(decoding: contents, as: UTF8.self))
  }

  init(text: String) {
    self.text = text
    var blocks: [(language: String, lines: [String])] = []
    var fence: (text: Substring, indent: Int)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      let content = line.dropFirst(indent)
      if let open = fence {
        if content == open.text {
          fence = nil
        } else {
          blocks[blocks.count - 1].lines.append(String(line.dropFirst(min(indent, open.indent))))
        }
      } else if content.hasPrefix("```") {
        let mark = content.prefix { $0 == "`" }
        fence = (mark, indent)
        blocks.append((String(content.dropFirst(mark.count)), []))
      }
    }
    self.blocks = blocks
  }

  /// The whole banks, parts, notes and exams.
  ///
  /// They go by the names in their first lines where they have some. A part without a name stands in
  /// the folder of the bank before it.
  var files: [SourceFile] {
    var files: [SourceFile] = []
    for block in blocks {
      let contents = block.lines.joined(separator: "\n") + "\n"
      let first = block.lines.first ?? ""
      if block.language == "markdown", first.hasPrefix("<!-- ") {
        files.append(SourceFile(name: String(first.dropFirst(5).dropLast(4)), text: contents))
      }
      guard block.language == "yaml" else { continue }
      let unnamed = SourceFile(name: "bank.yaml", text: contents)
      switch FileKind(unnamed) {
      case .other: continue
      case .questions where !first.hasPrefix("# "):
        files.append(SourceFile(name: "more.yaml", text: contents))
      case _ where first.hasPrefix("# "):
        files.append(SourceFile(name: String(first.dropFirst(2)), text: contents))
      default: files.append(unnamed)
      }
    }
    return files
  }

  /// The first cells of the table below the heading "Keys of a …".
  func tableOfKeys(_ name: String) -> [String] {
    let headings = ["### Keys of a \(name)", "### Keys of an \(name)", "### Keys of \(name)"]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.firstIndex(where: { headings.contains(String($0)) }) else {
      return []
    }
    let table = lines[(heading + 1)...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    return table.dropFirst(2).compactMap { row in
      row.split(separator: "`").dropFirst().first.map(String.init)
    }
  }

  /// The arguments of all commands to the program, as a shell would divide them.
  var commands: [[String]] {
    blocks.flatMap(\.lines).compactMap { line in
      var words = Self.words(line)
      while let first = words.first, ["-", "$", "run:"].contains(first) { words.removeFirst() }
      return words.first == "swot" ? Array(words.dropFirst()) : nil
    }
  }

  /// The words of a line up to a comment, a pipe or a redirection.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else if word == nil, "#|>&;".contains(character) {
        break
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
