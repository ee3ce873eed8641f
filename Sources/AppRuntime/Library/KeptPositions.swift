// Where articles are being read. A position changes with every key, and each write waits for the
// disk: so the latest ones are written together, half a second after the first, or at once at the end.

internal import Articles
internal import Foundation
internal import Synchronization

/// Positions that are to be kept.
final class KeptPositions: Sendable {
  /// Writes positions; gives back those that could not be written.
  typealias Write = @Sendable ([ArticleID: Int]) -> [ArticleID: Int]

  private struct Waiting {
    var positions: [ArticleID: Int] = [:]
    var write: Write?
    /// Whether they will be written soon.
    var isScheduled = false
    var isEnding = false
  }

  private let waiting = Mutex(Waiting())
  private let ended = NSCondition()
  private let lane = Lane()
  private let patience: Duration

  /// - Parameter patience: how long positions may wait.
  init(patience: Duration = .milliseconds(500)) { self.patience = patience }

  /// Writes a position before long; a later one of the same article may take its place. What could
  /// not be written is written with the next one, or at the end.
  func keep(_ position: Int, of id: ArticleID, by write: @escaping Write) {
    let isFirst = waiting.withLock { waiting in
      waiting.positions[id] = position
      waiting.write = write
      defer { waiting.isScheduled = true }
      return !waiting.isScheduled
    }
    guard isFirst else { return }
    lane.run { [self] in
      pause()
      writeAll()
    }
  }

  /// Returns when everything was written that can be.
  func finish() {
    ended.withLock {
      waiting.withLock { $0.isEnding = true }
      ended.broadcast()
    }
    lane.finish()
    writeAll()
    waiting.withLock { $0.isEnding = false }
  }

  private func writeAll() {
    let (positions, write) = waiting.withLock { waiting in
      defer { (waiting.positions, waiting.isScheduled) = ([:], false) }
      return (waiting.positions, waiting.write)
    }
    guard let write, !positions.isEmpty else { return }
    let left = write(positions)
    waiting.withLock { waiting in
      waiting.positions.merge(left) { newer, _ in newer }
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
