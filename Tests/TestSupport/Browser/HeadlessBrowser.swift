#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A browser without a window, with one page open, that is spoken to through pipes.
///
/// The protocol is that of the Chromium DevTools: messages in JSON, each ended by a zero byte, by
/// `--remote-debugging-pipe` on the descriptors 3 and 4.
final class HeadlessBrowser {
  private let process: ChildProcess
  private let input: Int32
  private let output: Int32
  private var received: [UInt8] = []
  private var session: String?
  private var commands = 0
  private var answers: [Int: DevToolsValue] = [:]

  /// What the page reported so far: the method and its parameters.
  private(set) var events: [(method: String, parameters: DevToolsValue)] = []

  /// Starts the browser and opens an empty page.
  ///
  /// - Parameter folder: An existing folder, for its profile.
  /// - Throws: `Program.Failure`.
  init(in folder: String) throws {
    let pipes = ["\(folder)/to-browser", "\(folder)/from-browser"]
    for pipe in pipes where mkfifo(pipe, 0o600) != 0 {
      throw Program.Failure(description: "no pipe at \(pipe)")
    }
    // For reading and writing: neither side waits for the other to open its end.
    input = open(pipes[0], O_RDWR | O_CLOEXEC)
    output = open(pipes[1], O_RDWR | O_CLOEXEC)
    let log = "\(folder)/browser.log"
    process = try ChildProcess(
      try SystemTool.browser.path,
      [
        "--headless", "--no-sandbox", "--remote-debugging-pipe", "--disable-gpu",
        "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars",
        "--force-color-profile=srgb", "--user-data-dir=\(folder)/profile", "about:blank",
      ],
      environment: Program.environment(home: folder),
      standard: [
        ("/dev/null", O_RDONLY), (log, O_WRONLY | O_CREAT | O_TRUNC),
        (log, O_WRONLY | O_CREAT | O_APPEND), (pipes[0], O_RDONLY), (pipes[1], O_WRONLY),
      ])
    let page = try call("Target.createTarget", ["url": "about:blank"])["targetId"]
    session = try call("Target.attachToTarget", ["targetId": page, "flatten": true])["sessionId"]
      .text
    for domain in ["Page", "Runtime", "Log", "Network"] { try call("\(domain).enable") }
  }

  deinit {
    // Asked to go it takes its children along.
    session = nil
    if (try? call("Browser.close")) == nil || process.status(within: 5000) == nil {
      process.signal(SIGKILL)
    }
    close(input)
    close(output)
  }

  /// Opens an address and waits until everything of it is loaded.
  ///
  /// - Throws: `Program.Failure`.
  func show(_ address: String) throws {
    let answer = try call("Page.navigate", ["url": .string(address)])
    if let error = answer["errorText"].text {
      throw Program.Failure(description: "\(address): \(error)")
    }
    try wait(for: "the page") { events.contains { $0.method == "Page.loadEventFired" } }
  }

  /// What an expression of JavaScript gives in the page.
  ///
  /// - Throws: `Program.Failure`, also where the expression throws.
  func value(of expression: String) throws -> DevToolsValue {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": .string(expression), "returnByValue": true, "awaitPromise": true])
    guard answer["exceptionDetails"] == .null else {
      throw Program.Failure(description: "\(answer["exceptionDetails"])")
    }
    return answer["result"]["value"]
  }

  /// Has the browser do something, and gives its answer.
  ///
  /// - Throws: `Program.Failure` where it refuses, ended, or is silent for half a minute.
  @discardableResult
  func call(_ method: String, _ parameters: DevToolsValue = [:]) throws -> DevToolsValue {
    commands += 1
    let number = commands
    var message: [String: DevToolsValue] = [
      "id": .number(Double(number)), "method": .string(method), "params": parameters,
    ]
    message["sessionId"] = session.map(DevToolsValue.string)
    try send(try JSONEncoder().encode(DevToolsValue.object(message)) + [0])
    try wait(for: method) { answers[number] != nil }
    guard let answer = answers.removeValue(forKey: number), answer["error"] == .null else {
      throw Program.Failure(description: "\(method) was refused")
    }
    return answer["result"]
  }

  /// Takes messages until a condition holds.
  private func wait(for what: String, until isDone: () -> Bool) throws {
    var silence = 0
    while true {
      while let end = received.firstIndex(of: 0) {
        take(try JSONDecoder().decode(DevToolsValue.self, from: Data(received[..<end])))
        received.removeSubrange(...end)
      }
      if isDone() { return }
      silence = receive(within: 200) ? 0 : silence + 200
      guard silence < 30_000, process.status(within: 0) == nil else {
        throw Program.Failure(description: "the browser gave no answer: \(what)")
      }
    }
  }

  private func take(_ message: DevToolsValue) {
    if let number = message["id"].int {
      answers[number] = message
    } else if let method = message["method"].text {
      events.append((method, message["params"]))
    }
  }

  /// Takes what has arrived; false where nothing has after so many milliseconds.
  private func receive(within milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &buffer, buffer.count)
    guard count > 0 else { return false }
    received += buffer[..<count]
    return true
  }

  private func send(_ bytes: Data) throws {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Program.Failure(description: "the browser takes nothing") }
      rest = rest.dropFirst(count)
    }
  }
}
