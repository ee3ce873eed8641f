internal import Glibc
internal import Session
internal import Synchronization

/// Where effects leave their results for the loop: the only thing that crosses between threads.
final class Mailbox: Sendable {
  private struct Contents {
    var results: [EffectResult] = []
    var running = 0
  }

  private let contents = Mutex(Contents())
  /// Can be read when there is something to take.
  let wakeDescriptor: Int32
  private let postDescriptor: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if unsafe pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    wakeDescriptor = ends[0]
    postDescriptor = ends[1]
  }

  deinit {
    close(wakeDescriptor)
    close(postDescriptor)
  }

  /// Whether an effect runs, or a result was not taken.
  var isBusy: Bool {
    contents.withLock { $0.running > 0 || !$0.results.isEmpty }
  }

  /// Notes that an effect was started; `end` must follow.
  func begin() {
    contents.withLock { $0.running += 1 }
  }

  /// Notes that an effect has posted all its results.
  func end() {
    contents.withLock { $0.running -= 1 }
    wake()
  }

  /// Leaves a result.
  func post(_ result: EffectResult) {
    contents.withLock { $0.results.append(result) }
    wake()
  }

  /// Takes all results, oldest first.
  func take() -> [EffectResult] {
    contents.withLock { contents in
      defer { contents.results = [] }
      return contents.results
    }
  }

  /// Waits until somebody posts or ends, for a screen without a terminal and before the first
  /// frame.
  ///
  /// - Parameter milliseconds: the longest time.
  func wait(upTo milliseconds: Int32 = 1000) {
    var source = pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&source, 1, milliseconds)
    _ = readOnce(wakeDescriptor, limit: 512)
  }

  /// A full pipe wakes as well as a fresh byte does.
  private func wake() {
    _ = unsafe write(postDescriptor, [1], 1)
  }
}
