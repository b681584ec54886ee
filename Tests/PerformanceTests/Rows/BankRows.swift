import CLibYAML
import PracticeCore
import QuestionBankFormat

/// Reading a bank of 100,000 questions, beside libyaml alone on the same file, and checking banks.
struct BankRows {
  /// The path of `swot`.
  let program: String
  /// An empty folder.
  let folder: String

  private static let timeBound = 2.0
  private static let memoryBound = 6.0
  private static let checkBound = 2_000.0

  /// Measures time in turns, and memory of the reader and of `swot bank check`.
  func measure() throws(BenchmarkFailure) -> [Row] {
    let file = folder + "/large.yaml"
    try Material.make(.bank, at: file)
    var (events, reading, peak, size) = (Sample(), Sample(), 0, 0.0)
    for _ in 0..<3 {
      events.add(try Command.role(.events, [file]).figures().values["ms"] ?? 0)
      let (values, memory) = try Command.role(.read, [file]).figures()
      guard values["questions"] == 100_000 else { throw BenchmarkFailure("questions are missing") }
      reading.add(values["ms"] ?? 0)
      peak = max(peak, memory)
      size = values["bytes"] ?? 0
    }
    let ratio = reading.median / events.median
    return [
      Row(
        what: "reading 100,000 questions (\(decimal(size / 1e6)) MB)",
        figure: "\(decimal(reading.median / 1e3)) s",
        reference: "libyaml's events alone \(decimal(events.median / 1e3)) s", ratio: ratio,
        bound: "≤ 2 × libyaml", verdict: ratio <= Self.timeBound ? .met : .missed),
      memoryRow("peak memory of that", peak, size),
      try check(file, "peak memory of `swot bank check` on it", status: 0, size),
      try checkQuestions(),
      try checkLines(),
      try checkNames(events: events),
    ]
  }

  private func memoryRow(_ what: String, _ memory: Int, _ size: Double) -> Row {
    let ratio = Double(memory) / size
    return Row(
      what: what, figure: "\(decimal(Double(memory) / 1e6)) MB",
      reference: "file \(decimal(size / 1e6)) MB", ratio: ratio, bound: "≤ 6 × file",
      verdict: ratio <= Self.memoryBound ? .met : .missed)
  }

  private func check(
    _ file: String, _ what: String, status: Int32, _ size: Double
  ) throws(BenchmarkFailure) -> Row {
    memoryRow(what, try check(file, status: status).peakMemory, size)
  }

  /// Runs `swot bank check`, with what it says thrown away.
  private func check(_ file: String, status: Int32) throws(BenchmarkFailure) -> Command.Outcome {
    let outcome = try Command(
      "/bin/sh", ["-c", "exec \"$0\" bank check \"$1\" 2>/dev/null", program, file],
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder, "SWIFT_BACKTRACE": "enable=no"]
    ).run()
    guard outcome.status == status else {
      throw BenchmarkFailure("swot bank check '\(file)': status \(outcome.status)")
    }
    return outcome
  }

  /// The whole program, from its start to its end, on questions as long as those of real banks.
  private func checkQuestions() throws(BenchmarkFailure) -> Row {
    let file = folder + "/questions.yaml"
    try Material.make(.questions, at: file)
    var (checking, events) = (Sample(), Sample())
    for _ in 0..<5 {
      events.add(try Command.role(.events, [file]).figures().values["ms"] ?? 0)
      let stopwatch = Stopwatch()
      _ = try check(file, status: 0)
      checking.add(stopwatch.milliseconds)
    }
    let size = Double(try size(of: file)) / 1e6
    return Row(
      what: "`swot bank check` on 10,000 questions (\(decimal(size)) MB)",
      figure: "\(decimal(checking.median / 1e3)) s",
      reference: "libyaml's events alone \(decimal(events.median / 1e3)) s",
      ratio: checking.median / events.median, bound: "< 2 s",
      verdict: checking.median < Self.checkBound ? .met : .missed)
  }

  private func checkLines() throws(BenchmarkFailure) -> Row {
    let file = folder + "/lines.yaml"
    try Material.make(.lines, at: file)
    return try check(
      file, "the same of a bank of 100 MB of line feeds with an error", status: 65,
      Double(try size(of: file)))
  }

  private func checkNames(events: Sample) throws(BenchmarkFailure) -> Row {
    let file = folder + "/names.yaml"
    try Material.make(.names, at: file)
    let reference = try Command.role(.events, [file]).figures().values["ms"] ?? 0
    let (values, _) = try Command.role(.read, [file]).figures()
    return Row(
      what: "reading a bank of 400,000 unknown names",
      figure: "\(decimal((values["ms"] ?? 0) / 1e3)) s",
      reference: "libyaml's events alone \(decimal(reference / 1e3)) s",
      ratio: (values["ms"] ?? 0) / reference, bound: "–", verdict: .none)
  }

  private func size(of file: String) throws(BenchmarkFailure) -> Int {
    try FileSize.of(file)
  }

  // MARK: - In processes of their own

  /// Has libyaml parse a file and nothing else.
  static func readEvents(_ arguments: [String]) throws {
    let bytes = try contents(of: arguments.first ?? "")
    var parser = yaml_parser_t()
    var event = yaml_event_t()
    var count = 0
    let stopwatch = Stopwatch()
    yaml_parser_initialize(&parser)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var isAtEnd = false
      while !isAtEnd, yaml_parser_parse(&parser, &event) == 1 {
        isAtEnd = event.type == YAML_STREAM_END_EVENT
        yaml_event_delete(&event)
        count += 1
      }
    }
    yaml_parser_delete(&parser)
    print("ms", stopwatch.milliseconds)
    print("events", count)
  }

  /// Reads a bank as the program does.
  static func readBank(_ arguments: [String]) throws {
    let path = arguments.first ?? ""
    let file = SourceFile(name: path, bytes: try contents(of: path))
    let stopwatch = Stopwatch()
    let outcome = QuestionBankReader.check([file])
    print("ms", stopwatch.milliseconds)
    print("questions", outcome.bank?.questions.count ?? 0)
    print("bytes", file.bytes.count)
  }
}
