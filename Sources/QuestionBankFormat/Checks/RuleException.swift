/// A rule that the author of a bank has switched off, for the whole bank or one question.
package struct RuleException: Equatable, Sendable {
  /// The rule.
  package let rule: Rule
  /// Why; nil where the author doesn't say.
  package let reason: String?
  /// Where it is written.
  package let location: SourceLocation
  /// The index of the question in the bank; nil for the whole bank.
  package var question: Int?
}

/// The keys of `checks`.
enum ChecksKey: String, YAMLKey { case off, reason }

extension YAMLCursor {
  private static let checksKeys = KeyTable<ChecksKey>()

  /// Reads the value of `checks`: rules that don't apply, in a list with one reason for all, or
  /// each with a reason of its own.
  mutating func checks() throws(ReadingStopped) -> [RuleException] {
    guard var mapping = try openMapping("'checks'", of: Self.checksKeys) else { return [] }
    var off: [(rule: Rule, reason: String?, place: Place)] = []
    var reason: Text?
    var reasonPlace = mapping.place
    var isList = true
    while let key = try nextKey(in: &mapping) {
      switch key {
      case .off:
        isList = kind != .mappingStart
        off = isList ? try rulesInList() : try rulesWithReasons()
      case .reason:
        reasonPlace = mapping.keyPlace
        reason = try optionalText("'reason'")
      }
    }
    require([.off], in: mapping, "'checks'")
    if !isList, reason != nil {
      report(
        .misplacedKey, "'reason' goes with a list of rules; here each rule has its own",
        at: reasonPlace)
    }
    return off.map { rule, own, place in
      let reason = own ?? reason?.value
      if reason == nil {
        report(
          .unexplainedException, "'\(rule.rawValue)' is switched off without a 'reason'", at: place)
      }
      return RuleException(rule: rule, reason: reason, location: location(place))
    }
  }

  private mutating func rulesInList()
    throws(ReadingStopped) -> [(rule: Rule, reason: String?, place: Place)]
  {
    var rules: [(rule: Rule, reason: String?, place: Place)] = []
    for name in try texts("'off'") {
      if let rule = rule(name, among: rules.map(\.rule)) { rules.append((rule, nil, name.place)) }
    }
    return rules
  }

  private mutating func rulesWithReasons()
    throws(ReadingStopped) -> [(rule: Rule, reason: String?, place: Place)]
  {
    var rules: [(rule: Rule, reason: String?, place: Place)] = []
    guard try openNames("'off'") else { return [] }
    while let name = try nextName() {
      let reason = try requiredText("the reason")
      if let rule = rule(name, among: rules.map(\.rule)), let reason {
        rules.append((rule, reason.value, name.place))
      }
    }
    return rules
  }

  /// The rule of a name; nil, with a report, where there is none, or it can't be switched off.
  private func rule(_ name: Text, among known: [Rule]) -> Rule? {
    guard let rule = Rule(rawValue: name.value) else {
      let names = Rule.allCases.filter(\.canBeSwitchedOff).map(\.rawValue)
      report(
        .unknownRule, "there is no rule \(quoted(name.value))", at: name.place,
        suggestion: NearestName.find(name.value, among: names))
      return nil
    }
    guard rule.canBeSwitchedOff else {
      report(
        .essentialRule, "'\(rule.rawValue)' can't be switched off: only warnings about banks can",
        at: name.place)
      return nil
    }
    guard !known.contains(rule) else {
      report(.duplicateKey, "'\(rule.rawValue)' is switched off twice", at: name.place)
      return nil
    }
    return rule
  }
}
