/// Changes the state by what happened, and says what to do about it.
///
/// - Parameters:
///   - state: the state; valid before and after, at any size.
///   - event: what happened.
/// - Returns: what the runtime is asked to do, in order.
public func update(_ state: inout AppState, _ event: Event) -> [Effect] {
  let effects: [Effect]
  switch event {
  case .key(let key):
    effects = state.take(key)
  case .paste(let text):
    effects = state.paste(text)
  case .resized(let size):
    state.size = size
    effects = []
  case .woken:
    state.pending.showsHints = !state.pending.keys.isEmpty
    effects = []
  case .finished(let result):
    effects = state.accept(result) + state.pressHeldKeys()
  }
  state.settle()
  return effects + state.askForMore()
}
