import PracticeCore
package import QuestionBankFormat

/// Collects what a format cannot carry of a bank.
package struct ExportLosses {
  private let source: ExportSource
  /// The losses so far, in the order in which they were noted.
  package private(set) var all: [ExchangeLoss] = []

  /// Starts with none.
  package init(of source: ExportSource) { self.source = source }

  /// Notes a loss of the bank itself.
  package mutating func note(
    _ kind: ExchangeLoss.Kind, at part: BankPlaces.BankPart = .bank, _ message: String
  ) {
    let location = source.places?.location(of: part) ?? source.places?.location(of: .bank)
    all.append(ExchangeLoss(kind: kind, location: location, message: message))
  }

  /// Notes a loss of the question with this index in the bank, at one of its parts.
  package mutating func note(
    _ kind: ExchangeLoss.Kind, ofQuestion index: Int, at part: BankPlaces.Part = .question,
    _ message: String
  ) {
    let location =
      source.places?.location(of: part, ofQuestion: index)
      ?? source.places?.location(ofQuestion: index)
    let id = String(source.bank.questions[index].id.question)
    all.append(ExchangeLoss(kind: kind, question: id, location: location, message: message))
  }

  /// Notes what the bank says of itself, where the format has no place for any of it.
  ///
  /// - Parameter carried: What of it the format does carry.
  package mutating func noteBank(carrying carried: Set<BankDetail> = []) {
    let bank = source.bank
    var lost: [BankDetail] = [.id, .title]
    if bank.description != nil { lost.append(.description) }
    if bank.language != nil { lost.append(.language) }
    if bank.license != nil { lost.append(.license) }
    if !bank.authors.isEmpty { lost.append(.authors) }
    if bank.reviewed != nil { lost.append(.reviewed) }
    lost.removeAll { carried.contains($0) }
    if !lost.isEmpty {
      note(.bank, "\(inWords(lost.map(\.rawValue))) of the bank: left out")
    }
    if !carried.contains(.weights), bank.domains.contains(where: { $0.weight != 0 }) {
      note(.domains, "the weights of the domains are left out")
    }
    if !bank.notes.isEmpty {
      let count = bank.notes.count
      note(.notes, "study notes (\(count) section\(count == 1 ? "" : "s")) are left out")
    }
  }
}

/// What a bank says of itself.
package enum BankDetail: String, CaseIterable, Sendable {
  /// The id.
  case id
  /// The title.
  case title
  /// The description.
  case description
  /// The language.
  case language
  /// The licence.
  case license
  /// The authors.
  case authors
  /// The day of the last review.
  case reviewed
  /// The weights of the domains.
  case weights
}

/// `a, b and c`.
func inWords(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
