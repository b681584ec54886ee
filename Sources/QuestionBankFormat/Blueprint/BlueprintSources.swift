import PracticeCore

/// What sections of a blueprint can draw from: the names of banks and of their parts.
struct BlueprintSources {
  /// The ids of the domains and objectives of each bank.
  private let parts: [String: Set<String>]

  /// The names in `banks`.
  init(_ banks: [QuestionBank]) {
    parts = Dictionary(
      banks.map { bank in
        (bank.id, Set(bank.domains.flatMap { [$0.id] + $0.objectives.map(\.id) }))
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is unknown of `name`, which is `bank`, `bank/domain` or `bank/objective`; nil where all
  /// is known.
  func unknownPart(of name: String) -> (message: String, suggestion: String?)? {
    let pieces = name.split(separator: "/")
    guard let bank = pieces.first.map(String.init) else { return nil }
    guard let ids = parts[bank] else {
      let nearest = NearestName.find(bank, among: parts.keys.sorted())
      return (
        "there is no bank '\(bank)'",
        nearest.map { ([$0] + pieces.dropFirst().map(String.init)).joined(separator: "/") }
      )
    }
    guard pieces.count > 1, !ids.contains(String(pieces[1])) else { return nil }
    let nearest = NearestName.find(pieces[1], among: ids.sorted())
    return (
      "bank '\(bank)' has no domain or objective '\(pieces[1])'",
      nearest.map { "\(bank)/\($0)" }
    )
  }
}
