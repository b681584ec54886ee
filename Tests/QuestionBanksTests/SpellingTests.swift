import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The spelling of everything that learners read in the shipped banks, notes and exams.
///
/// British, with `-ize`, as in the Oxford English Dictionary; names and terms that the dictionary
/// lacks stand in `Fixtures/words.txt`.
@Suite(.needs(.aspell)) struct SpellingTests {
  private let words: [String]

  init() throws {
    let file = RepositoryFiles.root.appending(path: "Tests/QuestionBanksTests/Fixtures/words.txt")
    words = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }

  @Test func `no text has a typing error`() throws {
    let known = Set(words)
    let unknown = try misspelt(Self.texts).filter { !known.contains($0) }
    #expect(unknown == [], "mend them, or add names and terms to Fixtures/words.txt")
  }

  @Test func `the list of words is sorted and holds none twice and none that is not needed`() throws
  {
    #expect(words == Set(words).sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) })
    let needed = Set(try misspelt(Self.texts))
    #expect(words.filter { !needed.contains($0) } == [])
  }

  @Test func `a typing error would be found`() throws {
    #expect(try misspelt(["The acount holds no recieved keys."]) == ["acount", "recieved"])
  }

  /// The words of `texts` that the dictionary doesn't hold, each once, sorted.
  private func misspelt(_ texts: [String]) throws -> [String] {
    let input = texts.flatMap(Self.plainWords).joined(separator: "\n")
    let outcome = try withTemporaryFolder { folder in
      try Program.run(
        at: try SystemTool.aspell.path,
        ["list", "--master=en_GB-ize", "--encoding=utf-8", "--ignore=1"], input: input,
        home: folder)
    }
    #expect(outcome.status == 0, "\(outcome.errors)")
    return Set(outcome.lines).sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
  }

  /// The words of running text: of code, addresses, paths and numbers there are none.
  private static func plainWords(_ text: String) -> [String] {
    text.split(separator: "\n").filter { !$0.hasPrefix("    ") }
      .flatMap { $0.split { $0.isWhitespace || "–—-/".contains($0) } }
      .map { word in
        var word = word
        while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
        while let first = word.first, !first.isLetter, !first.isNumber { word.removeFirst() }
        if word.hasSuffix("'s") { word.removeLast(2) }
        return String(word)
      }
      .filter { word in !word.isEmpty && word.allSatisfy { $0.isLetter || $0 == "'" } }
  }

  /// All texts that are shown.
  private static let texts: [String] = {
    var texts: [String] = []
    for bank in ShippedBanks.banks {
      texts += [bank.title, bank.description ?? ""] + bank.scenarios.values.sorted()
      texts += bank.references.map(\.title) + bank.domains.map(\.title)
      texts += bank.domains.flatMap(\.objectives).map(\.title)
      texts += bank.questions.flatMap { $0.shownTexts + $0.keyedTexts + $0.teachingTexts }
      texts += bank.notes.flatMap { [$0.title] + $0.blocks.flatMap(\.runningTexts) }
    }
    for path in ShippedBanks.examPaths {
      guard let file = try? ShippedBanks.sourceFile(path),
        let exam = BlueprintReader.read(file).blueprint
      else { continue }
      texts += [exam.title, exam.description ?? ""] + exam.sections.map(\.title)
    }
    return texts
  }()
}

extension NotesBlock {
  /// The running text of the block, without code.
  fileprivate var runningTexts: [String] {
    switch self {
    case .heading(_, let text), .paragraph(let text): [text.runningText]
    case .list(_, let items): items.map(\.runningText)
    case .code: []
    case .table(let header, let rows): (header + rows.flatMap { $0 }).map(\.runningText)
    }
  }
}

extension [NotesInline] {
  /// The text without what stands in code.
  fileprivate var runningText: String {
    map { inline in
      switch inline {
      case .text(let text), .emphasis(let text), .strong(let text), .link(let text, _): text
      case .code: " "
      }
    }.joined()
  }
}
