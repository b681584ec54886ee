extension Blueprint {
  /// The same exam with another number of questions: minutes and unscored questions change in the
  /// same ratio, rounded to the nearest whole.
  ///
  /// - Parameter count: how many questions, at least 1.
  /// - Returns: the exam, of a minute at least and with a scored question at least.
  package func scaled(toQuestions count: Int) -> Blueprint {
    var scaled = self
    scaled.questions = count
    scaled.minutes = max(1, Self.nearest(minutes * count, over: questions))
    scaled.unscored = min(max(0, count - 1), Self.nearest(unscored * count, over: questions))
    return scaled
  }

  private static func nearest(_ dividend: Int, over divisor: Int) -> Int {
    (2 * dividend + divisor) / (2 * divisor)
  }
}
