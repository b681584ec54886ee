import FSRS
import PracticeCore

/// A small subject with every kind of question, and what a learner has done with it.
enum Fixtures {
  /// A learner who has been through the first start.
  static let settled = [event(0, .settings(StudySettings()))]

  /// A learner with three weeks behind them: some questions due, one flagged, one set aside.
  static let experienced: [Event] = {
    let answers: [(String, Int, Bool)] = [
      ("single", -20, true), ("multiple", -20, false), ("multiple", -19, true),
      ("match", -19, true), ("order", -12, true), ("single", -11, true), ("typed", -3, false),
      ("typed", -2, true), ("scenario", -1, true),
    ]
    var events = settled
    events.append(
      event(1, .goal(ExamGoal(exam: exam.id, date: CalendarDate("2026-12-12"))), daysAhead: -21))
    for (question, days, isRight) in answers {
      events.append(
        event(events.count, .answer(record(question, isRight: isRight)), daysAhead: days))
    }
    for (mark, question) in [(QuestionMark.flag, "order"), (.suspend, "wide")] {
      let id = QuestionID(bank: bank.id, question: question)
      events.append(event(events.count, .mark(mark, question: id), daysAhead: -1))
    }
    return events
  }()

  /// A learner whose limit is too low for an exam in two days.
  static let late = [
    event(0, .settings(StudySettings())),
    event(
      1, .goal(ExamGoal(exam: exam.id, date: CalendarDate("2026-11-25"), dailyLimit: 3)),
      daysAhead: -1),
  ]

  /// A learner who doesn't study on Mondays; today is one.
  static let resting = [
    event(0, .settings(StudySettings())),
    event(
      1, .goal(ExamGoal(exam: exam.id, date: CalendarDate("2026-12-12"), weekdaysOff: [1])),
      daysAhead: -1),
  ]

  /// A learner who has done today's work and was wrong once.
  static let done: [Event] = {
    var settings = StudySettings()
    settings.newPerDay = 2
    return [
      event(0, .settings(settings)),
      event(1, .answer(record("single", isRight: true)), daysAhead: 0),
      event(2, .answer(record("multiple", isRight: false)), daysAhead: 0),
    ]
  }()

  /// A learner who has answered a question whose right answer was another then.
  static let changed: [Event] = {
    var answer = record("typed", isRight: true)
    answer.revision = Revision(recorded: "\(answer.revision.description.prefix(7))000000")
    return settled + [event(1, .answer(answer), daysAhead: -20)]
  }()

  /// The digits that choose what is right, where the question is the first of a session whose
  /// shuffling starts at `seed`.
  static func right(_ name: String, seed: UInt64 = 3) -> String {
    let id = QuestionID(bank: bank.id, question: name)
    guard let question = bank.questions.first(where: { $0.id == id }) else { return "" }
    var random = SplitMix64(seed: seed)
    let order = Array(Showing(question, using: &random).order)
    return question.keyNumbers.compactMap { order.firstIndex(of: $0) }
      .map { String($0 + 1) }.joined()
  }

  /// Where the first session of a study begins to shuffle, in a program that starts at 7.
  static let studySeed: UInt64 = {
    var random = SplitMix64(seed: 7)
    return random.next()
  }()

  /// An event, some days from the morning on which the tests begin.
  static func event(_ number: Int, _ content: EventContent, daysAhead: Int = -30) -> Event {
    var time = ScreenRunner.morning
    time.at = time.at.advanced(byMilliseconds: Int64(daysAhead) * 86_400_000)
    return Event(id: EventID(writer: "past", sequence: number), time: time, content: content)
  }

  /// An answer to a question of the bank.
  static func record(_ name: String, isRight: Bool, rating: Rating? = nil) -> AnswerRecord {
    let id = QuestionID(bank: bank.id, question: name)
    let question = bank.questions.first { $0.id == id } ?? bank.questions[0]
    return AnswerRecord(
      question: id, revision: question.revision, mode: .study, order: [],
      response: question.rightResponse, isRight: isRight, confidence: nil,
      rating: rating ?? (isRight ? .good : .again), milliseconds: 40_000)
  }

  /// An exam.
  static let exam = Blueprint(
    id: "lab-exam", title: "Laboratory safety, mock exam", questions: 20, minutes: 40,
    scale: .percent(pass: 70), sections: [BlueprintSection(title: "All", weight: 1, from: ["lab"])])

  private static func question(
    _ name: String, _ objective: String?, scenario: String? = nil, _ stem: String,
    _ format: AnswerFormat, takeaway: String? = nil, references: [String] = [],
    difficulty: Difficulty? = nil
  ) -> Question {
    Question(
      id: QuestionID(bank: "lab", question: name), objective: objective, difficulty: difficulty,
      scenario: scenario, scenarioText: scenario.flatMap { scenarios[$0] }, stem: stem,
      format: format, takeaway: takeaway, references: references, tags: [name])
  }

  private static let scenarios = [
    "school": """
    A school has two chemistry rooms that share one store. Forty pupils use them each day, in \
    groups of ten.
    """
  ]

  /// The bank.
  static let bank = QuestionBank(
    id: "lab", title: "Laboratory safety",
    references: [
      Reference(
        id: "acids", title: "Handling of acids",
        url: "https://example.org/safety/laboratories/chapters/handling-of-acids-and-bases.html"),
      Reference(id: "burns", title: "First aid for burns", url: "https://example.org/burns"),
    ],
    scenarios: scenarios,
    domains: [
      Domain(
        id: "LAB-D1", title: "Substances", weight: 60,
        objectives: [
          Objective(id: "LAB-ACID", title: "Dilute acids without being splashed"),
          Objective(id: "LAB-STORE", title: "Store what must not meet apart"),
        ]),
      Domain(
        id: "LAB-D2", title: "Accidents and how to answer them", weight: 40,
        objectives: [Objective(id: "LAB-FIRE", title: "Put out small fires")]),
    ],
    questions: [
      question(
        "single", "LAB-ACID",
        """
        A student has to dilute concentrated sulphuric acid for a titration. Which way of mixing \
        keeps the heat under control?
        """,
        .choices([
          Choice(
            text: "Pour the water into the acid quickly.", isRight: false,
            why: "The water boils at once where it meets the acid, and throws acid out."),
          Choice(
            text: "Pour the acid slowly into the water while stirring.", isRight: true,
            why: "The large mass of water takes up the heat, and stirring spreads it."),
          Choice(
            text: "Mix equal parts of both at once in a closed bottle.", isRight: false,
            why: "A closed bottle bursts when its contents heat up."),
          Choice(
            text: "None of this needs care, since sulphuric acid is heavier than water.",
            isRight: false, why: "Being heavier doesn't make the mixing cooler.",
            staysLast: true),
        ]),
        takeaway: "Acid into water, slowly, and never the other way round.",
        references: ["acids", "burns"], difficulty: .foundation),
      question(
        "multiple", "LAB-STORE",
        """
        An inspector finds acids, bases, solvents and oxidisers in one cupboard. Which TWO changes \
        lower the risk MOST?
        """,
        .choices([
          Choice(
            text: "Keep oxidisers and solvents in separate cupboards.", isRight: true,
            why: "Together they can burn without any spark from outside."),
          Choice(text: "Label the cupboard in a larger type.", isRight: false),
          Choice(
            text: "Stand acids and bases in trays of their own.", isRight: true,
            why: "What leaks from one bottle then cannot reach the other."),
          Choice(
            text: "Open the window once a day.", isRight: false,
            why: "It thins the vapours and keeps nothing apart."),
          Choice(text: "Sort the bottles by the alphabet.", isRight: false),
        ]),
        takeaway: "Store by what reacts, not by name."),
      question(
        "match", "LAB-FIRE", "Which extinguisher belongs to which fire?",
        .match(
          pairs: [
            MatchPair(
              prompt: "Burning magnesium in a dish", answer: "Dry sand",
              why: "Water and carbon dioxide both feed burning magnesium."),
            MatchPair(prompt: "A burning power supply", answer: "Carbon dioxide"),
            MatchPair(
              prompt: "A waste paper basket", answer: "Water",
              why: "Paper has to be cooled below the point at which it catches fire again."),
          ], distractors: ["Petrol"]),
        takeaway: "Ask what burns before you ask what is at hand."),
      question(
        "order", "LAB-FIRE", "Acid has reached an eye. Put the first steps in order.",
        .order([
          "Call for help.", "Lead the person to the eye shower.",
          "Rinse for at least ten minutes, holding the lids open.",
          "Cover both eyes and go to a doctor with the name of the acid.",
        ]), references: ["burns"]),
      question(
        "typed", "LAB-ACID", "Which gas forms when an acid meets zinc?",
        .answer(["hydrogen", "H2"]), takeaway: "Acid and a base metal give hydrogen."),
      question(
        "scenario", "LAB-STORE", scenario: "school",
        "Where should the bottles for the day stand before the first group comes in?",
        .choices([
          Choice(text: "On the teacher's bench.", isRight: true),
          Choice(text: "On the pupils' benches.", isRight: false),
          Choice(text: "In the corridor between the two rooms.", isRight: false),
        ])),
      question("longest", "LAB-FIRE", longestStem, .choices(longestChoices), takeaway: "Plan."),
      question(
        "wide", nil,
        "硫酸を水で薄めるとき、正しい手順はどれですか。Café au lait, e\u{301}t\u{e9}, 👩‍🔬 and 🔥 \u{202E}hidden\u{202C}?",
        .choices([
          Choice(text: "酸を水に少しずつ加える。混ぜながら、ゆっくりと、温度を確かめて。それから容器を閉じる。", isRight: true),
          Choice(text: "水を酸に加える 💥", isRight: false, why: "危険です。"),
          Choice(text: "ส่วนผสมน้ำ", isRight: false),
        ])),
    ],
    notes: [
      NotesSection(
        objective: "LAB-ACID", title: "Acids and water",
        blocks: [
          .paragraph([
            .text("Diluting an acid sets "), .strong("heat"), .text(" free. The "),
            .emphasis("larger"),
            .text(" mass has to be the water, so that it can take the heat up: "),
            .link(text: "Handling of acids", url: "https://example.org/safety/acids.html"),
            .text(" explains why."),
          ]),
          .heading(level: 1, text: [.text("What to do")]),
          .list(
            isOrdered: true,
            items: [
              [.text("Put the water into a vessel that stands heat.")],
              [.text("Add the acid slowly, along a glass rod, and stir all the time.")],
              [.text("Wait until it is cool before you close it.")],
            ]),
          .list(
            isOrdered: false,
            items: [[.text("Goggles")], [.text("Gloves that "), .code("EN 374"), .text(" names")]]),
          .code(["mix(acid, into: water)   // and not the other way round"]),
          .table(
            header: [[.text("Acid")], [.text("Concentration")], [.text("What it does to skin")]],
            rows: [
              [
                [.text("Hydrochloric")], [.text("37 %")],
                [.text("Burns, and its vapour hurts the eyes long before one sees it.")],
              ],
              [[.text("Acetic")], [.text("5 %")], [.text("Nothing; it is vinegar.")]],
            ]),
        ]),
      NotesSection(
        objective: "LAB-STORE", title: "What may stand beside what",
        blocks: [.paragraph([.text("Acids and bases stand apart.")])]),
    ])

  /// 90 words and a block of code.
  private static let longestStem = """
    A regional hospital runs a small laboratory in its basement, where three technicians prepare \
    reagents for two wards. Since the renovation in spring the ventilation stops for about ten \
    minutes each night, and the alarm that ought to report it writes only this line into a log \
    that nobody reads before noon:

        WARN  vent-2  flow=0.0 m3/s  since=02:11:09  until=02:21:44

    The technicians may not change the building, their budget allows for one purchase, and work \
    at night has to go on. Which measure protects the person on duty BEST until the ventilation \
    is repaired for good?
    """

  /// Five choices of 25 words.
  private static let longestChoices: [Choice] = [
    (
      "Let the person on duty wear a gas detector that sounds at the limit, and forbid open work "
        + "with solvents between two and half past two at night.", true
    ),
    (
      "Send the log to all three technicians by mail every morning, so that each of them can see "
        + "afterwards for how long the ventilation stood still.", false
    ),
    (
      "Place a second fan in the door of the room and let it run all night, so that the air of the "
        + "corridor thins the vapours a little.", false
    ),
    (
      "Ask the person on duty to leave the room whenever a smell is noticed, and to write the time "
        + "and the length of it into the ward's book.", false
    ),
    (
      "Move the preparation of all reagents to the morning hours and store what was prepared in "
        + "open dishes beside the sink until the evening of that day.", false
    ),
  ].map { Choice(text: $0, isRight: $1, why: $1 ? "It warns at once." : "It comes too late.") }
}
