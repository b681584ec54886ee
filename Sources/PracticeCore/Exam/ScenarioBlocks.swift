/// Questions of a form that can't be parted: those that share a scenario.
enum ScenarioBlocks {
  /// Puts elements that share a scenario together, where the first of them stands.
  ///
  /// - Parameters:
  ///   - elements: the elements, in any order.
  ///   - question: the question of an element.
  /// - Returns: blocks of one or more elements; inside a block they keep their order.
  static func of<Element>(
    _ elements: some Sequence<Element>, question: (Element) -> Question
  ) -> [[Element]] {
    var blocks: [[Element]] = []
    var blockOfScenario: [QuestionID: Int] = [:]
    for element in elements {
      let question = question(element)
      if let scenario = question.scenario {
        let name = QuestionID(bank: question.id.bank, question: scenario)
        if let block = blockOfScenario[name] {
          blocks[block].append(element)
          continue
        }
        blockOfScenario[name] = blocks.count
      }
      blocks.append([element])
    }
    return blocks
  }
}
