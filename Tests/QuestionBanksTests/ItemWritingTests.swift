import FSRS
import PracticeCore
import Testing

/// The numbers of the item-writing guide, for every shipped bank.
@Suite struct ItemWritingTests {
  @Test(arguments: ShippedBanks.banks)
  func `a question says what it tests, how hard it is and where to read on`(bank: QuestionBank) {
    for question in bank.questions {
      let id = question.id
      #expect(question.objective != nil, "\(id)")
      #expect((1...4).contains(question.facts.count), "\(id)")
      #expect(question.difficulty != nil && question.cognitiveLevel != nil, "\(id)")
      #expect(!question.references.isEmpty, "\(id)")
      #expect(question.takeaway != nil && question.reviewed != nil, "\(id)")
      let prefix = id.question.prefix(3)
      for fact in question.facts {
        #expect(fact.wholeMatch(of: /[A-Z]{3}-[A-Z]+-\d\d/) != nil, "\(id): \(fact)")
        #expect(fact.hasPrefix(prefix), "\(id): \(fact)")
      }
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `every choice and every pair has a rationale of one to three sentences`(bank: QuestionBank) {
    for question in bank.questions {
      let rationales: [String?] =
        switch question.format {
        case .choices(let choices): choices.map(\.why)
        case .match(let pairs, _): pairs.map(\.why)
        case .order, .answer: []
        }
      for rationale in rationales {
        let sentences = (rationale ?? "").matches(of: /[.?!]["')]?(\s|$)/).count
        #expect((1...3).contains(sentences), "\(question.id): \(rationale ?? "no rationale")")
      }
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `a stem has at most 90 words, and at most 12 lines of code of 72 columns`(
    bank: QuestionBank
  ) {
    for question in bank.questions {
      #expect(question.proseWords.count <= 90, "\(question.id)")
      #expect(question.codeLines.count <= 12, "\(question.id)")
      #expect(question.codeLines.allSatisfy { $0.count <= 72 }, "\(question.id)")
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `a bank mixes kinds, difficulties and levels as the guide says`(bank: QuestionBank) {
    let count = Double(bank.questions.count)
    func share(_ belongs: (Question) -> Bool) -> Double {
      Double(bank.questions.count(where: belongs)) / count
    }
    #expect((0.55...0.75).contains(share(\.isSingleChoice)))
    #expect((0.15...0.30).contains(share(\.isMultipleResponse)))
    for kind in QuestionKind.allCases {
      #expect(bank.questions.contains { $0.format.kind == kind }, "\(bank.id): \(kind)")
    }
    #expect((0.25...0.41).contains(share { $0.difficulty == .foundation }))
    #expect((0.37...0.53).contains(share { $0.difficulty == .intermediate }))
    #expect((0.14...0.30).contains(share { $0.difficulty == .advanced }))
    #expect(share { $0.cognitiveLevel == .recall } <= 0.10)
    #expect(share { $0.cognitiveLevel == .analyse } >= 0.15)
  }

  @Test(arguments: ShippedBanks.banks)
  func `a scenario is shared by two to four questions`(bank: QuestionBank) {
    let uses = Dictionary(grouping: bank.questions.compactMap(\.scenario), by: \.self)
    #expect(!uses.isEmpty)
    for (scenario, questions) in uses {
      #expect((2...4).contains(questions.count), "\(scenario)")
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `keys are spread evenly over the places`(bank: QuestionBank) throws {
    let places = try #require(BankFigures(bank).keyPlaces.first { $0.choices == 4 }?.counts)
    let total = places.reduce(0, +)
    for (place, count) in places.enumerated() {
      let share = Double(count) / Double(total)
      #expect(BankFigures.evenPlaces.contains(share), "place \(place + 1)")
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `shown places of the key are spread evenly too`(bank: QuestionBank) {
    var places = [Int](repeating: 0, count: 4)
    var random = SplitMix64(seed: 1_124)
    for question in bank.questions where question.isSingleChoice {
      for _ in 0..<40 {
        let shown = Showing(question, using: &random).order
        if let place = shown.firstIndex(of: question.keyNumbers[0]), shown.count == 4 {
          places[place] += 1
        }
      }
    }
    let total = Double(places.reduce(0, +))
    #expect(places.allSatisfy { BankFigures.evenPlaces.contains(Double($0) / total) })
  }

  @Test(arguments: ShippedBanks.banks)
  func `the key is the longest choice in at most 30 per cent of the single-choice questions`(
    bank: QuestionBank
  ) {
    let figures = BankFigures(bank)
    #expect(
      Double(figures.keyIsLongest.count)
        <= BankFigures.longestKeyLimit * Double(figures.singleChoice))
  }

  @Test(arguments: ShippedBanks.banks)
  func `no two stems are alike`(bank: QuestionBank) {
    #expect((BankFigures(bank).mostAlike?.share ?? 0) <= 0.15)
  }

  @Test(arguments: ShippedBanks.banks)
  func `no choice stands out, and none is about the others`(bank: QuestionBank) {
    #expect(BankFigures(bank).unevenChoices == [])
    #expect(BankFigures(bank).choicesAboutOthers == [])
  }

  @Test(arguments: ShippedBanks.banks)
  func `at most one stem in twenty asks for what is not so`(bank: QuestionBank) {
    let negative = BankFigures(bank).negativeStems
    #expect(
      Double(negative.count) <= BankFigures.negativeLimit * Double(bank.questions.count))
  }

  @Test(arguments: ShippedBanks.banks)
  func `every objective is asked about and every reference is named`(bank: QuestionBank) {
    #expect(BankFigures(bank).untestedObjectives == [])
    #expect(BankFigures(bank).unusedReferences == [])
  }

  @Test(arguments: ShippedBanks.banks)
  func `choices are as many as the kind asks for, at most 25 words, and alike in length`(
    bank: QuestionBank
  ) {
    for question in bank.questions where !question.choices.isEmpty {
      let right = question.choices.count { $0.isRight }
      #expect(question.choices.count == right + 3, "\(question.id)")
      #expect((1...3).contains(right), "\(question.id)")
      let lengths = question.choices.map(\.text.words.count)
      #expect(lengths.allSatisfy { $0 <= 25 }, "\(question.id)")
      let (longest, shortest) = (lengths.max() ?? 0, lengths.min() ?? 0)
      #expect(2 * longest <= 3 * shortest, "\(question.id): \(lengths)")
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `a multiple-response stem says the number twice`(bank: QuestionBank) {
    for question in bank.questions where question.isMultipleResponse {
      let number = question.choices.count { $0.isRight } == 2 ? "two" : "three"
      let stem = question.stem.words.joined(separator: " ")
      #expect(stem.contains("Which \(number.uppercased()) "), "\(question.id)")
      #expect(stem.hasSuffix("? (Choose \(number).)"), "\(question.id)")
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `no choice is about the others, and no text names a choice by letter or place`(
    bank: QuestionBank
  ) {
    let others = /(?i)\b(all|none|both|neither|any) of the (above|below|others?)\b|\bboth A and B\b/
    let places =
      /(?i)\b(choice|option|answer) ([A-F1-9]\b|above|below)|\b(first|second|third|last) (choice|option)\b/
    for question in bank.questions {
      for text in question.shownTexts + question.teachingTexts {
        #expect(text.firstMatch(of: others) == nil, "\(question.id): \(text)")
        #expect(text.firstMatch(of: places) == nil, "\(question.id): \(text)")
      }
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `a stem that asks for what is not so says it in capitals`(
    bank: QuestionBank
  ) {
    let hidden = /(?i)\bwhich\b[^.?]*\b(is|are|does|do|should|must|can) (not|never)\b[^.?]*\?/
    for question in bank.questions {
      #expect(question.stem.firstMatch(of: hidden) == nil, "\(question.id)")
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `nothing retired or renamed is keyed`(bank: QuestionBank) {
    let gone = [
      "launch configuration", "opsworks", "cloudwatch events", "reduced redundancy", "magnetic",
      "cloudsearch", "inspector classic", "waf classic", "container registry",
      "podsecuritypolicy", "container analysis", "five pillars", "rotate the root",
    ]
    for question in bank.questions {
      for text in question.keyedTexts {
        let found = gone.filter { text.lowercased().contains($0) }
        #expect(found == [], "\(question.id): \(text)")
      }
    }
  }

  @Test func `no two questions share a run of eight words`() {
    var owners: [String: QuestionID] = [:]
    for question in ShippedBanks.banks.flatMap(\.questions) {
      for text in question.shownTexts {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        for start in words.indices where start + 8 <= words.count {
          let run = words[start..<(start + 8)].joined(separator: " ")
          let owner = owners[run, default: question.id]
          #expect(owner == question.id, "\(owner) and \(question.id) share \"\(run)\"")
          owners[run] = question.id
        }
      }
    }
  }

  @Test(arguments: ShippedBanks.banks)
  func `questions and rationales use plain characters, which every terminal shows`(
    bank: QuestionBank
  ) {
    let texts = bank.questions.flatMap { $0.shownTexts + $0.teachingTexts }
    for text in texts + bank.scenarios.values { #expect(!text.contains { !$0.isASCII }, "\(text)") }
  }
}
