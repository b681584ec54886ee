/// What a value in a bank or a blueprint may be: the one description of the formats from which the
/// layout of files and the JSON Schemas follow.
indirect enum ValueModel: Sendable {
  /// A text.
  case text(TextLayout)
  /// An id.
  case id
  /// Exactly this text.
  case constant(String)
  /// One of these texts.
  case oneOf([String])
  /// A day, `YYYY-MM-DD`.
  case date
  /// A number.
  case number(NumberModel)
  /// `true` or `false`.
  case truth
  /// The address of a web page.
  case address
  /// A list.
  case list(ValueModel, isFlow: Bool = false, count: ClosedRange<Int> = 0...Int.max)
  /// A mapping with known keys.
  case mapping(MappingModel, isFlow: Bool = false)
  /// A mapping whose keys are ids that the author gives.
  case names(ValueModel)
  /// The first, a text or a list, or else the second, which is a mapping.
  case either(ValueModel, ValueModel)

  /// How a text of this kind is laid out.
  var layout: TextLayout {
    switch self {
    case .text(let layout): layout
    case .date, .number, .truth: .value
    case .either(let first, _): first.layout
    default: .word
    }
  }

  /// What the value of `key` may be, where this is a mapping.
  func value(of key: String) -> ValueModel? {
    switch self {
    case .mapping(let mapping, _): mapping.keys.first { $0.name == key }?.value
    case .names(let value): value
    case .either(_, let second): second.value(of: key)
    default: nil
    }
  }

  /// What an entry may be, where this is a list.
  var entry: ValueModel? {
    switch self {
    case .list(let entry, _, _): entry
    case .either(let first, _): first.entry
    default: nil
    }
  }

  /// Whether a collection of this kind stands on one line where it can.
  var isFlow: Bool {
    switch self {
    case .list(_, let isFlow, _), .mapping(_, let isFlow): isFlow
    case .either(let first, let second): first.isFlow || second.isFlow
    default: false
    }
  }

  /// The place of `key` among its neighbours; unknown ones come last.
  func rank(of key: String) -> Int {
    switch self {
    case .mapping(let mapping, _): mapping.keys.firstIndex { $0.name == key } ?? mapping.keys.count
    case .either(_, let second): second.rank(of: key)
    default: 0
    }
  }
}

/// A number that a value may be.
struct NumberModel: Sendable {
  /// Whether it has no fraction.
  var isWhole = false
  /// The least that is allowed.
  var minimum: Double?
  /// The most that is allowed.
  var maximum: Double?
  /// Whether the minimum itself is not allowed.
  var isAboveMinimum = false
}

/// A mapping with known keys.
struct MappingModel: Sendable {
  /// What it describes, as one word.
  var name: String
  /// Its keys in their order.
  var keys: [KeyModel]
  /// The keys that must be there.
  var required: [String]
  /// Keys of which exactly one must be there.
  var oneOf: [String] = []
  /// For a key the one that must be beside it.
  var needs: [String: String] = [:]

  /// A mapping of all cases of `Key`.
  init<Key: YAMLKey>(
    _ name: String, _ type: Key.Type, required: [Key], oneOf: [Key] = [], needs: [Key: Key] = [:],
    describing describe: (Key) -> (ValueModel, String)
  ) {
    self.name = name
    keys = Key.allCases.map { key in
      let (value, summary) = describe(key)
      return KeyModel(name: key.rawValue, value: value, summary: summary)
    }
    self.required = required.map(\.rawValue)
    self.oneOf = oneOf.map(\.rawValue)
    self.needs = Dictionary(
      uniqueKeysWithValues: needs.map { ($0.key.rawValue, $0.value.rawValue) })
  }
}

/// A key of a mapping.
struct KeyModel: Sendable {
  /// The key as it is written.
  var name: String
  /// What its value may be.
  var value: ValueModel
  /// What it means, in a sentence for authors.
  var summary: String
}
