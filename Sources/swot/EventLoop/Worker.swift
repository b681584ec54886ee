import PracticeUI
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Slow work beside the event loop, each piece on a thread of its own.
///
/// ```swift
/// worker.start("statistics") { post in
///   …
///   guard !post.isCancelled else { return }
///   post.send(.notice("…"))
/// }
/// ```
///
/// Messages come through ``messages()``, whenever ``descriptor`` can be read. Where no thread can be
/// had, the work is done at once.
final class Worker {
  /// What a piece of work has to do with the loop.
  struct Post: Sendable {
    fileprivate let mailbox: Mailbox
    fileprivate let number: Int

    /// Whether nobody waits for it any more.
    var isCancelled: Bool { mailbox.isCancelled(number) }

    /// Sends a message to the loop, unless nobody waits for it any more.
    func send(_ message: Message) { mailbox.add(message, of: number) }
  }

  private let mailbox = Mailbox()
  private var numbers: [String: Int] = [:]
  private var last = 0

  /// Can be read whenever there are messages; nil where the system gives no pipe.
  var descriptor: Int32? { mailbox.descriptor }

  /// Starts a piece of work; what goes on under the same name is cancelled.
  ///
  /// - Parameters:
  ///   - name: What it is.
  ///   - body: The work: it looks at ``Post/isCancelled`` now and then.
  func start(_ name: String, _ body: @escaping @Sendable (Post) -> Void) {
    cancel(name)
    last += 1
    numbers[name] = last
    mailbox.expect(last)
    let piece = PieceOfWork(number: last, mailbox: mailbox, body: body)
    if descriptor != nil, let thread = BackgroundThread.start(piece) {
      pthread_detach(thread)
    } else {
      piece.work()
    }
  }

  /// Cancels what goes on under a name: nothing more comes of it.
  func cancel(_ name: String) {
    if let number = numbers.removeValue(forKey: name) { mailbox.forget(number) }
  }

  /// Takes the messages that have come, in order.
  func messages() -> [Message] { mailbox.take() }
}

/// A piece of work on its thread.
private final class PieceOfWork: BackgroundThread.Work {
  private let number: Int
  private let mailbox: Mailbox
  private let body: @Sendable (Worker.Post) -> Void

  init(number: Int, mailbox: Mailbox, body: @escaping @Sendable (Worker.Post) -> Void) {
    self.number = number
    self.mailbox = mailbox
    self.body = body
  }

  override func work() { body(Worker.Post(mailbox: mailbox, number: number)) }
}

/// Messages on their way to the loop.
private final class Mailbox: Sendable {
  /// Can be read as long as there are messages; nil where the system gives no pipe.
  let descriptor: Int32?
  private let bell: Int32?
  private let content = Mutex(Content())

  private struct Content {
    var messages: [(number: Int, message: Message)] = []
    var expected: Set<Int> = []
  }

  init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      (descriptor, bell) = (nil, nil)
      return
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
    }
    (descriptor, bell) = (ends[0], ends[1])
  }

  deinit { for end in [descriptor, bell] { if let end { close(end) } } }

  func expect(_ number: Int) { content.withLock { _ = $0.expected.insert(number) } }

  func forget(_ number: Int) {
    content.withLock { content in
      content.expected.remove(number)
      content.messages.removeAll { $0.number == number }
    }
  }

  func isCancelled(_ number: Int) -> Bool {
    content.withLock { !$0.expected.contains(number) }
  }

  func add(_ message: Message, of number: Int) {
    let isNew = content.withLock { content in
      guard content.expected.contains(number) else { return false }
      content.messages.append((number, message))
      return true
    }
    guard isNew, let bell else { return }
    var byte: UInt8 = 1
    // A full pipe has rung already.
    _ = write(bell, &byte, 1)
  }

  func take() -> [Message] {
    if let descriptor {
      var bytes = [UInt8](repeating: 0, count: 64)
      while read(descriptor, &bytes, bytes.count) > 0 {}
    }
    return content.withLock { content in
      defer { content.messages = [] }
      return content.messages.map(\.message)
    }
  }
}
