// Keys typed faster than an article is read. They are meant for the article, not for the list that
// is still in view, so they wait for it. Some commands do not wait, so that a reader can change
// their mind.

import Screen

extension AppState {
  private static let heldKeysLimit = 200

  /// Runs what a key asks for, or keeps the key until the article is there.
  mutating func take(_ key: KeyPress) -> [Effect] {
    guard opening != nil, prompt == nil, !isForNow(key) else { return press(key) }
    if heldKeys.count < Self.heldKeysLimit { heldKeys.append(key) }
    return []
  }

  /// Runs what was typed while the article was on its way.
  mutating func pressHeldKeys() -> [Effect] {
    var effects: [Effect] = []
    while opening == nil, !heldKeys.isEmpty {
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
    default: return false
    }
  }
}
