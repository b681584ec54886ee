import FSRS

extension ExamPaper {
  /// The same questions in another order, and the items of each too: what neighbours get.
  ///
  /// Questions of one scenario stay together and in their order; choices that stay last keep their
  /// place. The same paper and number give the same form on every machine.
  ///
  /// - Parameter number: which form; 0 is this one as it stands.
  /// - Returns: the form.
  package func form(_ number: Int) -> ExamPaper {
    guard number > 0 else { return self }
    // Apart from the numbers of the draw itself, which began at the seed.
    var seeds = SplitMix64(seed: ~seed)
    var random = SplitMix64(seed: seeds.next())
    for _ in 1..<number { random = SplitMix64(seed: seeds.next()) }
    var form = self
    form.items = random.shuffled(ScenarioBlocks.of(items, question: \.question)).flatMap { $0 }
    for index in form.items.indices {
      form.items[index].order = Showing(form.items[index].question, using: &random).order
    }
    return form
  }
}
