import CThreads

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A plain thread, which starts in a few microseconds and gets no signals.
enum BackgroundThread {
  /// Work for a thread.
  ///
  /// What several threads touch of it is guarded by a lock of its own.
  class Work {
    /// Does the work.
    func work() {}
  }

  /// Starts a thread on another core; nil where none can be had.
  ///
  /// - Parameter work: What it does.
  /// - Returns: The thread, to be joined or detached.
  static func start(_ work: Work) -> pthread_t? {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    // Signals are for the thread that handles events.
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let reference = Unmanaged<Work>.passRetained(work)
    let error = thread_start_elsewhere(&thread, { doWork($0) }, reference.toOpaque())
    guard error == 0 else {
      reference.release()
      return nil
    }
    return thread
  }
}

/// What a new thread does: its argument is a retained ``BackgroundThread/Work``.
private func doWork(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let work else { return nil }
  claimMemory()
  Unmanaged<BackgroundThread.Work>.fromOpaque(work).takeRetainedValue().work()
  return nil
}

/// Has the allocator get two megabytes for this thread in a few steps.
///
/// The GNU C library gives each thread memory of its own and lets that grow page by page, each page
/// with a call of the system that makes all other threads wait; what was given back once is there
/// for good. Where allocators are wiser, this costs a few microseconds.
private func claimMemory() {
  // Larger blocks would be mapped one by one.
  let blocks = (0..<20).map { _ in
    UnsafeMutableRawPointer.allocate(byteCount: 100_000, alignment: 16)
  }
  for block in blocks { block.deallocate() }
}
