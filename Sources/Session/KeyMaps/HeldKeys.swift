// Keys typed faster than an article or a list is read. They are meant for what was asked for, not for
// what is still in view, so they wait for it. Some commands do not wait, so that a reader can change
// their mind.

import Screen

extension AppState {
  private static let heldKeysLimit = 200

  /// Runs what a key asks for, or keeps the key until the article is there.
  mutating func take(_ key: KeyPress) -> [Effect] {
    guard isWaiting, prompt == nil, !isForNow(key) else { return press(key) }
    if heldKeys.count < Self.heldKeysLimit { heldKeys.append(key) }
    return []
  }

  /// Whether what was asked for is on its way.
  private var isWaiting: Bool {
    if opening != nil { return true }
    if case .failed = library?.status { return false }
    return focus == .list && list.isBlank
  }

  /// Runs what was typed while the article or the list was on its way.
  mutating func pressHeldKeys() -> [Effect] {
    var effects: [Effect] = []
    while !isWaiting, !heldKeys.isEmpty {
      settle()
      effects += press(heldKeys.removeFirst())
    }
    return effects
  }

  private func isForNow(_ key: KeyPress) -> Bool {
    guard case .run(let name, _) = keyMap.dispatch(key, after: pending, in: context) else {
      return false
    }
    switch name {
    case "cancel", "quit", "suspend", "repaint": return true
    case "next-article", "previous-article": return heldKeys.isEmpty
    case "close", "back": return opening == nil && heldKeys.isEmpty
    default: return false
    }
  }
}
