import PracticeCore

/// The keys of a choice.
enum ChoiceKey: String, YAMLKey { case right, wrong, why, last }

/// The keys of a pair to be matched.
enum MatchKey: String, YAMLKey { case prompt, answer, why }

private let choiceKeys = KeyTable<ChoiceKey>()
private let matchKeys = KeyTable<MatchKey>()

/// Reading of what can be answered; nil where nothing of it can be used.
///
/// `keyPlace` is always where the key stands that says of which kind the question is.
extension YAMLCursor {
  /// Reads the value of `choices`.
  mutating func choices(of keyPlace: Place) throws(ReadingStopped) -> AnswerFormat? {
    let errorsBefore = diagnostics.errorCount
    guard try openSequence("'choices'") else { return nil }
    var choices: [Choice] = []
    var texts: [Text] = []
    // Most questions have four; growing to that in steps takes longer than reading the texts.
    choices.reserveCapacity(4)
    texts.reserveCapacity(4)
    var lastPlaces: [Place] = []
    var count = 0
    var firstWithoutWhy: Place?
    var withoutWhy = 0
    while try nextItem(of: "choices", &count) {
      let itemPlace = place
      guard let (choice, text, lastPlace) = try choice(choices.count) else { continue }
      choices.append(choice)
      texts.append(text)
      if let lastPlace { lastPlaces.append(lastPlace) }
      if choice.why == nil {
        withoutWhy += 1
        firstWithoutWhy = firstWithoutWhy ?? itemPlace
      }
    }
    // Of choices that are wrong in themselves it can't be told which ones are the key.
    if diagnostics.errorCount == errorsBefore { checkKey(choices, at: keyPlace) }
    reportEqual(texts, .duplicateChoice, "choice")
    if lastPlaces.count > 1 {
      report(
        .severalLast, "'last: true' stands on \(lastPlaces.count) choices", at: lastPlaces[1])
    }
    if let firstWithoutWhy {
      report(
        .missingRationale,
        "no 'why' for \(withoutWhy) of \(count) choices", at: firstWithoutWhy)
    }
    return .choices(choices)
  }

  /// Reports a question where nothing can be chosen wrongly, or nothing rightly.
  private func checkKey(_ choices: [Choice], at keyPlace: Place) {
    let right = choices.count(where: \.isRight)
    if choices.count < 2 {
      report(
        .tooFewItems,
        "\(choices.count == 1 ? "one choice" : "no choices"); at least two are needed",
        at: keyPlace)
    } else if right == 0 {
      report(.noRightChoice, "no choice is right", at: keyPlace)
    } else if right == choices.count {
      report(.noWrongChoice, "no choice is wrong", at: keyPlace)
    }
  }

  /// Reads a choice, which will have this index.
  private mutating func choice(
    _ index: Int
  ) throws(ReadingStopped) -> (choice: Choice, text: Text, last: Place?)? {
    guard var mapping = try openMapping("a choice", of: choiceKeys) else { return nil }
    var text: Text?
    var isRight: Bool?
    var why: String?
    var last: Place?
    while let key = try nextKey(in: &mapping) {
      switch key {
      case .right, .wrong:
        guard isRight == nil else {
          report(
            .rightOrWrong, "a choice is either 'right' or 'wrong', not both", at: mapping.keyPlace)
          try skipValue()
          continue
        }
        isRight = key == .right
        places?.note(.item(index), at: place)
        text = try requiredText(key == .right ? "'right'" : "'wrong'")
      case .why:
        places?.note(.why(index), at: place)
        why = try optionalText("'why'")?.value
      case .last:
        let place = mapping.keyPlace
        if try bool("'last'") == true { last = place }
      }
    }
    guard let isRight else {
      report(.rightOrWrong, "a choice needs the key 'right' or 'wrong'", at: mapping.place)
      return nil
    }
    guard let text else { return nil }
    return (
      Choice(text: text.value, isRight: isRight, why: why, staysLast: last != nil), text, last
    )
  }

  /// Reads the value of `match`; distractors stand in a key of their own.
  mutating func match(of keyPlace: Place) throws(ReadingStopped) -> AnswerFormat? {
    guard try openSequence("'match'") else { return nil }
    var pairs: [MatchPair] = []
    var prompts: [Text] = []
    var count = 0
    var withoutWhy = 0
    var firstWithoutWhy: Place?
    while try nextItem(of: "prompts", &count) {
      let itemPlace = place
      guard var mapping = try openMapping("a pair of 'match'", of: matchKeys) else { continue }
      var prompt: Text?
      var answer: Text?
      var why: String?
      while let key = try nextKey(in: &mapping) {
        switch key {
        case .prompt:
          places?.note(.item(pairs.count), at: place)
          prompt = try requiredText("'prompt'")
        case .answer:
          places?.note(.answer(pairs.count), at: place)
          answer = try requiredText("'answer'")
        case .why:
          places?.note(.why(pairs.count), at: place)
          why = try optionalText("'why'")?.value
        }
      }
      require([.prompt, .answer], in: mapping, "a pair of 'match'")
      if why == nil {
        withoutWhy += 1
        firstWithoutWhy = firstWithoutWhy ?? itemPlace
      }
      guard let prompt, let answer else { continue }
      prompts.append(prompt)
      pairs.append(MatchPair(prompt: prompt.value, answer: answer.value, why: why))
    }
    reportEqual(prompts, .duplicatePrompt, "prompt")
    if count == 0 { report(.tooFewItems, "no pairs; at least one is needed", at: keyPlace) }
    if let firstWithoutWhy {
      report(
        .missingRationale, "no 'why' for \(withoutWhy) of \(count) pairs", at: firstWithoutWhy)
    }
    return pairs.count == count && count > 0 ? .match(pairs: pairs, distractors: []) : nil
  }

  /// Reads the value of `order`.
  mutating func steps(of keyPlace: Place) throws(ReadingStopped) -> AnswerFormat? {
    guard kind == .sequenceStart else {
      _ = try openSequence("'order'")
      return nil
    }
    let steps = try items("'order'", called: "steps")
    reportEqual(steps, .duplicateStep, "step")
    if steps.count < 2 {
      report(
        .tooFewItems, "\(steps.count == 1 ? "one step" : "no steps"); at least two are needed",
        at: keyPlace)
    }
    return .order(steps.map(\.value))
  }

  /// Reads the value of `answer`.
  mutating func typedAnswers(of keyPlace: Place) throws(ReadingStopped) -> AnswerFormat? {
    guard kind == .sequenceStart else {
      _ = try openSequence("'answer'")
      return nil
    }
    let answers = try items("'answer'", called: "answers")
    for (index, answer) in answers.enumerated() {
      let isTwice = answers[..<index].contains {
        haveEqualWords($0.value.lowercased(), answer.value.lowercased())
      }
      if isTwice {
        report(
          .duplicateAnswer, "answer \(quoted(answer.value)) is accepted already",
          at: answer.place)
      }
    }
    if answers.isEmpty {
      report(.tooFewItems, "no answers; at least one is needed", at: keyPlace)
    }
    return .answer(answers.map(\.value))
  }

  /// Reads a list of texts that a question may have at most nine of.
  private mutating func items(
    _ owner: String, called name: String
  ) throws(ReadingStopped) -> [Text] {
    guard try openSequence(owner) else { return [] }
    var items: [Text] = []
    var count = 0
    while try nextItem(of: name, &count) {
      places?.note(.item(items.count), at: place)
      if let item = try requiredText("an entry of \(owner)") { items.append(item) }
    }
    return items
  }

  /// Whether there is another item of a question, with the cursor on it.
  private mutating func nextItem(
    of name: String, _ count: inout Int
  ) throws(ReadingStopped) -> Bool {
    try nextItem(
      &count, upTo: AnswerFormat.maximumItems,
      "a question has at most \(AnswerFormat.maximumItems) \(name)")
  }

  /// Reports the texts that say the same as an earlier one.
  private func reportEqual(_ texts: [Text], _ rule: Rule, _ name: String) {
    for (index, text) in texts.enumerated() {
      guard let first = texts[..<index].first(where: { haveEqualWords($0.value, text.value) })
      else {
        continue
      }
      report(
        rule, "\(name) \(quoted(text.value)) is listed twice", at: text.place,
        notes: [
          Diagnostic.Note(
            message: "the first one is here", location: location(first.place))
        ])
    }
  }
}

/// Whether two texts differ at most in white space, which wrapping changes anyway.
func haveEqualWords(_ left: String, _ right: String) -> Bool {
  var leftBytes = left.utf8.makeIterator()
  var rightBytes = right.utf8.makeIterator()
  var (one, other) = (leftBytes.next(), rightBytes.next())
  func isSpace(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x0a || byte == 0x09 }
  while true {
    guard isSpace(one), isSpace(other) else {
      guard one == other else { return false }
      if one == nil { return true }
      (one, other) = (leftBytes.next(), rightBytes.next())
      continue
    }
    while isSpace(one) { one = leftBytes.next() }
    while isSpace(other) { other = rightBytes.next() }
  }
}
