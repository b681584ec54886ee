import PracticeCore

extension AppState {
  /// Takes in what came of an effect in an exam.
  mutating func take(_ news: ExamNews) -> [Effect] {
    let effects = eachScreen { $0.heard(news, in: $1) }
    switch news {
    case .opened(let sitting):
      context.remark = nil
      screens = [AnyScreen(HomeScreen()), AnyScreen(ExamScreen(sitting, in: context))]
    case .elsewhere(let attempt, let holder):
      let takingOver = Command.effect(.exam(.resume(attempt, takesOver: true)))
      context.remark = .question(
        Confirmation(
          text: ExamWording.elsewhere(holder, at: context.time), key: "t", label: "take over",
          commands: [takingOver]))
    case .read(let exam):
      let screen = ExamResultScreen(exam, in: context)
      let isOpen = (top as? ExamResultScreen)?.review.exam.start.attempt == exam.start.attempt
      return effects + run([isOpen ? .replace(screen) : .open(screen)])
    case .replaced: break
    }
    return effects
  }
}
