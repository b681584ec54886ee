extension RuleCatalogue {
  static let banks: [RuleDescription] = [
    RuleDescription(
      .keyPosition,
      """
      Right choices stand at one place far more often than chance would have it (chi-square, one in \
      a thousand). Swot shuffles choices, but paper and other programs may not. Choices that are \
      numbers, and right ones with `last: true`, don't count.
      """,
      in: .bank,
      triggering: keyBank(mark: "↓") { _ in 0 },
      nonTriggering: keyBank(mark: "") { $0 % 2 }),
    RuleDescription(
      .keyOftenLongest,
      """
      The right choice is the longest in far more questions than chance would have it, even if by a \
      little in each. Who always picks the longest passes.
      """,
      in: .bank,
      triggering: longBank(mark: "↓") { _ in true },
      nonTriggering: longBank(mark: "") { $0 % 2 == 0 }),
    RuleDescription(
      .nearDuplicate,
      """
      A question says nearly the same as an earlier one of the bank, or of another bank that is \
      checked with it: of the runs of three words in their stems and answers six in ten are the \
      same. The note says where that is.
      """,
      in: .part,
      triggering: """
        questions:
          - id: Q-001
            stem: A role is taken on by a job that runs every night. How long does its session last?
            choices: [{right: One hour}, {wrong: Twelve hours}]
          - id: ↓Q-002
            stem: A role is taken on by a job that runs each night. How long does its session last?
            choices: [{right: One hour}, {wrong: Two days}]
        """,
      nonTriggering: """
        questions:
          - id: Q-001
            stem: A role is taken on by a job that runs every night. How long does its session last?
            choices: [{right: One hour}, {wrong: Twelve hours}]
          - id: Q-002
            stem: Which policy says who may take on a role, and which one what it may do then?
            choices: [{right: Trust and permissions}, {wrong: Permissions and trust}]
        """),
    RuleDescription(
      .unevenCoverage,
      """
      A domain has no question, or less than half of those that its weight asks for: exams drawn \
      from the bank will repeat them. Write some, or mend the weights.
      """,
      in: .bank,
      triggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        domains:
          - id: BEANS
            title: Beans
            weight: 50
            objectives: [{id: ROAST, title: Tell roasts apart}]
          - id: ↓BREWING
            title: Brewing
            weight: 50
            objectives: [{id: WATER, title: Choose the water}]
        questions:
          - {id: Q-001, objective: ROAST, stem: Which is lighter?, answer: [city roast]}
          - {id: Q-002, objective: ROAST, stem: Which is darker?, answer: [french roast]}
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        domains:
          - id: BEANS
            title: Beans
            weight: 50
            objectives: [{id: ROAST, title: Tell roasts apart}]
          - id: BREWING
            title: Brewing
            weight: 50
            objectives: [{id: WATER, title: Choose the water}]
        questions:
          - {id: Q-001, objective: ROAST, stem: Which is lighter?, answer: [city roast]}
          - {id: Q-002, objective: WATER, stem: Which is softer?, answer: [rain]}
        """),
    RuleDescription(
      .untestedObjective,
      """
      A domain has questions, but none on this objective. Nobody can be told whether they know it.
      """,
      in: .bank,
      triggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        domains:
          - id: BEANS
            title: Beans
            weight: 1
            objectives:
              - {id: ROAST, title: Tell roasts apart}
              - {id: ↓ORIGIN, title: Tell origins apart}
        questions:
          - {id: Q-001, objective: ROAST, stem: Which is lighter?, answer: [city roast]}
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        domains:
          - id: BEANS
            title: Beans
            weight: 1
            objectives:
              - {id: ROAST, title: Tell roasts apart}
              - {id: ORIGIN, title: Tell origins apart}
        questions:
          - {id: Q-001, objective: ROAST, stem: Which is lighter?, answer: [city roast]}
          - {id: Q-002, objective: ORIGIN, stem: Where does it grow?, answer: [Kenya]}
        """),
    RuleDescription(
      .staleReview,
      """
      More than twelve months ago somebody last compared the question with its references; or the \
      bank, where questions have no `reviewed` of their own. Compare them again and write the new \
      date. `--as-of DATE` checks as on another day than today.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        reviewed: ↓2025-11-23
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        reviewed: 2026-11-23
        """),
    RuleDescription(
      .suspiciousURL,
      """
      The address of a reference leads nowhere, by its look: it has no host, or one that is a \
      placeholder, closed, or known on one machine only; brackets don't match; it is cut short, or \
      holds blanks to be filled in. The network is not asked.
      """,
      in: .bank,
      triggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        references:
          beans: {title: Beans, url: ↓"http://localhost:8080/beans"}
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        references:
          beans: {title: Beans, url: "https://www.ico.org/beans"}
        """),
  ]

  static let exceptions: [RuleDescription] = [
    RuleDescription(
      .unknownRule,
      "There is no rule of this name that could be switched off.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        checks:
          off: [↓absolute-terms]
          reason: The statute says so.
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        checks:
          off: [absolute-term]
          reason: The statute says so.
        """),
    RuleDescription(
      .essentialRule,
      "Errors can't be switched off, nor warnings about exceptions and exams.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        checks:
          off:
            ↓no-right-choice: It is a joke.
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        checks:
          off:
            missing-reference: It is common knowledge.
        """),
    RuleDescription(
      .unexplainedException,
      """
      A rule is switched off, and nobody will know why. Write a `reason` beside `off`, or one \
      behind each rule.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        checks: {off: [↓missing-reference]}
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        checks: {off: [missing-reference], reason: It is common knowledge.}
        """),
    RuleDescription(
      .unusedException,
      """
      A rule is switched off that finds nothing here, perhaps because the question has been mended \
      since: leave the exception out. `stale-review` and `near-duplicate` are not looked at, since \
      they depend on the day and on other banks.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        checks: {off: [↓vague-term], reason: The guide says so.}
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one is usually right?
        answer: [this]
        checks: {off: [vague-term], reason: The guide says so.}
        """),
  ]

  // MARK: - Banks of many questions

  /// A bank of twelve questions with two choices; `place` says where the right one stands.
  private static func keyBank(mark: String, place: (Int) -> Int) -> String {
    let names = [
      "apples", "beans", "carrots", "dates", "eggplants", "figs", "grapes", "hops", "kale",
      "lemons", "melons", "nuts",
    ]
    return bank(id: "fruit", mark: mark) { number in
      let right = "{right: \(names[number])}"
      let wrong = "{wrong: \(names[(number + 1) % 12])}"
      let choices = place(number) == 0 ? [right, wrong] : [wrong, right]
      return ("Who grows \(names[number])?", choices)
    }
  }

  /// A bank of twelve questions with four choices; `isLong` says where the right one is longest.
  private static func longBank(mark: String, isLong: (Int) -> Bool) -> String {
    let names = [
      "ash", "beech", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine", "rowan",
      "yew",
    ]
    return bank(id: "trees", mark: mark) { number in
      let right = "{right: the \(names[number])\(isLong(number) ? " tree" : "")}"
      var choices = (1...3).map {
        "{wrong: the \(names[(number + $0) % 12])\($0 == 1 && !isLong(number) ? " tree" : "")}"
      }
      choices.insert(right, at: number % 4)
      return ("Which of them is number \(number + 1)?", choices)
    }
  }

  private static func bank(
    id: String, mark: String, question: (Int) -> (stem: String, choices: [String])
  ) -> String {
    var text = "format: swot-bank/1\nid: \(mark)\(id)\ntitle: An example\nquestions:\n"
    for number in 0..<12 {
      let (stem, choices) = question(number)
      text += """
          - id: Q-\(number + 1)
            stem: \(stem)
            choices: [\(choices.joined(separator: ", "))]

        """
    }
    return text
  }
}
