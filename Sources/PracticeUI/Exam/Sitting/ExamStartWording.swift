package import PracticeCore

/// What the screen before an exam says.
package enum ExamStartWording {
  static let noTimeRuns = "no time runs yet"
  static let about = "About this exam"
  static let nameLabel = "Your name, for who collects the results"
  static let noName = "None given: i types one."

  /// Another exam is open.
  static func underWay(_ title: String, stops: Bool) -> String {
    "Another exam is under way: \(title). "
      + (stops ? "Its clock stands still" : "Its clock runs on")
      + "; the home screen brings you back to it."
  }

  /// Why no form can be drawn, a paragraph each.
  static func failure(_ failure: ExamDrawFailure) -> [String] {
    switch failure {
    case .unknownSource(let section, let name):
      [
        "This exam can't be put together.",
        "The section \"\(section)\" draws from \(name), which is not among the banks at hand.",
      ]
    case .tooFewQuestions(let shortages):
      ["This exam can't be put together: there are too few questions."]
        + shortages.map { shortage in
          "The section \"\(shortage.section)\" needs "
            + "\(Phrases.counted(shortage.wanted, "question")) and finds "
            + "\(shortage.available): \(shortage.wanted - shortage.available) missing."
        }
    }
  }

  /// How many questions, in how much time.
  static func questions(_ paper: ExamPaper, minutes: Int) -> String {
    let each = Phrases.duration(milliseconds: minutes * 60_000 / max(1, paper.items.count))
    return "\(paper.items.count) in \(Phrases.counted(minutes, "minute")): about \(each) each."
  }

  /// Before an exam for which a name is asked begins without one.
  static let namelessQuestion =
    "Start without a name? Whoever collects the results can't tell whose yours is."

  /// How many questions count.
  static func counted(_ paper: ExamPaper) -> String {
    let unscored = paper.items.count { !$0.isScored }
    if unscored == 0 { return "All of them." }
    return
      "\(unscored) of the \(paper.items.count) \(unscored == 1 ? "is" : "are") not counted, and "
      + "you aren't told which."
  }

  /// How answers are marked.
  static func scoring(_ rule: ScoringRule) -> String {
    switch rule {
    case .allOrNothing:
      "A question is right in full or not at all. What is left open is wrong: guessing costs "
        + "nothing."
    case .netCorrect:
      "Where several choices are right, each wrong one cancels a right one; never less than "
        + "nothing. Other questions are right in full or not at all. What is left open is wrong."
    }
  }

  /// What passes.
  static func passing(_ scale: ScoreScale) -> String {
    switch scale {
    case .percent: "\(Phrases.percent(scale.cut)) of what counts."
    case .scaled(let from, let to, let pass, let cut):
      "\(pass) on a scale from \(from) to \(to): \(Phrases.percent(cut)) of what counts. The scale "
        + "is an estimate, not the vendor's own."
    }
  }

  /// Where the candidate may go.
  static func moving(_ navigation: ExamNavigation) -> String {
    switch navigation {
    case .free: "Back and forth as you like; you can flag questions, and r shows them all."
    case .forwardOnly: "Forward only: you can't come back to a question that you have left."
    }
  }

  /// What happens to the time when the exam is left.
  static func clock(_ clock: ExamClock, withPauses: Bool) -> String {
    if clock == .pausable { return "Stops when you leave, and goes on when you come back." }
    if withPauses {
      return "With pauses: it stops when you leave. The real one doesn't; the result will say so."
    }
    return "Runs on to the end, also when you leave or the machine sleeps; your answers are kept. "
      + "p lets it stop while you are away."
  }

  /// The time that is added.
  static func extra(_ milliseconds: Int64, minutes: Int) -> String {
    if milliseconds == 0 { return "None; + adds 5 minutes." }
    let total = Countdown(Int64(minutes) * 60_000 + milliseconds).text
    let seconds = milliseconds / 1000 % 60
    let extra =
      Phrases.counted(Int(milliseconds / 60_000), "minute") + (seconds > 0 ? " \(seconds) s" : "")
    return "\(extra), \(total) in all; the result will say so."
  }

  /// Which form is sat.
  static func form(_ request: ExamRequest) -> String {
    if request.paper != nil { return "Handed out: everyone who has it answers the same questions." }
    if request.heldBack != nil { return yourLastMock }
    if let seed = request.seed {
      return "Number \(seed): everyone who takes it answers the same questions."
    }
    return "Drawn for you; what your last exams asked comes last."
  }

  /// How much of the form the learner has never answered.
  ///
  /// - Parameters:
  ///   - paper: The form.
  ///   - heldBack: How many of its questions are held back for the last mock.
  /// - Returns: Sentences.
  static func new(_ paper: ExamPaper, heldBack: Int) -> String {
    let new = paper.items.count(where: \.isNew)
    let all =
      new == paper.items.count
      ? "All questions."
      : "\(new) of \(paper.items.count) questions; knowing the others will flatter the result."
    return heldBack == 0 ? all : "\(all) \(uses(heldBack: heldBack))"
  }

  /// A form asks questions that are held back for the last mock.
  package static func uses(heldBack count: Int) -> String {
    "\(Phrases.counted(count, "question")) of this form \(count == 1 ? "is" : "are") held back for "
      + "your last mock, and won't be new in it any more."
  }

  /// What is sat is the last mock.
  package static let yourLastMock =
    "Your last mock: questions that were held back for it. After it they are released."
  static let lastMockHelp = "Sit the form that is held back for your last mock instead"

  /// Questions are held back for a last mock.
  static func lastMock(_ count: Int) -> String {
    "\(Phrases.counted(count, "question")) \(count == 1 ? "is" : "are") held back for it, unseen; m "
      + "sits that form."
  }

  /// How likely the exam is to be passed, in a line.
  ///
  /// - Parameters:
  ///   - readiness: What is known of exams by these rules.
  ///   - request: What is to be sat.
  /// - Returns: The line; of another number of questions it says that it is about the whole exam.
  package static func readiness(_ readiness: ExamReadiness, of request: ExamRequest) -> String {
    let lastMock = request.heldBack == nil ? nil : readiness.lastMock
    let forecast = lastMock ?? readiness.today
    let likely = StatisticsWording.likely(forecast, scale: readiness.scale)
    let line = likely.prefix(1).uppercased() + likely.dropFirst()
    let sentence = line.last == "." ? line : line + "."
    let isAsForecast = lastMock != nil || request.blueprint.questions == readiness.questions
    return isAsForecast || !forecast.isReliable ? sentence : "The whole exam: \(likely)."
  }
}
