/// Orders of questions in which neighbours differ.
package enum Interleaving {
  /// Takes one of each list in turn until all are used up.
  package static func roundRobin<Element>(_ lists: [[Element]]) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for place in 0..<(lists.map(\.count).max() ?? 0) {
      for list in lists where place < list.count { result.append(list[place]) }
    }
    return result
  }

  /// The questions of a bank by turns: domains take turns, within a domain its objectives, within
  /// an objective the order written, easier ones first.
  package static func acrossObjectives(
    _ questions: [Question], of bank: QuestionBank
  ) -> [Question] {
    var byObjective: [String: [Question]] = [:]
    var unsorted: [Question] = []
    var known = Set<String>()
    for domain in bank.domains { known.formUnion(domain.objectives.map(\.id)) }
    for question in questions {
      if let objective = question.objective, known.contains(objective) {
        byObjective[objective, default: []].append(question)
      } else {
        unsorted.append(question)
      }
    }
    var domains = bank.domains.map { domain in
      roundRobin(
        domain.objectives.map { objective in
          (byObjective[objective.id] ?? []).enumerated()
            .sorted { left, right in
              (left.element.difficulty ?? .intermediate, left.offset)
                < (right.element.difficulty ?? .intermediate, right.offset)
            }
            .map(\.element)
        })
    }
    domains.append(unsorted)
    return roundRobin(domains)
  }

  /// The elements in an order in which equal keys are never neighbours where that can be avoided,
  /// and that otherwise stays as near to the given one as it can.
  ///
  /// At each place the first element is taken whose key differs from the one before, unless some
  /// key fills more than half of what is left: then it must be taken now or stand beside itself
  /// later.
  ///
  /// - Parameters:
  ///   - elements: what to order.
  ///   - key: what neighbours shall not share.
  ///   - previous: the key of what stands before the first place.
  /// - Returns: the same elements in another order.
  package static func apart<Element>(
    _ elements: [Element], by key: (Element) -> String, after previous: String? = nil
  ) -> [Element] {
    var numbers: [String: Int] = [:]
    let keys = elements.map { element in
      let name = key(element)
      if let number = numbers[name] { return number }
      numbers[name] = numbers.count
      return numbers.count - 1
    }
    var counts = [Int](repeating: 0, count: numbers.count)
    for number in keys { counts[number] += 1 }
    // How many keys have each count, so that the highest count is known at every step.
    var keysWithCount = [Int](repeating: 0, count: (counts.max() ?? 0) + 1)
    for count in counts { keysWithCount[count] += 1 }
    var highest = keysWithCount.count - 1
    var frequent = 0
    // A linked list over the places, so that taking from the middle costs nothing.
    var next = Array(1...max(1, elements.count))
    var first = 0
    var last = previous.flatMap { numbers[$0] } ?? -1
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    while first < elements.count {
      let left = elements.count - result.count
      var must: Int?
      if 2 * highest > left {
        if counts[frequent] != highest { frequent = counts.firstIndex(of: highest) ?? frequent }
        must = frequent == last ? nil : frequent
      }
      var before = -1
      var place = first
      while place < elements.count {
        if let must { if keys[place] == must { break } } else if keys[place] != last { break }
        before = place
        place = next[place]
      }
      if place >= elements.count {
        before = -1
        place = first
      }
      if before < 0 { first = next[place] } else { next[before] = next[place] }
      last = keys[place]
      keysWithCount[counts[last]] -= 1
      counts[last] -= 1
      keysWithCount[counts[last]] += 1
      while highest > 0, keysWithCount[highest] == 0 { highest -= 1 }
      result.append(elements[place])
    }
    return result
  }
}
