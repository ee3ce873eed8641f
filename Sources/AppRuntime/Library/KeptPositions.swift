// Where articles are being read. A position changes with every key, and each write waits for the
// disk: so the latest ones are written together, half a second after the first, or at once at the end.

internal import Articles
internal import Foundation
internal import Synchronization

/// Positions that are to be kept.
final class KeptPositions: Sendable {
  private struct Waiting {
    var positions: [ArticleID: Int] = [:]
    var isEnding = false
  }

  private let waiting = Mutex(Waiting())
  private let ended = NSCondition()
  private let lane = Lane()
  private let patience: Duration

  /// - Parameter patience: how long positions may wait.
  init(patience: Duration = .milliseconds(500)) { self.patience = patience }

  /// Writes a position before long; a later one of the same article may take its place.
  func keep(
    _ position: Int, of id: ArticleID, by write: @escaping @Sendable ([ArticleID: Int]) -> Void
  ) {
    let isFirst = waiting.withLock { waiting in
      defer { waiting.positions[id] = position }
      return waiting.positions.isEmpty
    }
    guard isFirst else { return }
    lane.run { [self] in
      pause()
      write(take())
    }
  }

  /// Returns when everything was written.
  func finish() {
    ended.withLock {
      waiting.withLock { $0.isEnding = true }
      ended.broadcast()
    }
    lane.finish()
    waiting.withLock { $0.isEnding = false }
  }

  private func take() -> [ArticleID: Int] {
    waiting.withLock { waiting in
      defer { waiting.positions = [:] }
      return waiting.positions
    }
  }

  private func pause() {
    let parts = patience.components
    let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    let limit = Date(timeIntervalSinceNow: seconds)
    ended.withLock {
      while !waiting.withLock({ $0.isEnding }), ended.wait(until: limit) {}
    }
  }
}
