import TestSupport

/// Something that a learner did, and what the journal must say of it once the screen has shown that
/// it is done.
struct Act {
  /// What is counted together: "answer", "undo".
  let kind: Kind
  /// The types of event that it may become, and what else is known of the event.
  let types: Set<String>
  var question: String?
  var isRight: Bool?
  var rating: Int?
  var text: String?
  /// Whether the screen shows that it is done.
  let isShown: (Terminal) -> Bool
  /// Whether it was seen to be done.
  var wasShown = false

  /// The kinds of act.
  enum Kind: String, CaseIterable, Hashable, Sendable {
    case answer = "answers"
    case undo = "undos"
    case rate = "corrections"
    case flag = "flags"
    case suspend = "don't-ask-agains"
    case report = "reports"
    case settings = "settings"
  }

  init(
    _ kind: Kind, _ types: Set<String>, question: String? = nil, isRight: Bool? = nil,
    rating: Int? = nil, text: String? = nil, isShown: @escaping (Terminal) -> Bool
  ) {
    self.kind = kind
    self.types = types
    self.question = question
    self.isRight = isRight
    self.rating = rating
    self.text = text
    self.isShown = isShown
  }

  /// Why an event is not the one that this act makes; nil where it is.
  func difference(from event: JournalFiles.Event) -> String? {
    func differ<Value: Equatable>(_ name: String, _ wanted: Value?, _ found: Value?) -> String? {
      guard let wanted, wanted != found else { return nil }
      return "\(name) is \(found.map { "\($0)" } ?? "missing") and was \(wanted)"
    }
    if !types.contains(event.type) { return "it is of type \(event.type), not \(types.sorted())" }
    return differ("question", question, event.question) ?? differ("correct", isRight, event.correct)
      ?? differ("rating", rating, event.rating) ?? differ("text", text, event.text)
  }
}
