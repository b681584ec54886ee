import FSRS

extension SimulatedMemory {
  /// Learners of several kinds, whose memory is no scheduler's default model.
  ///
  /// The parameters of three belong to made-up learners of FSRS-6, as the reference vectors of the
  /// tests have them; the others are the models' defaults.
  package static let all: [SimulatedMemory] =
    [SimulatedMemory(name: "fsrs6", model: FSRS6())]
    + sets.compactMap { name, values in
      (try? FSRS6Parameters(values)).map {
        SimulatedMemory(name: name, model: FSRS6(parameters: $0))
      }
    } + [SimulatedMemory(name: "fsrs7", model: FSRS7())]

  /// Those that remember by a model of that family and not exactly by what the scheduler believes.
  ///
  /// - Parameters:
  ///   - family: `fsrs6` or `fsrs7`; nil for both.
  ///   - parameters: What the scheduler believes.
  /// - Returns: The learners.
  package static func learners(
    of family: String?, otherThan parameters: ModelParameters
  ) -> [SimulatedMemory] {
    let believed = try? MemoryModels.named(parameters.model, parameters: parameters.weights)
    return all.filter { memory in
      let isBelieved =
        memory.model.name == believed?.name && memory.model.parameters == believed?.parameters
      return !isBelieved && (family == nil || memory.model.name == family)
    }
  }

  private static let sets: [(String, [Double])] = [
    (
      "fsrs6-a",
      [
        0.2169, 0.6129, 2.0536, 6.9926, 6.7966, 0.725, 3.7234, 0.01, 2.2868, 0.2664, 1.1061, 1.749,
        0.06, 0.311, 1.8117, 0.4597, 1.3813, 0.5788, 0.1596, 0.0546, 0.198,
      ]
    ),
    (
      "fsrs6-b",
      [
        0.2596, 1.7645, 1.797, 12.0779, 8.8967, 0.9296, 2.151, 0.05, 3.186, 0.1349, 0.5911, 1.3813,
        0.04, 0.3215, 1.1363, 0.5629, 2.2196, 0.4581, 0.124, 0.051, 0.1074,
      ]
    ),
    (
      "fsrs6-c",
      [
        0.1498, 1.5547, 3.9158, 6.311, 4.7918, 0.5123, 3.6883, 0.05, 1.2049, 0.1807, 0.5781, 0.7558,
        0.0887, 0.1236, 3.0822, 0.6895, 1.4643, 0.3355, 0.0723, 0.0737, 0.2257,
      ]
    ),
  ]
}
