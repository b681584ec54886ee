import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct CheckOutputTests {
  private static let today = CalendarDate(daysSince1970: 20_787)

  /// A bank with one error, and twelve choices that say "never".
  private static func bank(header: String = "", questions: Int = 12) -> String {
    var text = "format: swot-bank/1\nid: b\ntitle: B\n\(header)questions:\n"
    for number in 1...questions {
      text += """
          - id: Q-\(number)
            stem: Which of the \(number) things is it?
            choices: [{right: thing \(number), why: So.}, {wrong: it never ends, why: No.}]

        """
    }
    return text + "  - {id: Q-1, stem: Which, answer: [x]}\n"
  }

  private static func check(_ text: String, name: String = "my banks/a,b.yaml") -> BankCheck {
    let file = SourceFile(name: name, text: text)
    return BankCheck([.bank(path: name, files: [file])], known: [], asOf: today)
  }

  @Test func `ten findings of a rule are shown, then how many more there are`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(["b.yaml": Self.bank()], in: folder)
      func lines(_ options: String...) throws -> [String] {
        let outcome = try Program.run(
          ["bank", "check", folder + "/b.yaml", "--no-builtin-banks"] + options, home: folder)
        #expect(outcome.status == 65)
        return outcome.errors.split(separator: "\n").map(String.init)
      }
      let short = try lines()
      #expect(short.count { $0.contains("[absolute-term]") && $0.contains(": warning:") } == 10)
      #expect(short.contains("and 2 more warnings [absolute-term]; to see all: --all"))
      let all = try lines("--all")
      #expect(all.count { $0.contains("[absolute-term]") && $0.contains(": warning:") } == 12)
      #expect(!all.contains { $0.contains("to see all") })
      let marked = try #require(short.firstIndex { $0.contains("'never' gives") })
      let caret = try #require(short[marked + 2].firstIndex(of: "^"))
      let column = short[marked + 2].distance(from: short[marked + 2].startIndex, to: caret)
      #expect(short[marked + 1].dropFirst(column).hasPrefix("never"))
    }
  }

  @Test func `reviews are old as of a day`() throws {
    try withTemporaryFolder { folder in
      let text = "format: swot-bank/1\nid: b\ntitle: B\nreviewed: 2026-01-01\n"
      try BankFiles.write(["b.yaml": text], in: folder)
      func run(_ options: String...) throws -> Program.Outcome {
        try Program.run(
          ["bank", "check", folder + "/b.yaml", "--no-builtin-banks"] + options, home: folder)
      }
      #expect(try !run().errors.contains("stale-review"))
      #expect(try run("--as-of", "2027-01-02").errors.contains("[stale-review]"))
      let wrong = try run("--as-of", "tomorrow")
      #expect(wrong.status == 64 && wrong.errors.contains("dates are written YYYY-MM-DD"))
    }
  }

  @Test func `a workflow gets the most important first, and how many there are`() {
    let check = Self.check(Self.bank())
    let lines = CheckAnnotations(
      check, paths: RepositoryPath(Environment([:]), workingFolder: "/x"), showingAll: false
    ).lines
    #expect(
      lines[0]
        == "::error file=my banks/a%2Cb.yaml,line=41,col=10,title=duplicate-id::question 'Q-1' is declared twice%0Anote: the first one is here (my banks/a,b.yaml:5:9)"
    )
    // One of each rule before a second one of any.
    let rules = lines.dropFirst().prefix(4).map { line in
      line.split(separator: "title=").last.map { String($0.prefix { $0 != ":" }) }
    }
    #expect(
      Set(rules) == ["incomplete-bank", "incomplete-question", "absolute-term", "key-position"])
    #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
    #expect(
      lines.last?.hasPrefix("::notice title=swot bank check::Checked 1 bank, 13 questions") == true)
    #expect(lines.last?.contains("run it with --all") == true)
    let all = CheckAnnotations(check, showingAll: true).lines
    #expect(all.count == check.findings.count + 1)
    #expect(
      CheckAnnotations(BankCheck([], known: [], asOf: Self.today), showingAll: false).lines == [])
  }

  @Test func `paths are told from the root of the checkout`() {
    let paths = RepositoryPath(
      Environment(["GITHUB_WORKSPACE": "/home/runner/work"]), workingFolder: "/tmp/x")
    #expect(paths.relative("/home/runner/work/banks/b.yaml") == "banks/b.yaml")
    #expect(paths.relative("/tmp/x/b.yaml") == "b.yaml")
    #expect(paths.relative("./b.yaml") == "b.yaml")
    #expect(paths.uri("my banks/ä%.yaml") == "my%20banks/%C3%A4%25.yaml")
    #expect(paths.uri("/other/b.yaml") == "file:///other/b.yaml")
  }

  private struct Log: Decodable {
    struct Run: Decodable {
      struct Tool: Decodable {
        struct Driver: Decodable {
          struct Rule: Decodable {
            struct Text: Decodable { let text: String }
            let id: String
            let shortDescription, fullDescription, help: Text
          }
          let name: String
          let rules: [Rule]
        }
        let driver: Driver
      }
      struct Result: Decodable {
        struct Location: Decodable {
          struct Physical: Decodable {
            struct Artifact: Decodable { let uri: String }
            struct Region: Decodable { let startLine, startColumn: Int }
            let artifactLocation: Artifact
            let region: Region
          }
          let physicalLocation: Physical
        }
        let ruleId, level: String
        let ruleIndex: Int
        let locations, relatedLocations: [Location]
        let partialFingerprints: [String: String]
      }
      let tool: Tool
      let results: [Result]
      let columnKind: String
    }
    let version: String
    let runs: [Run]
  }

  private static func log(_ text: String) throws -> Log.Run {
    let json = CheckSARIF(check(text)).json.bytes
    let log = try JSONDecoder().decode(Log.self, from: Data(json))
    #expect(log.version == "2.1.0" && log.runs.count == 1)
    return try #require(log.runs.first)
  }

  @Test func `a SARIF log has every finding with its rule and place`() throws {
    let run = try Self.log(Self.bank())
    let check = Self.check(Self.bank())
    #expect(run.results.count == check.findings.count && run.columnKind == "unicodeCodePoints")
    #expect(run.tool.driver.rules.map(\.id) == RuleCatalogue.all.map(\.rule.rawValue))
    for rule in run.tool.driver.rules {
      #expect(rule.shortDescription.text.hasSuffix("."), "\(rule.id)")
      #expect(!rule.help.text.isEmpty)
    }
    for (result, finding) in zip(run.results, check.findings) {
      #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
      #expect(result.ruleId == finding.diagnostic.rule)
      let place = try #require(result.locations.first).physicalLocation
      #expect(place.artifactLocation.uri == "my%20banks/a%2Cb.yaml")
      #expect(place.region.startLine == finding.diagnostic.location.line)
      #expect(result.relatedLocations.count == finding.diagnostic.notes.count)
    }
  }

  @Test func `fingerprints differ from one another and outlive lines that come before`() throws {
    let first = try Self.log(Self.bank()).results
    let moved = try Self.log(Self.bank(header: "# a comment\n\n")).results
    for key in ["primaryLocationLineHash", "swotFinding/v1"] {
      let prints = first.compactMap { $0.partialFingerprints[key] }
      #expect(prints.count == first.count && Set(prints).count == prints.count)
      #expect(prints == moved.compactMap { $0.partialFingerprints[key] })
    }
  }

  @Test(.needs(.readers))
  func `sarif-tools finds in the log what was found`() throws {
    try withTemporaryFolder { folder in
      let check = Self.check(Self.bank())
      let path = folder + "/banks.sarif"
      try Data(CheckSARIF(check).json.bytes).write(to: URL(filePath: path))
      let script = """
        import sys
        from sarif import loader
        log = loader.load_sarif_file(sys.argv[1])
        print(log.runs[0].get_tool_name(), log.get_result_count())
        for found in log.get_records():
            print(*(found[key] for key in ["Severity", "Code", "Location", "Line", "Description"]))
        """
      let outcome = try Program.run(
        at: try SystemTool.readers.path, ["-c", script, path], home: folder,
        environment: ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"])
      #expect(outcome.status == 0 && outcome.errors == "")
      let expected = check.diagnostics.map { found in
        "\(found.severity.rawValue) \(found.rule) my%20banks/a%2Cb.yaml \(found.location.line) "
          + found.message
      }
      #expect(outcome.lines.first == "swot \(expected.count)")
      #expect(outcome.lines.dropFirst().sorted() == expected.sorted())
    }
  }
}
