import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

@Suite struct ExamPackCodecTests {
  private func decode(_ bytes: [UInt8]) throws(ExamPaperError) -> ExamPack {
    try ExamPackDecoder.pack(in: bytes, of: "pack.json")
  }

  private func encode(_ pack: ExamPack) throws -> [UInt8] {
    try ExamPackEncoder.bytes(of: pack, for: "pack.json")
  }

  /// A bank with two domains, a scenario, notes and more references than its questions name.
  private let bank = QuestionBank(
    id: "b", title: "Bank", description: "Not packed", authors: ["nobody"],
    references: ["r-1", "r-2", "r-3"].map { Reference(id: $0, title: $0, url: "https://x/\($0)") },
    scenarios: ["shop": "A shop.", "unused": "…"],
    domains: [
      Domain(
        id: "D-1", title: "One", weight: 3, objectives: [Objective(id: "O-1", title: "First")]),
      Domain(
        id: "D-2", title: "Two", weight: 1, objectives: [Objective(id: "O-2", title: "Second")]),
    ],
    questions: (1...12).map { number in
      Question(
        id: QuestionID(bank: "b", question: "Q-\(number)"), objective: "O-\(number % 2 + 1)",
        scenario: number < 4 ? "shop" : nil, scenarioText: number < 4 ? "A shop." : nil,
        stem: "\(number)?",
        format: .choices((1...4).map { Choice(text: "\($0)", isRight: $0 == 1) }),
        references: number % 3 == 0 ? ["r-2", "r-1"] : [])
    })

  private let blueprint = Blueprint(
    id: "e", title: "Exam", questions: 8, unscored: 2, minutes: 16, scale: .percent(pass: 70),
    sections: [BlueprintSection(title: "All", weight: 1, from: ["b/D-1", "b/O-2"])])

  @Test func `a pack comes back as it was, and from the same pack comes the same file`() throws {
    try withEvery(seed: 0..<200) { seed, random in
      let pack = ExamPack(form: random.paper())
      let bytes = try encode(pack)
      try #require(try decode(bytes) == pack, "seed \(seed)")
      try #require(try encode(try decode(bytes)) == bytes, "seed \(seed)")
      try #require(ExamPack.isPack(bytes), "seed \(seed)")
    }
  }

  @Test func `what was new to the one who packed is not handed out`() throws {
    var paper = ExamPaper.example
    paper.items[0].isNew = false
    let form = try #require(try decode(try encode(ExamPack(form: paper))).form)
    #expect(form.items.allSatisfy { $0.isNew })
    #expect(form.fingerprint == paper.fingerprint)
  }

  @Test func `a seed draws the same form from a pack of own forms as from the banks`() throws {
    let other = QuestionBank(id: "other", title: "Not named", questions: bank.questions)
    let catalog = QuestionCatalog(banks: [other, bank])
    let pack = ExamPack(ownFormsBy: blueprint, from: catalog)
    #expect(pack.banks.map(\.id) == ["b"])
    let read = try decode(try encode(pack))
    #expect(read == pack)
    #expect(read.form == nil)
    for seed in UInt64(0)..<50 {
      let packed = try ExamDraw(read.blueprint, from: QuestionCatalog(banks: read.banks))
        .form(seed: seed)
      let drawn = try ExamDraw(blueprint, from: catalog).form(seed: seed)
      #expect(packed == drawn, "\(seed)")
    }
    #expect(read.banks[0].references.map(\.id) == ["r-2", "r-1"])
    #expect(read.banks[0].scenarios == ["shop": "A shop."])
  }

  @Test func `every byte that is another one is noticed`() throws {
    let bytes = try encode(
      ExamPack(ownFormsBy: blueprint, from: QuestionCatalog(banks: [bank])))
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var changed = bytes
      changed[index] ^= 1 << (index % 8)
      #expect(throws: ExamPaperError.self, "byte \(index)") { try decode(changed) }
    }
    #expect(throws: ExamPaperError.self) { try decode(Array(bytes.dropLast(40))) }
  }

  @Test func `only what says to be a pack is one`() throws {
    #expect(ExamPack.isPack(Array(" {\n\"format\" :\t\"swot-exam-pack/12\"".utf8)))
    #expect(!ExamPack.isPack(ExamPaperEncoder.bytes(of: .example)))
    #expect(!ExamPack.isPack(Array("format: swot-exam/1\n".utf8)))
    #expect(!ExamPack.isPack([]))
    #expect(throws: ExamPaperError.noPaper(file: "pack.json")) {
      try decode(ExamPaperEncoder.bytes(of: .example))
    }
  }

  /// A file with another text in the place of one that it holds, and a checksum that is right.
  private func resealed(_ pack: ExamPack, _ old: String, _ new: String) throws -> [UInt8] {
    let text = String(decoding: try encode(pack).dropLast(19), as: UTF8.self)
    try #require(text.contains(old), "\(text)")
    let body = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    let digits = String(Checksum.crc32c(body), radix: 16)
    let sum = String(repeating: "0", count: 8 - digits.count) + digits
    return body + Array(",\"sum\":\"\(sum)\"}\n".utf8)
  }

  @Test(arguments: [
    (#""weight": 3.0"#, #""weight": -1"#, "banks[1].domains[1].weight"),
    (#""weight": 3.0"#, #""weight": 1e300"#, "banks[1].domains[1].weight"),
    (#""id": "D-1""#, #""id": "../x""#, "id"), (#""id": "D-2""#, #""id": "O-1""#, "id"),
    (#"{"id": "b", "title""#, #"{"id": "c", "title""#, "banks"),
    (#""own_forms": true"#, #""own_forms": 1"#, "own_forms"),
    (#""title": "Bank""#, ##""title": "\u001b[31m""##, "banks[1].title"),
  ])
  func `a value that can't be is named`(old: String, new: String, member: String) throws {
    let pack = ExamPack(ownFormsBy: blueprint, from: QuestionCatalog(banks: [bank]))
    let bytes = try resealed(pack, old, new)
    do throws(ExamPaperError) {
      _ = try decode(bytes)
      Issue.record("read")
    } catch {
      #expect("\(error)".contains(member), "\(error)")
    }
  }
}
