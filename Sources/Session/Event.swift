public import Screen

/// Everything that can happen to the program. Time enters only as `woken`.
public enum Event: Equatable, Sendable {
  /// A key was pressed.
  case key(KeyPress)
  /// Text was pasted as a whole; it never runs keys.
  case paste(String)
  /// The terminal has another size.
  case resized(Size)
  /// The time asked for by the latest `Effect.wake` has passed.
  case woken
  /// An effect ended.
  case finished(EffectResult)
}
