#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// FSRS-6 with the derivatives of its predictions by all 21 weights, by the chain rule backwards
/// through a card's history.
///
/// The formulas are those of ``FSRS6`` (see ``StabilityFormulas`` and ``DifficultyFormulas``).
struct FSRS6Adjoint: DifferentiableModel {
  /// The state before a review, and what was computed on the way to the state after it.
  struct Step {
    var stability = 0.0
    var difficulty = 0.0
    // Recall and what it comes from: x = 1 + factor × t ÷ S and ln x.
    var recall = 1.0
    var x = 1.0
    var logX = 0.0
    // ln S; for a lapse ln(S + 1).
    var logStability = 0.0
    // Recall: the gain without the weight of Hard or Easy and without e^(w10 × (1 − R)) − 1.
    // Lapse: the relearnt stability. Same day: the factor k.
    var value = 0.0
    // e^(w10 × (1 − R)) or (S + 1)^w13.
    var power = 0.0
    // Difficulty after linear damping.
    var damped = 0.0
    var kind = Kind.first
    // Whether stability and difficulty after the review are free, not held at a bound.
    var stabilityIsFree = true
    var difficultyIsFree = true
  }

  /// Which formula gave the stability.
  enum Kind: UInt8 {
    case first, recall, lapse, cappedLapse, sameDay, unchanged
  }

  private let w: [Double]
  private let factor, factorSlope: Double
  private let growth, leastLapseLoss: Double
  // D0(Easy), not clamped, and e^(3 × w5)
  private let easyDifficulty, easySlope: Double

  init(weights: [Double]) {
    w = weights
    let ratio = exp(-log(0.9) / w[20])
    factor = ratio - 1
    factorSlope = ratio * log(0.9) / (w[20] * w[20])
    growth = exp(w[8])
    leastLapseLoss = exp(w[17] * w[18])
    easySlope = exp(3 * w[5])
    easyDifficulty = w[4] - easySlope + 1
  }

  func addGradient(
    of card: Range<Int>, in set: TrainingSet, weights: [Double], to gradient: inout [Double],
    steps: inout [Step]
  ) -> Double {
    steps.removeAll(keepingCapacity: true)
    var loss = 0.0
    var stability = 0.0
    var difficulty = 0.0
    for place in card {
      var step = Step()
      let rating = Int(set.ratings[place])
      if place == card.lowerBound {
        stability = w[rating - 1]
        let first = w[4] - exp(w[5] * Double(rating - 1)) + 1
        difficulty = min(max(first, 1), 10)
        step.difficultyIsFree = difficulty == first
        steps.append(step)
        continue
      }
      step.stability = stability
      step.difficulty = difficulty
      let days = set.elapsed[place]
      let isLast = place == card.upperBound - 1
      if days >= 1 {
        step.x = 1 + factor * days / stability
        step.logX = log(step.x)
        step.recall = exp(-w[20] * step.logX)
      }
      let weight = weights[place]
      if weight > 0 {
        let given = rating > 1 ? step.recall : 1 - step.recall
        loss -= weight * log(min(max(given, 1e-7), 1 - 1e-7))
      }
      // Nothing follows from the state after the last item.
      if !isLast {
        stability = nextStability(&step, rating: rating, isSameDay: days < 1)
        difficulty = nextDifficulty(&step, rating: rating)
      }
      steps.append(step)
    }
    goBack(through: card, of: set, weights: weights, steps: steps, to: &gradient)
    return loss
  }

  // MARK: - Forwards

  private func nextStability(_ step: inout Step, rating: Int, isSameDay: Bool) -> Double {
    let stability = step.stability
    let next: Double
    if isSameDay {
      step.logStability = log(stability)
      let change = exp(w[17] * (Double(rating - 3) + w[18]) - w[19] * step.logStability)
      if rating >= 2, change <= 1 {
        step.kind = .unchanged
        next = stability
      } else {
        step.kind = .sameDay
        step.value = change
        next = stability * change
      }
    } else if rating == 1 {
      step.logStability = log1p(stability)
      step.power = exp(w[13] * step.logStability)
      let relearnt =
        w[11] * exp(w[14] * (1 - step.recall) - w[12] * log(step.difficulty)) * (step.power - 1)
      let cap = stability / leastLapseLoss
      step.value = relearnt
      if relearnt <= cap {
        step.kind = .lapse
        next = relearnt
      } else {
        step.kind = .cappedLapse
        next = cap
      }
    } else {
      step.kind = .recall
      step.logStability = log(stability)
      step.value = growth * (11 - step.difficulty) * exp(-w[9] * step.logStability)
      step.power = exp(w[10] * (1 - step.recall))
      next = stability * (1 + step.value * (step.power - 1) * ratingWeight(rating))
    }
    let range = StabilityFormulas.range
    let clamped = min(max(next, range.lowerBound), range.upperBound)
    step.stabilityIsFree = clamped == next
    return clamped
  }

  private func nextDifficulty(_ step: inout Step, rating: Int) -> Double {
    let change = -w[6] * Double(rating - 3)
    step.damped = step.difficulty + change * (10 - step.difficulty) / 9
    let next = w[7] * easyDifficulty + (1 - w[7]) * step.damped
    let clamped = min(max(next, 1), 10)
    step.difficultyIsFree = clamped == next
    return clamped
  }

  private func ratingWeight(_ rating: Int) -> Double {
    rating == 2 ? w[15] : rating == 4 ? w[16] : 1
  }

  // MARK: - Backwards

  private func goBack(
    through card: Range<Int>, of set: TrainingSet, weights: [Double], steps: [Step],
    to gradient: inout [Double]
  ) {
    // The derivatives of the loss by stability and difficulty after the review.
    var byStability = 0.0
    var byDifficulty = 0.0
    var byFactor = 0.0
    for index in steps.indices.reversed().dropLast() {
      let place = card.lowerBound + index
      let step = steps[index]
      let rating = Int(set.ratings[place])
      let days = set.elapsed[place]
      if !step.stabilityIsFree { byStability = 0 }
      if !step.difficultyIsFree { byDifficulty = 0 }
      var beforeStability = 0.0
      var beforeDifficulty = 0.0
      var byRecall = 0.0
      if byStability != 0 {
        (beforeStability, beforeDifficulty, byRecall) = stabilityBack(
          step, rating: rating, byStability, &gradient)
      }
      if byDifficulty != 0 {
        beforeDifficulty += difficultyBack(step, rating: rating, byDifficulty, &gradient)
      }
      let weight = weights[place]
      if weight > 0 {
        let given = rating > 1 ? step.recall : 1 - step.recall
        if given > 1e-7, given < 1 - 1e-7 {
          byRecall += rating > 1 ? -weight / given : weight / given
        }
      }
      if byRecall != 0, days >= 1 {
        let byX = byRecall * -w[20] * step.recall / step.x * days / step.stability
        gradient[20] -= byRecall * step.recall * step.logX
        byFactor += byX
        beforeStability -= byX * factor / step.stability
      }
      byStability = beforeStability
      byDifficulty = beforeDifficulty
    }
    gradient[20] += byFactor * factorSlope
    let first = Int(set.ratings[card.lowerBound])
    gradient[first - 1] += byStability
    if let step = steps.first, step.difficultyIsFree {
      gradient[4] += byDifficulty
      gradient[5] -= byDifficulty * Double(first - 1) * exp(w[5] * Double(first - 1))
    }
  }

  /// From the stability after a review to what it came from.
  private func stabilityBack(
    _ step: Step, rating: Int, _ bar: Double, _ gradient: inout [Double]
  ) -> (stability: Double, difficulty: Double, recall: Double) {
    let stability = step.stability
    switch step.kind {
    case .first: return (0, 0, 0)
    case .unchanged: return (bar, 0, 0)
    case .sameDay:
      let next = stability * step.value
      let shift = Double(rating - 3) + w[18]
      gradient[17] += bar * next * shift
      gradient[18] += bar * next * w[17]
      gradient[19] -= bar * next * step.logStability
      return (bar * step.value * (1 - w[19]), 0, 0)
    case .recall:
      let weight = ratingWeight(rating)
      let plain = step.value * (step.power - 1)
      let gain = plain * weight
      let all = bar * stability
      gradient[8] += all * gain
      gradient[9] -= all * gain * step.logStability
      let slope = all * step.value * weight * step.power
      gradient[10] += slope * (1 - step.recall)
      if rating == 2 { gradient[15] += all * plain }
      if rating == 4 { gradient[16] += all * plain }
      return (
        bar * (1 + gain - w[9] * gain), -all * gain / (11 - step.difficulty), -slope * w[10]
      )
    case .lapse:
      let next = bar * step.value
      gradient[11] += next / w[11]
      gradient[12] -= next * log(step.difficulty)
      let scaled = next / (step.power - 1) * step.power
      gradient[13] += scaled * step.logStability
      gradient[14] += next * (1 - step.recall)
      return (
        scaled * w[13] / (stability + 1), -next * w[12] / step.difficulty, -next * w[14]
      )
    case .cappedLapse:
      let next = bar * stability / leastLapseLoss
      gradient[17] -= next * w[18]
      gradient[18] -= next * w[17]
      return (bar / leastLapseLoss, 0, 0)
    }
  }

  /// From the difficulty after a review to the one before.
  private func difficultyBack(
    _ step: Step, rating: Int, _ bar: Double, _ gradient: inout [Double]
  ) -> Double {
    let rest = bar * (1 - w[7])
    let shift = Double(rating - 3)
    gradient[4] += bar * w[7]
    gradient[5] -= bar * w[7] * 3 * easySlope
    gradient[6] -= rest * shift * (10 - step.difficulty) / 9
    gradient[7] += bar * (easyDifficulty - step.damped)
    return rest * (1 + w[6] * shift / 9)
  }
}
