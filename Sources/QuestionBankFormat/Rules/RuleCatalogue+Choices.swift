extension RuleCatalogue {
  static let choices: [RuleDescription] = [
    RuleDescription(
      .keyLongest,
      """
      The right choice is half as long again as the wrong ones are on average. Who knows nothing \
      of the subject picks the longest choice, because authors qualify what is right until it is.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Orders get lost when the warehouse is down. What helps?
        choices:
          - wrong: A cache in the browser
          - right: ↓A queue that keeps each order until the warehouse has confirmed it
          - wrong: A larger database
          - wrong: A second load balancer
        """,
      nonTriggering: """
        id: Q-001
        stem: Orders get lost when the warehouse is down. What helps?
        choices:
          - wrong: A cache in the browser
          - right: A queue of orders
          - wrong: A larger database
          - wrong: A second load balancer
        """),
    RuleDescription(
      .unevenChoices,
      """
      The longest choice has more than one and a half times the words of the shortest, and at \
      least five more, so that it stands out. Where that is the right one, `key-longest` says so.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Orders get lost when the warehouse is down. What helps?
        choices:
          - right: A queue of orders
          - wrong: ↓A browser cache that keeps what the customer has typed in
          - wrong: A larger database
        """,
      nonTriggering: """
        id: Q-001
        stem: Orders get lost when the warehouse is down. What helps?
        choices:
          - right: A queue of orders
          - wrong: A cache in the browser
          - wrong: A larger database
        """),
    RuleDescription(
      .unorderedNumbers,
      """
      Choices that are numbers stand in no order, so that finding one costs the learner time. \
      Units count: 90 minutes stand before two hours. They may ascend or descend; add `last: true` \
      to a choice without a number.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: How long are messages kept?
        ↓choices:
          - wrong: 7 days
          - wrong: 12 hours
          - right: 4 days
        """,
      nonTriggering: """
        id: Q-001
        stem: How long are messages kept?
        choices:
          - wrong: 12 hours
          - right: 4 days
          - wrong: 7 days
        """),
    RuleDescription(
      .convergence,
      """
      Each choice lists several things, and only the right one consists of things that others list \
      too. Who knows nothing counts what comes up most often. Let a wrong choice share all of its \
      pieces as well.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: How should the volume be kept?
        choices:
          - right: ↓Daily snapshots and encryption
          - wrong: Daily snapshots and compression
          - wrong: Weekly snapshots and encryption
        """,
      nonTriggering: """
        id: Q-001
        stem: How should the volume be kept?
        choices:
          - right: Daily snapshots and encryption
          - wrong: Daily snapshots and compression
          - wrong: Weekly snapshots and encryption
          - wrong: Weekly snapshots and compression
        """),
    RuleDescription(
      .allOfTheAbove,
      """
      A choice is right where the others are. Who sees that two are right knows the answer without \
      the third, and choices are shuffled, so that nothing need stand above.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: What does a role have?
        choices:
          - wrong: A trust policy
          - wrong: Permissions
          - right: ↓All of the above
        """,
      nonTriggering: """
        id: Q-001
        stem: Which TWO does a role have? (Choose two.)
        choices:
          - right: A trust policy
          - right: Permissions
          - wrong: A password
        """),
    RuleDescription(
      .noneOfTheAbove,
      """
      A choice is right where no other is. It tells what the learner rejects, not what they know, \
      and choices are shuffled, so that nothing need stand above.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one has a password?
        choices:
          - right: A user
          - wrong: A role
          - wrong: ↓None of the above
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one has a password?
        choices:
          - right: A user
          - wrong: A role
          - wrong: A policy
        """),
    RuleDescription(
      .choiceByLetter,
      """
      A choice or a rationale names a choice by its letter or place. Choices are shuffled, so that \
      this is another one for each learner: say what it says instead.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one has a password?
        choices:
          - right: A user
            why: Only people sign in with one.
          - wrong: A role
            why: It is taken on; ↓option A is what signs in.
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one has a password?
        choices:
          - right: A user
            why: Only people sign in with one.
          - wrong: A role
            why: It is taken on; a user is what signs in.
        """),
    RuleDescription(
      .absoluteTerm,
      """
      A wrong choice says that something holds without exception ("always", "never", "under all \
      circumstances") and no right one does. Learners know that little does, and strike it out. \
      Words in quotation marks, in backticks or within names don't count.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: When does the session end?
        choices:
          - right: After an hour
          - wrong: Roles ↓never let it end
          - wrong: At midnight
        """,
      nonTriggering: """
        id: Q-001
        stem: When does the session end?
        choices:
          - right: After an hour
          - wrong: After twelve hours
          - wrong: At midnight
          - wrong: When the policy says `Never`
        """),
    RuleDescription(
      .vagueTerm,
      """
      A choice, or the sentence that asks, says how often something is so in a word that everybody \
      takes differently ("usually", "often", "rarely"), so that every answer can be argued for. \
      "Rarely read files" are files, and "more often" compares: these are fine.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: What is true of roles?
        choices:
          - right: Their sessions are ↓usually short.
          - wrong: They have a password.
        """,
      nonTriggering: """
        id: Q-001
        stem: What is true of roles?
        choices:
          - right: Their sessions end after an hour unless another time is set.
          - wrong: They suit rarely used passwords.
        """),
  ]
}
