#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A memory model with the exact derivatives of its predictions.
protocol DifferentiableModel: SendableMetatype {
  /// What one review leaves for the way back.
  associatedtype Step

  /// Prepares the model with these weights.
  init(weights: [Double])

  /// Adds the derivatives of the loss of one card's items by each weight.
  ///
  /// - Parameters:
  ///   - card: The places of the card's reviews in `set`, up to its last item.
  ///   - set: All reviews.
  ///   - weights: For each review how much it counts; 0 where it isn't predicted.
  ///   - gradient: One number for each weight.
  ///   - steps: Room to work in, reused from card to card.
  /// - Returns: The loss, the sum over the card's items.
  func addGradient(
    of card: Range<Int>, in set: TrainingSet, weights: [Double], to gradient: inout [Double],
    steps: inout [Step]
  ) -> Double
}

/// How parameters are trained: Adam with a cosine-annealed learning rate, drawn towards the start.
struct ParameterTraining: Sendable {
  /// How often all items are gone through.
  let epochs: Int
  /// The learning rate at the start.
  let learningRate: Double
  /// How fast Adam forgets gradients and their squares.
  let betas: (first: Double, second: Double)
  /// The strength of the pull to the start.
  let pull: Double
  /// For each weight how far it may lie from the start; infinite for no pull.
  let deviations: [Double]
  /// Moves weights into their bounds.
  let clip: @Sendable (inout [Double]) -> Void

  /// How many items a step looks at, about: cards stay together.
  static let batchSize = 512
  /// The longest history of which something is learnt; what comes later is not predicted.
  static let longestHistory = 256

  /// How many runs, each with cards in an order of its own, are averaged.
  ///
  /// With few reviews the order alone moves the result; with many one run would do, and the second
  /// takes another core.
  static func runs(items: Int) -> Int { min(8, max(2, 160_000 / max(1, items))) }

  /// Trains several times, each time with the cards in another order, and takes the mean.
  ///
  /// Each run happens in one order, and the mean is taken in one order, so that the same set, weights
  /// and seed give the same result on every machine, however many runs go on at one time.
  ///
  /// - Parameters:
  ///   - model: The kind of model.
  ///   - start: Where to start.
  ///   - set: What to predict.
  ///   - itemWeights: How much each item counts, in the order of time.
  ///   - seed: Where the shuffling of cards starts.
  ///   - work: How the runs are done, and whether they are still wanted.
  /// - Returns: The weights; nil where they were not wanted any more.
  func train<Model: DifferentiableModel>(
    _ model: Model.Type, from start: [Double], on set: TrainingSet, itemWeights: [Double],
    seed: UInt64, work: FitWork
  ) -> [Double]? {
    var weights = [Double](repeating: 0, count: set.ratings.count)
    for (place, weight) in zip(set.items, itemWeights) { weights[Int(place)] = weight }
    let cards = Self.cards(of: set, weights: weights)
    let items = cards.reduce(0) { $0 + Int($1.items) }
    guard items > 0 else { return start }
    let runs = Self.runs(items: items)
    let share = 1 / Double(runs * epochs * items)
    let itemsWeighted = weights
    let results = work.map(Array(0..<runs)) { run in
      self.run(
        model, from: start, on: set, cards: cards, weights: itemsWeighted,
        seed: seed &+ UInt64(run), items: items
      ) { work.isWanted(share * Double($0)) }
    }
    var mean = [Double](repeating: 0, count: start.count)
    for result in results {
      guard let result else { return nil }
      for index in mean.indices { mean[index] += result[index] / Double(runs) }
    }
    clip(&mean)
    return mean
  }

  private func run<Model: DifferentiableModel>(
    _ model: Model.Type, from start: [Double], on set: TrainingSet, cards: [Card],
    weights: [Double], seed: UInt64, items total: Int, while isWanted: (_ further: Int) -> Bool
  ) -> [Double]? {
    var random = SplitMix64(seed: seed)
    var adam = Adam(count: start.count, betas: betas)
    var values = start
    var gradient = [Double](repeating: 0, count: start.count)
    var steps: [Model.Step] = []
    var done = 0
    for _ in 0..<epochs {
      let order = random.shuffled(cards)
      var next = 0
      while next < order.count {
        let current = Model(weights: values)
        for index in gradient.indices { gradient[index] = 0 }
        var items = 0
        while items < Self.batchSize, next < order.count {
          let card = order[next]
          _ = current.addGradient(
            of: Int(card.start)..<Int(card.end), in: set, weights: weights, to: &gradient,
            steps: &steps)
          items += Int(card.items)
          next += 1
        }
        let share = pull * Double(items) / Double(total)
        for index in gradient.indices {
          let deviation = deviations[index]
          gradient[index] += 2 * share * (values[index] - start[index]) / (deviation * deviation)
        }
        let progress = Double(done) / Double(total * epochs)
        adam.step(
          &values, gradient, rate: learningRate * 0.5 * (1 + cos(progress * .pi)))
        clip(&values)
        done += items
        guard isWanted(items) else { return nil }
      }
    }
    return values
  }

  /// A card with something to predict.
  private struct Card: Sendable {
    var start: Int32
    /// After its last item.
    var end: Int32
    var items: Int32
  }

  private static func cards(of set: TrainingSet, weights: [Double]) -> [Card] {
    var cards: [Card] = []
    set.forEachCard { places in
      var card = Card(start: Int32(places.lowerBound), end: 0, items: 0)
      for place in places.prefix(longestHistory) where weights[place] > 0 {
        card.items += 1
        card.end = Int32(place + 1)
      }
      if card.items > 0 { cards.append(card) }
    }
    return cards
  }
}

/// The optimiser of Kingma and Ba, "Adam: a method for stochastic optimization", 2014.
struct Adam {
  private var means, squares: [Double]
  private let betas: (first: Double, second: Double)
  // The powers of both betas so far.
  private var powers = (first: 1.0, second: 1.0)

  init(count: Int, betas: (first: Double, second: Double)) {
    means = [Double](repeating: 0, count: count)
    squares = means
    self.betas = betas
  }

  /// Moves `values` against the gradient.
  mutating func step(_ values: inout [Double], _ gradient: [Double], rate: Double) {
    powers.first *= betas.first
    powers.second *= betas.second
    for index in values.indices {
      let slope = gradient[index]
      means[index] = betas.first * means[index] + (1 - betas.first) * slope
      squares[index] = betas.second * squares[index] + (1 - betas.second) * slope * slope
      let mean = means[index] / (1 - powers.first)
      let deviation = (squares[index] / (1 - powers.second)).squareRoot()
      values[index] -= rate * mean / (deviation + 1e-8)
    }
  }
}
