internal import Synchronization

/// Numbers the runs of work of which only the latest is wanted, so that older ones can stop.
final class Turns: Sendable {
  private let latest = Mutex(0)

  /// Begins a run; those before it are wanted no more.
  func begin() -> Int {
    latest.withLock { latest in
      latest += 1
      return latest
    }
  }

  /// Whether no later run has begun.
  func isLatest(_ turn: Int) -> Bool { latest.withLock { $0 == turn } }
}
