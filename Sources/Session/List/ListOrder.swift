/// The orders in which the list can be shown.
public enum ListOrder: String, Hashable, Sendable, CaseIterable {
  /// As the articles were given.
  case original
  /// By title, without regard to case.
  case title
  /// By publication.
  case source
  /// Unread first.
  case unread
  /// Shortest first.
  case time
  /// Most quotes first.
  case quotes
  /// Most figures first.
  case figures

  /// Below zero where the left entry comes first, above where the right one does, else zero.
  func compare(_ left: ListEntry, _ right: ListEntry) -> Int {
    switch self {
    case .original: 0
    case .title: sign(left.title.lowercased(), right.title.lowercased())
    case .source: sign(left.source.lowercased(), right.source.lowercased())
    case .unread: sign(left.isRead ? 1 : 0, right.isRead ? 1 : 0)
    case .time: sign(left.counts?.minutes ?? .max, right.counts?.minutes ?? .max)
    case .quotes: sign(right.counts?.quotes ?? -1, left.counts?.quotes ?? -1)
    case .figures: sign(right.counts?.figures ?? -1, left.counts?.figures ?? -1)
    }
  }

  private func sign<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
    left < right ? -1 : left > right ? 1 : 0
  }
}
