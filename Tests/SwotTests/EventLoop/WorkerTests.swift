import PracticeUI
import TestSupport
import Testing

@testable import swot

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct WorkerTests {
  /// Waits until something has come, at most ten seconds.
  private func wait(for worker: Worker) throws -> [Message] {
    var descriptor = pollfd(fd: try #require(worker.descriptor), events: Int16(POLLIN), revents: 0)
    #expect(poll(&descriptor, 1, 10_000) == 1)
    return worker.messages()
  }

  @Test func `what work has to say comes through the descriptor, in order`() throws {
    let worker = Worker()
    worker.start("count") { post in
      post.send(.notice("one"))
      post.send(.notice("two"))
    }
    var messages = try wait(for: worker)
    while messages.count < 2 { messages += try wait(for: worker) }
    #expect(messages == [.notice("one"), .notice("two")])
    #expect(worker.messages() == [])
    var descriptor = pollfd(fd: try #require(worker.descriptor), events: Int16(POLLIN), revents: 0)
    #expect(poll(&descriptor, 1, 0) == 0, "what was taken rings no more")
  }

  @Test func `nothing comes of work that was cancelled or begun again`() throws {
    let worker = Worker()
    worker.start("slow") { post in
      while !post.isCancelled { usleep(1000) }
      post.send(.notice("too late"))
    }
    worker.start("slow") { $0.send(.notice("again")) }
    #expect(try wait(for: worker) == [.notice("again")])
    worker.start("other") { post in
      while !post.isCancelled { usleep(1000) }
      post.send(.notice("never"))
    }
    worker.cancel("other")
    worker.start("last") { $0.send(.notice("last")) }
    #expect(try wait(for: worker) == [.notice("last")])
  }
}
