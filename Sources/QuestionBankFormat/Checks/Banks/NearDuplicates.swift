import PracticeCore

/// Finds questions that say nearly the same as an earlier one.
///
/// Two questions are alike by the runs of three words that their stems and answers have: the share
/// of those in both among those in either (Jaccard). The join is exact, and quick: the runs of a
/// question are put in one order for all, rare ones first, and two questions can be alike only
/// where they have one of their first few runs in common (S. Chaudhuri, V. Ganti, R. Kaushik, "A
/// primitive operator for similarity joins in data cleaning", ICDE 2006). A question that is like
/// an earlier one is not kept, so a thousand copies of one cost as much as a thousand others.
struct NearDuplicates {
  /// A question and an earlier one that it is like.
  struct Pair: Equatable {
    /// The number of the question, in the order in which questions were given.
    var question: Int
    /// The number of the earlier one.
    var first: Int
    /// How alike they are, up to 1.
    var share: Double
  }

  /// How alike two questions must be.
  static let threshold = 0.6

  /// Shorter questions are alike by chance.
  private static let leastRuns = 6
  /// How many earlier questions a question is compared with at most.
  ///
  /// Only questions that were made to take long come near.
  private static let mostCandidates = 200
  /// How many questions are kept with one run.
  private static let mostOwners = 2_000
  /// About how many questions have each run, by the end of its hash: never fewer.
  private var counts: [UInt8]
  /// The questions that have a run, for the first runs of each in that order; runs of one question
  /// alone are left out.
  private var owners: [UInt64: [Int32]] = [:]

  private init(forBytes bytes: Int) {
    // Four places for each run keep most of those apart that have nothing in common.
    let runs = bytes / 6
    var size = 1 << 10
    while size < 4 * runs, size < 1 << 25 { size *= 2 }
    counts = [UInt8](repeating: 0, count: size)
  }

  /// Finds the pairs among `questions`: each question at most once, with the earlier one that it is
  /// most like.
  static func find(_ questions: [Question]) -> [Pair] {
    // By index, since copies of all questions take their time.
    var search = NearDuplicates(
      forBytes: questions.indices.reduce(0) { $0 + WordRuns.bytes(of: questions[$1]) })
    for index in questions.indices { search.count(WordRuns(questions[index]).runs) }
    var pairs: [Pair] = []
    for number in questions.indices {
      if let pair = search.pair(of: number, in: questions) { pairs.append(pair) }
    }
    return pairs
  }

  private func place(of run: UInt64) -> Int { Int(truncatingIfNeeded: run) & (counts.count - 1) }

  private mutating func count(_ runs: [UInt64]) {
    for run in runs {
      let place = place(of: run)
      if counts[place] < .max { counts[place] += 1 }
    }
  }

  private mutating func pair(of number: Int, in questions: [Question]) -> Pair? {
    let runs = WordRuns(questions[number]).runs
    guard runs.count >= Self.leastRuns else { return nil }
    var keyed = runs.map { (counts[place(of: $0)], $0) }
    keyed.sort { $0 < $1 }
    // With fewer of its runs in common than this, no other question is alike; and what one question
    // alone has is in no other.
    let least = Int((Self.threshold * Double(runs.count)).rounded(.up))
    let prefix = keyed.prefix(runs.count - least + 1).drop { $0.0 < 2 }.map(\.1)
    var best: Pair?
    var compared = Set<Int32>()
    search: for run in prefix {
      for owner in owners[run] ?? [] where compared.insert(owner).inserted {
        let share = Self.likeness(runs, WordRuns(questions[Int(owner)]).runs)
        if share >= Self.threshold, share > (best?.share ?? 0) {
          best = Pair(question: number, first: Int(owner), share: share)
        }
        if share == 1 || compared.count >= Self.mostCandidates { break search }
      }
    }
    guard best == nil else { return best }
    let name = Int32(truncatingIfNeeded: number)
    for run in prefix where owners[run, default: []].count < Self.mostOwners {
      owners[run, default: []].append(name)
    }
    return nil
  }

  /// The share of what both have among what either has; both ascend without repetitions.
  private static func likeness(_ left: [UInt64], _ right: [UInt64]) -> Double {
    var (one, other, shared) = (0, 0, 0)
    while one < left.count, other < right.count {
      if left[one] == right[other] {
        shared += 1
        one += 1
        other += 1
      } else if left[one] < right[other] {
        one += 1
      } else {
        other += 1
      }
    }
    return Double(shared) / Double(left.count + right.count - shared)
  }
}

/// The runs of three words that a question's stem and answers have.
private struct WordRuns {
  /// Their hashes, ascending, each once.
  private(set) var runs: [UInt64] = []

  /// How many bytes the texts have that count.
  static func bytes(of question: Question) -> Int {
    let stem = question.stem.utf8.count
    switch question.format {
    case .choices(let choices): return choices.reduce(stem) { $0 + $1.text.utf8.count }
    case .match(let pairs, _): return pairs.reduce(stem) { $0 + $1.prompt.utf8.count }
    case .order(let texts), .answer(let texts): return texts.reduce(stem) { $0 + $1.utf8.count }
    }
  }

  init(_ question: Question) {
    runs.reserveCapacity(128)
    add(question.stem)
    switch question.format {
    case .choices(let choices): for choice in choices { add(choice.text) }
    case .match(let pairs, let distractors):
      for pair in pairs {
        add(pair.prompt)
        add(pair.answer)
      }
      for distractor in distractors { add(distractor) }
    case .order(let texts), .answer(let texts): for text in texts { add(text) }
    }
    runs.sort()
    var kept = 0
    for index in runs.indices where index == 0 || runs[index] != runs[kept - 1] {
      runs[kept] = runs[index]
      kept += 1
    }
    runs.removeSubrange(kept...)
  }

  private mutating func add(_ text: String) {
    var text = text
    var (beforeLast, last, count): (UInt64, UInt64, Int) = (0, 0, 0)
    var hash: UInt64 = 0
    func mixed(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
      var value = first &* 0x9e37_79b9_7f4a_7c15
      value = (value ^ second) &* 0xbf58_476d_1ce4_e5b9
      value = (value ^ (value >> 31) ^ third) &* 0x94d0_49bb_1331_11eb
      return value ^ (value >> 29)
    }
    var runs: [UInt64] = []
    text.withUTF8 { bytes in
      for index in 0...bytes.count {
        let byte = index < bytes.count ? bytes[index] : 0x20
        if byte >= 0x80 || Word.isLower(byte) || Word.isUpper(byte) || Word.isDigit(byte) {
          if hash == 0 { hash = 0xcbf2_9ce4_8422_2325 }
          hash = (hash ^ UInt64(Word.lower(byte))) &* 0x0000_0100_0000_01b3
        } else if hash != 0 {
          count += 1
          if count > 2 { runs.append(mixed(beforeLast, last, hash)) }
          (beforeLast, last, hash) = (last, hash, 0)
        }
      }
    }
    // Shorter texts are one run, the words that are missing being nothing.
    if count == 1 || count == 2 { runs.append(mixed(0, beforeLast, last)) }
    self.runs += runs
  }
}
