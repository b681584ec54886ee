#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Maps elements on several threads: they begin at once, and who wants the results helps.
///
/// ```swift
/// let reading = ConcurrentMap(sources, weight: \.size) { $0.read() }
/// … other work, on this thread …
/// let results = reading.results()
/// ```
///
/// Plain threads, which start in a few microseconds and which `body` may keep busy as long as it
/// likes. On one core, and where no thread can be had, all is done by ``results()``.
struct ConcurrentMap<Element: Sendable, Result: Sendable> {
  private let queue: ElementQueue<Element, Result>
  private let threads: [pthread_t]

  /// Starts to map.
  ///
  /// - Parameters:
  ///   - elements: What to map.
  ///   - cores: How many threads may work at one time, the caller's included; as many as the
  ///     machine has cores unless given.
  ///   - weight: How long an element is expected to take; those that take longest go first, so
  ///     that all threads end at about the same time.
  ///   - body: What is done with each element, on any thread.
  init(
    _ elements: [Element], cores: Int = Self.coresOfMachine, weight: (Element) -> Int,
    body: @escaping @Sendable (Element) -> Result
  ) {
    queue = ElementQueue(elements, weight: weight, body: body)
    var threads: [pthread_t] = []
    for _ in 0..<min(cores - 1, elements.count) {
      guard let thread = BackgroundThread.start(queue) else { break }
      threads.append(thread)
    }
    self.threads = threads
  }

  /// Takes part in what is left, waits for the rest, and gives the results in the order of the
  /// elements.
  ///
  /// To be called once, and always: the threads are not ended otherwise.
  consuming func results() -> [Result] {
    queue.work()
    for thread in threads { pthread_join(thread, nil) }
    return queue.results
  }

  /// How many cores the machine has.
  static var coresOfMachine: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }
}

/// Elements that wait, and the results of those that don't.
///
/// Its lock guards what changes.
private final class ElementQueue<Element: Sendable, Result: Sendable>: BackgroundThread.Work {
  private let elements: [Element]
  private let body: @Sendable (Element) -> Result
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  /// The elements that nobody has begun with, the next one last.
  private var waiting: [Int]
  private var found: [Result?]

  init(
    _ elements: [Element], weight: (Element) -> Int, body: @escaping @Sendable (Element) -> Result
  ) {
    self.elements = elements
    self.body = body
    lock = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    waiting = elements.indices.map { (index: $0, weight: weight(elements[$0])) }
      .sorted { ($0.weight, -$0.index) < ($1.weight, -$1.index) }.map(\.index)
    found = Array(repeating: nil, count: elements.count)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// The results; all of them, once every thread has ended.
  var results: [Result] { found.compactMap(\.self) }

  override func work() {
    while let index = locked({ waiting.popLast() }) {
      let result = body(elements[index])
      locked { found[index] = result }
    }
  }

  private func locked<Value>(_ change: () -> Value) -> Value {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return change()
  }
}
