#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// FSRS-7 with the derivatives of its predictions by all 34 weights, by the chain rule backwards
/// through a card's history.
///
/// The formulas are those of ``FSRS7`` (see ``DualForgettingCurve`` and ``TraceFormulas``).
struct FSRS7Adjoint: DifferentiableModel {
  /// The state before a review, and what was computed on the way to the state after it.
  struct Step {
    var slow = TraceStep()
    var fast = TraceStep()
    var difficulty = 0.0
    var curve = MixedRecall()
    // Whether the fast stability after a lapse is held at 0.8 of the slow one.
    var fastIsCapped = false
    var difficultyIsFree = true
    // The change of difficulty before damping.
    var change = 0.0
  }

  private let w: [Double]
  private let curve: MixedRecallAdjoint
  private let slow, fast: TraceAdjoint
  // D0(Easy), not clamped, and e^(3 × w5)
  private let easyDifficulty, easySlope: Double

  init(weights: [Double]) {
    w = weights
    curve = MixedRecallAdjoint(weights: weights)
    slow = TraceAdjoint(weights: weights, first: 7)
    fast = TraceAdjoint(weights: weights, first: 15)
    easySlope = exp(3 * w[5])
    easyDifficulty = w[4] - easySlope + 1
  }

  func addGradient(
    of card: Range<Int>, in set: TrainingSet, weights: [Double], to gradient: inout [Double],
    steps: inout [Step]
  ) -> Double {
    steps.removeAll(keepingCapacity: true)
    var loss = 0.0
    var (slowStability, fastStability, difficulty) = firstState(
      Int(set.ratings[card.lowerBound]), &steps)
    for place in card.dropFirst() {
      let rating = Int(set.ratings[place])
      var step = Step()
      step.difficulty = difficulty
      step.slow.stability = slowStability
      step.fast.stability = fastStability
      step.curve = curve.recall(
        slow: slowStability, fast: fastStability, difficulty: difficulty,
        days: set.elapsed[place])
      if weights[place] > 0 {
        let given = rating > 1 ? step.curve.recall : 1 - step.curve.recall
        loss -= weights[place] * log(given)
      }
      // Nothing follows from the state after the last item.
      if place != card.upperBound - 1 {
        slowStability = slow.next(
          &step.slow, rating: rating, difficulty: difficulty, recall: step.curve.recall)
        fastStability = nextFast(&step, rating: rating, slow: slowStability)
        difficulty = nextDifficulty(&step, rating: rating)
      }
      steps.append(step)
    }
    goBack(through: card, of: set, weights: weights, steps, to: &gradient)
    return loss
  }

  // MARK: - Forwards

  private func firstState(
    _ rating: Int, _ steps: inout [Step]
  ) -> (slow: Double, fast: Double, difficulty: Double) {
    var step = Step()
    let stability = TraceFormulas.clamped(w[rating - 1])
    let fast = TraceFormulas.clamped(FSRS7.fastShare * stability)
    let free = w[4] - exp(w[5] * Double(rating - 1)) + 1
    let difficulty = min(max(free, 1), 10)
    step.difficultyIsFree = difficulty == free
    step.slow.isFree = stability == w[rating - 1]
    step.fast.isFree = fast == FSRS7.fastShare * stability
    steps.append(step)
    return (stability, fast, difficulty)
  }

  private func nextFast(_ step: inout Step, rating: Int, slow: Double) -> Double {
    let next = fast.next(
      &step.fast, rating: rating, difficulty: step.difficulty, recall: step.curve.fast)
    guard rating == 1, next > FSRS7.fastShare * slow else { return next }
    step.fastIsCapped = true
    let capped = TraceFormulas.clamped(FSRS7.fastShare * slow)
    step.fast.isFree = capped == FSRS7.fastShare * slow
    return capped
  }

  private func nextDifficulty(_ step: inout Step, rating: Int) -> Double {
    step.change = -w[6] * Double(rating - 3) * (rating == 1 ? step.curve.recall + 0.1 : 1)
    let free =
      0.01 * easyDifficulty + 0.99
      * (step.difficulty + step.change * (10 - step.difficulty) / 9)
    let next = min(max(free, 1), 10)
    step.difficultyIsFree = next == free
    return next
  }

  // MARK: - Backwards

  private func goBack(
    through card: Range<Int>, of set: TrainingSet, weights: [Double],
    _ steps: [Step], to gradient: inout [Double]
  ) {
    // The derivatives of the loss by the state after the review.
    var bySlow = 0.0
    var byFast = 0.0
    var byDifficulty = 0.0
    for index in steps.indices.reversed().dropLast() {
      let place = card.lowerBound + index
      let step = steps[index]
      let rating = Int(set.ratings[place])
      if !step.fast.isFree { byFast = 0 }
      if !step.difficultyIsFree { byDifficulty = 0 }
      var before = StateBar()
      if byFast != 0 {
        if step.fastIsCapped {
          bySlow += FSRS7.fastShare * byFast
        } else {
          fast.goBack(
            step.fast, rating: rating, difficulty: step.difficulty, recall: step.curve.fast, byFast,
            stability: &before.fast, difficulty: &before.difficulty, recall: &before.fastRecall,
            &gradient)
        }
      }
      if !step.slow.isFree { bySlow = 0 }
      if bySlow != 0 {
        slow.goBack(
          step.slow, rating: rating, difficulty: step.difficulty, recall: step.curve.recall, bySlow,
          stability: &before.slow, difficulty: &before.difficulty, recall: &before.recall,
          &gradient)
      }
      if byDifficulty != 0 {
        difficultyBack(step, rating: rating, byDifficulty, &before, &gradient)
      }
      if weights[place] > 0 {
        before.recall +=
          rating > 1
          ? -weights[place] / step.curve.recall : weights[place] / (1 - step.curve.recall)
      }
      if before.recall != 0 || before.fastRecall != 0 {
        curve.goBack(
          step.curve, slow: step.slow.stability, fast: step.fast.stability,
          difficulty: step.difficulty, days: max(0, set.elapsed[place]), &before, &gradient)
      }
      bySlow = before.slow
      byFast = before.fast
      byDifficulty = before.difficulty
    }
    firstBack(
      steps, rating: Int(set.ratings[card.lowerBound]), bySlow, byFast, byDifficulty, &gradient)
  }

  private func firstBack(
    _ steps: [Step], rating: Int, _ bySlow: Double, _ byFast: Double, _ byDifficulty: Double,
    _ gradient: inout [Double]
  ) {
    guard let step = steps.first else { return }
    if step.slow.isFree {
      gradient[rating - 1] += bySlow + (step.fast.isFree ? FSRS7.fastShare * byFast : 0)
    }
    if step.difficultyIsFree {
      gradient[4] += byDifficulty
      gradient[5] -= byDifficulty * Double(rating - 1) * exp(w[5] * Double(rating - 1))
    }
  }

  private func difficultyBack(
    _ step: Step, rating: Int, _ bar: Double, _ before: inout StateBar,
    _ gradient: inout [Double]
  ) {
    gradient[4] += 0.01 * bar
    gradient[5] -= 0.01 * bar * 3 * easySlope
    before.difficulty += 0.99 * bar * (1 - step.change / 9)
    let byChange = 0.99 * bar * (10 - step.difficulty) / 9
    gradient[6] += byChange * step.change / w[6]
    if rating == 1 { before.recall += byChange * 2 * w[6] }
  }
}

/// The derivatives of the loss by the state before a review, and by the recall just before it.
struct StateBar {
  var slow = 0.0
  var fast = 0.0
  var difficulty = 0.0
  var recall = 0.0
  var fastRecall = 0.0
}
