import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct ShippedBanksTests {
  @Test func `three banks are shipped`() {
    #expect(ShippedBanks.banks.map(\.id) == ["aws-architecture", "aws-iam", "gcp-containers"])
  }

  @Test(arguments: ShippedBanks.bankFolders)
  func `a shipped bank is read without a diagnostic`(folder: String) throws {
    let (bank, diagnostics) = try ShippedBanks.read(folder)
    #expect(diagnostics.map(\.summary) == [])
    #expect(bank.map { "\(ShippedBanks.folder)/\($0.id)" } == folder)
  }

  @Test func `the checker has nothing to say about the shipped banks`() throws {
    let folder = RepositoryFiles.root.appending(path: ShippedBanks.folder).path
    let outcome = try withTemporaryFolder { home in
      try Program.run(
        ["bank", "check", folder, "--strict", "--as-of", "2026-11-30"], home: home)
    }
    #expect(outcome.output == "" && outcome.errors == "" && outcome.status == 0)
  }

  @Test(arguments: ShippedBanks.bankFolders)
  func `the formatter has nothing to do for a shipped bank`(folder: String) throws {
    let files = try RepositoryFiles.below(folder).map { try ShippedBanks.sourceFile($0) }
    for (file, outcome) in BankFormatter.format(bank: files).outcomes {
      #expect(outcome == .unchanged, "\(file.name)")
    }
  }

  @Test(arguments: ShippedBanks.examPaths)
  func `the formatter has nothing to do for a shipped exam`(path: String) throws {
    let file = try ShippedBanks.sourceFile(path)
    #expect(BankFormatter.format(blueprint: file).outcome == .unchanged)
  }

  @Test(arguments: ShippedBanks.examPaths)
  func `a shipped exam is read without a diagnostic`(path: String) throws {
    let (blueprint, diagnostics) = BlueprintReader.read(
      try ShippedBanks.sourceFile(path), banks: ShippedBanks.banks)
    #expect(diagnostics.map(\.summary) == [])
    #expect(blueprint.map { "\(ShippedBanks.examFolder)/\($0.id).yaml" } == path)
  }

  @Test(arguments: ShippedBanks.examPaths)
  func `an exam's sections have enough questions and weights that add to 100`(
    path: String
  ) throws {
    let blueprint = try #require(BlueprintReader.read(try ShippedBanks.sourceFile(path)).blueprint)
    let total = blueprint.sections.map(\.weight).reduce(0, +)
    #expect(total == 100)
    for section in blueprint.sections {
      let available = section.from.map { source in
        ShippedBanks.banks.filter { $0.id == source.prefix { $0 != "/" } }.map(\.questions.count)
          .reduce(0, +)
      }
      let wanted = Double(blueprint.questions) * section.weight / total
      #expect(Double(available.reduce(0, +)) >= wanted.rounded(.up), "\(section.title)")
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `a bank says what it is, who wrote it and when it was reviewed`(bank: QuestionBank) {
    #expect(bank.license == "CC-BY-4.0")
    #expect(bank.authors == ["Swot contributors"])
    #expect(bank.language == "en")
    #expect(bank.description?.contains("Not set or endorsed by") == true)
    #expect(bank.reviewed != nil)
  }

  @Test(arguments: ShippedBanks.banks)
  func `the domains' weights add to 100, and every domain has questions`(bank: QuestionBank) {
    #expect(bank.domains.map(\.weight).reduce(0, +) == 100)
    let covered = Set(bank.questions.compactMap(bank.domainID))
    #expect(bank.domains.map(\.id).filter { !covered.contains($0) } == [])
  }

  @Test(arguments: ShippedBanks.banks)
  func `ids carry the bank's prefix, and their numbers run on without a gap`(
    bank: QuestionBank
  ) throws {
    let prefix = try #require(bank.domains.first?.id.prefix { $0 != "-" })
    for domain in bank.domains {
      #expect(domain.id.wholeMatch(of: /[A-Z]{3}-D\d/) != nil, "\(domain.id)")
      for id in [domain.id] + domain.objectives.map(\.id) {
        #expect(id.hasPrefix("\(prefix)-"), "\(id)")
      }
    }
    // Files hold one domain each, and later questions join their domain, so that numbers are in
    // order over the bank and not within it.
    let expected = bank.questions.indices.map { index in
      let number = "\(index + 1)"
      let padded = String(repeating: "0", count: max(0, 3 - number.count)) + number
      return "\(prefix)-Q-\(padded)"
    }
    #expect(bank.questions.map { String($0.id.question) }.sorted() == expected)
  }

  @Test(arguments: ShippedBanks.banks)
  func `notes teach objectives in sections of 150 to 400 words, with their facts`(
    bank: QuestionBank
  ) throws {
    for section in bank.notes where section.title != "Glossary" {
      let objective = try #require(section.objective, "\(section.title)")
      #expect(!section.facts.isEmpty, "\(objective)")
      for fact in section.facts { #expect(fact.hasPrefix("\(objective)-"), "\(fact)") }
      let count = section.blocks.map(\.wordCount).reduce(0, +)
      #expect((150...400).contains(count), "\(objective) has \(count) words")
    }
    let objectives = bank.notes.compactMap(\.objective)
    #expect(Set(objectives).count == objectives.count)
  }

  @Test(arguments: ShippedBanks.banks)
  func `a section of notes says what to remember, where the traps are and what changed`(
    bank: QuestionBank
  ) {
    for section in bank.notes where section.objective != nil {
      let openings = section.blocks.compactMap { block -> String? in
        guard case .paragraph(let text) = block, case .emphasis(let opening)? = text.first else {
          return nil
        }
        return opening
      }
      #expect(
        openings.suffix(3) == ["Remember.", "Traps.", "What changed."], "\(section.title)")
      let links = section.blocks.reduce(0) { $0 + $1.linkCount }
      #expect(links > 0, "\(section.title)")
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `every objective that is asked about has notes`(bank: QuestionBank) {
    let taught = Set(bank.notes.compactMap(\.objective))
    let asked = Set(bank.questions.compactMap(\.objective))
    #expect(asked.subtracting(taught).sorted() == [])
  }
}

extension Diagnostic {
  fileprivate var summary: String {
    "\(location.file):\(location.line):\(location.column): \(message) [\(rule)]"
  }
}

extension NotesBlock {
  /// The words that a learner reads in the block.
  fileprivate var wordCount: Int {
    switch self {
    case .heading(_, let text), .paragraph(let text): text.wordCount
    case .list(_, let items): items.map(\.wordCount).reduce(0, +)
    case .code(let lines): lines.flatMap(\.words).count
    case .table(let header, let rows):
      (header + rows.flatMap { $0 }).map(\.wordCount).reduce(0, +)
    }
  }
}

extension NotesBlock {
  /// The links in the block.
  fileprivate var linkCount: Int {
    switch self {
    case .heading(_, let text), .paragraph(let text): text.linkCount
    case .list(_, let items): items.map(\.linkCount).reduce(0, +)
    case .code: 0
    case .table(let header, let rows):
      (header + rows.flatMap { $0 }).map(\.linkCount).reduce(0, +)
    }
  }
}

extension [NotesInline] {
  /// The links.
  fileprivate var linkCount: Int {
    count { if case .link = $0 { true } else { false } }
  }

  /// The words of running text.
  fileprivate var wordCount: Int {
    map { inline in
      switch inline {
      case .text(let text), .emphasis(let text), .strong(let text), .code(let text),
        .link(let text, _):
        text
      }
    }.joined().words.count
  }
}
