internal import Foundation
internal import Synchronization

/// Runs work in order on a thread that exists only while there is some.
///
/// Not a dispatch queue: on Linux the first one starts a monitor that wakes the process every
/// second for as long as it lives, and a reader at rest must not wake at all.
final class Lane: Sendable {
  private struct Waiting {
    var work: [@Sendable () -> Void] = []
    var isRunning = false
  }

  private let waiting = Mutex(Waiting())
  private let becameIdle = NSCondition()

  /// Adds work behind what waits.
  func run(_ work: @escaping @Sendable () -> Void) {
    let isFirst = waiting.withLock { waiting in
      waiting.work.append(work)
      defer { waiting.isRunning = true }
      return !waiting.isRunning
    }
    if isFirst { Thread.detachNewThread { self.drain() } }
  }

  /// Returns when nothing runs or waits.
  func finish() {
    becameIdle.withLock {
      while waiting.withLock({ $0.isRunning }) { becameIdle.wait() }
    }
  }

  private func drain() {
    while let work = next() { work() }
    becameIdle.withLock { becameIdle.broadcast() }
  }

  private func next() -> (@Sendable () -> Void)? {
    waiting.withLock { waiting in
      guard !waiting.work.isEmpty else {
        waiting.isRunning = false
        return nil
      }
      return waiting.work.removeFirst()
    }
  }
}
