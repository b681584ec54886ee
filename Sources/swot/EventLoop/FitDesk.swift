import FSRS
import PracticeCore
import PracticeUI
import ProgressStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Fits the memory model on a thread of its own while the screens go on.
///
/// What is new is told through a pipe that the event loop watches; then ``news()`` says what it is.
struct FitDesk {
  /// What can be read whenever there is something new; nil while nothing goes on.
  var descriptor: Int32? { worker?.pipe.reading }

  private let paths: ProgressPaths
  private var worker: Worker?

  /// A fit that goes on.
  private struct Worker {
    let pipe: WakePipe
    let progress: FitProgress
    let work: ConcurrentMap<Job, FitNews>
  }

  /// What is to be fitted to what.
  private struct Job: Sendable {
    let paths: ProgressPaths
    let pending: [Event]
    let parameters: ModelParameters
  }

  /// Makes a desk for a data folder, where nothing goes on.
  init(_ paths: ProgressPaths) { self.paths = paths }

  /// Does what a screen wants.
  ///
  /// - Parameters:
  ///   - effect: What.
  ///   - pending: Events that are not in the journals yet.
  /// - Returns: What can be said at once.
  mutating func run(_ effect: FitEffect, pending: [Event]) -> [Message] {
    stop()
    guard case .start(let parameters) = effect else { return [] }
    guard let pipe = WakePipe() else {
      return [.fit(.failed("There is no room for another pipe: close some programs."))]
    }
    let progress = FitProgress { _ in pipe.wake() }
    let job = Job(paths: paths, pending: pending, parameters: parameters)
    // Two: the caller, which doesn't take part before the end, and one that begins at once.
    let work = ConcurrentMap([job], cores: 2, weight: { _ in 1 }) { job in
      let news = Self.fit(job, telling: progress)
      progress.finish()
      pipe.wake()
      return news
    }
    worker = Worker(pipe: pipe, progress: progress, work: work)
    return []
  }

  /// What is new; to be called when ``descriptor`` can be read.
  mutating func news() -> [Message] {
    guard let worker else { return [] }
    worker.pipe.empty()
    guard worker.progress.isFinished else {
      return [.fit(.progress(percent: worker.progress.percent))]
    }
    self.worker = nil
    defer { worker.pipe.close() }
    return worker.work.results().map(Message.fit)
  }

  /// Ends what goes on; it takes a few milliseconds.
  mutating func stop() {
    guard let worker else { return }
    self.worker = nil
    worker.progress.cancel()
    _ = worker.work.results()
    worker.pipe.close()
  }

  private static func fit(_ job: Job, telling progress: FitProgress) -> FitNews {
    do {
      let reviews = try ProgressFolder.reviews(in: job.paths, with: job.pending).forTraining
        .sortedByTime
      let model = try MemoryModels.named(
        job.parameters.model, parameters: job.parameters.weights)
      let assessment = try FitAssessment(
        of: model, on: reviews,
        comparingWith: MemoryModels.names.filter { $0 != model.name },
        work: .onAllCores(telling: progress))
      return .found(
        FoundFit(
          parameters: ModelParameters(
            model: model.name, weights: assessment.fitted.parameters),
          before: assessment.before, after: assessment.after,
          betterModel: assessment.alternative?.model))
    } catch FitAssessment.Failure.tooFew(let items) {
      return .tooFew(items: items, least: FitAssessment.leastItems)
    } catch {
      return .failed("Your answers could not be read: \(error)")
    }
  }
}

/// A pipe whose other end wakes whoever waits.
struct WakePipe: Sendable {
  /// The end to wait at.
  let reading: Int32
  private let writing: Int32

  /// Makes a pipe; nil where the system has none left.
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  /// Wakes; where the pipe is full, whoever waits will wake without that.
  func wake() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Takes away what would wake again.
  func empty() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(reading, &bytes, bytes.count) > 0 {}
  }

  /// Closes both ends; nobody may wake any more.
  func close() {
    _ = closeDescriptor(reading)
    _ = closeDescriptor(writing)
  }
}

/// `close`, under a name that ``WakePipe/close()`` doesn't hide.
private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
