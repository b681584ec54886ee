import PracticeCore
import Testing

/// What the syllabus asks of the banks.
@Suite struct SyllabusTests {
  private let syllabus: Syllabus
  private let questions = ShippedBanks.banks.flatMap(\.questions)

  init() throws { syllabus = try Syllabus() }

  @Test func `banks are large enough`() {
    let counts = ShippedBanks.banks.map { ($0.id, $0.questions.count) }
    let least = ["aws-iam": 70, "gcp-containers": 45, "aws-architecture": 85]
    for (id, count) in counts { #expect(count >= least[id] ?? .max, "\(id)") }
    #expect(counts.count == least.count)
  }

  @Test func `every objective has its questions of each difficulty and kind`() {
    #expect(
      Set(syllabus.objectives.map(\.id))
        == Set(ShippedBanks.banks.flatMap(\.domains).flatMap(\.objectives).map(\.id)))
    for objective in syllabus.objectives {
      let its = questions.filter { $0.objective == objective.id }
      let counts =
        [its.count] + Difficulty.allCases.map { level in its.count { $0.difficulty == level } } + [
          its.count(where: \.isSingleChoice), its.count(where: \.isMultipleResponse),
        ]
      #expect(
        zip(counts, objective.least).allSatisfy(>=),
        "\(objective.id) has \(counts) and needs \(objective.least)")
    }
  }

  @Test func `there are matching and ordering questions and case studies`() {
    #expect(questions.count { $0.format.kind == .match } >= 8)
    #expect(questions.count { $0.format.kind == .order } >= 6)
    let scenarios = ShippedBanks.banks.flatMap { bank in
      bank.scenarios.keys.map { scenario in
        bank.questions.count { $0.scenario == scenario }
      }
    }
    #expect(scenarios.count { (3...4).contains($0) } >= 4)
  }

  @Test func `every fact is tested, and none that is not in the syllabus`() {
    let tested = Set(questions.flatMap(\.facts))
    #expect(syllabus.examinedFacts.filter { !tested.contains($0) } == [])
    #expect(tested.subtracting(syllabus.examinedFacts).sorted() == [])
  }

  @Test func `every fact is taught in the notes, and none that is not in the syllabus`() {
    let taught = Set(ShippedBanks.banks.flatMap(\.notes).flatMap(\.facts))
    let all = syllabus.examinedFacts + syllabus.unexaminedFacts
    #expect(all.filter { !taught.contains($0) } == [])
    #expect(taught.subtracting(all).sorted() == [])
  }

  @Test func `every objective has notes, and every bank a glossary`() {
    for bank in ShippedBanks.banks {
      let taught = Set(bank.notes.compactMap(\.objective))
      #expect(
        bank.domains.flatMap(\.objectives).map(\.id).filter { !taught.contains($0) } == [])
      #expect(bank.notes.contains { $0.title == "Glossary" }, "\(bank.id)")
    }
  }
}
