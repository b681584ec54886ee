import PracticeCore

/// Reads what ``ExamPackEncoder`` writes, and trusts nothing of it.
package enum ExamPackDecoder {
  /// The pack in a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its path, for messages.
  /// - Returns: The pack; its texts hold nothing that banks may not hold.
  /// - Throws: ``ExamPaperError``.
  package static func pack(
    in bytes: [UInt8], of file: String
  ) throws(ExamPaperError) -> ExamPack {
    let document: SealedDocument
    do throws(SealedDocument.Problem) {
      document = try SealedDocument(bytes, format: ExamPack.format, version: ExamPack.version)
    } catch {
      throw ExamPaperError(error, in: file)
    }
    guard document.isUnchanged else { throw .changed(file: file) }
    do throws(ExamPaperReader.Problem) {
      return try ExamPaperReader(document.root).pack()
    } catch {
      throw .member(file: file, member: error.member, expected: error.expected)
    }
  }
}

extension ExamPaperReader {
  /// The largest weight of a section or domain: a million times as much is a number still.
  private static let largestWeight = 1e100

  /// The pack that the whole file holds.
  fileprivate func pack() throws(Problem) -> ExamPack {
    let paper = try paper()
    for (index, section) in paper.blueprint.sections.enumerated()
    where section.weight > Self.largestWeight {
      throw Problem(
        member: "exam.sections[\(index + 1)].weight", expected: "at most \(Self.largestWeight)")
    }
    guard try bool("own_forms") else { return ExamPack(.form(paper)) }
    var banks: [QuestionBank] = []
    for element in try elements("banks", atMost: ExamPaperLimits.entries) {
      let bank = try element.bank(with: paper.items)
      guard !banks.contains(where: { $0.id == bank.id }) else {
        throw element.wrong("id", "the only one of its name")
      }
      banks.append(bank)
    }
    guard banks.reduce(0, { $0 + $1.questions.count }) == paper.items.count else {
      throw wrong("banks", "a list of all banks whose questions are asked")
    }
    return ExamPack(.ownForms(paper.blueprint, banks))
  }

  /// A bank with its questions among `items`.
  private func bank(with items: [ExamPaper.Item]) throws(Problem) -> QuestionBank {
    let id = try id("id")
    var domains: [Domain] = []
    var names = Set<String>()
    for element in try elements("domains", atMost: ExamPaperLimits.entries) {
      domains.append(try element.domain(&names))
    }
    var references: [Reference] = []
    var known = Set<String>()
    var scenarios: [String: String] = [:]
    let items = items.filter { $0.question.id.bank == id }
    for item in items {
      references += item.references.filter { known.insert($0.id).inserted }
      if let scenario = item.question.scenario, let text = item.scenario {
        scenarios[scenario] = text
      }
    }
    return QuestionBank(
      id: id, title: try text("title"), references: references, scenarios: scenarios,
      domains: domains, questions: items.map(\.question))
  }

  private func domain(_ names: inout Set<String>) throws(Problem) -> Domain {
    guard let weight = node["weight"]?.double, (0...Self.largestWeight).contains(weight) else {
      throw wrong("weight", "a number from 0 to \(Self.largestWeight)")
    }
    var objectives: [Objective] = []
    for element in try elements("objectives", atMost: ExamPaperLimits.entries) {
      objectives.append(
        Objective(id: try element.uniqueID(&names), title: try element.text("title")))
    }
    return Domain(
      id: try uniqueID(&names), title: try text("title"), weight: weight, objectives: objectives)
  }

  private func uniqueID(_ names: inout Set<String>) throws(Problem) -> String {
    let id = try id("id")
    guard names.insert(id).inserted else { throw wrong("id", "the only one of its name") }
    return id
  }
}
