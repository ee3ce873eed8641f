import Articles
import GoldenTesting
import Panels
import Screen
import Session
import Testing

/// Keys that do something, and some that do not.
private let keys = KeyPress.sequence(
  "jkjkjkGg%5320bHLM{}[]'qQfFuUOXwzZ/\\:?nN+-=rRAJKmyphl|TeaE “é漢"
    + "<Enter><Enter><Esc><Esc><Tab><S-Tab><BS><Up><Down><Left><Right><Home><End><PageDown>"
    + "<C-d><C-u><C-f><C-b><C-w><C-a><C-e><C-r><C-o><C-p><C-n><C-l><F1><F9>")

@Test(arguments: 0..<8)
func anyKeysAtAnySizeLeaveAValidStateAndAFrame(seed: Int) {
  var random = SeededGenerator(state: UInt64(seed))
  let report = seed % 2 == 0 ? ferryReport : marketReport
  var state = state(Size(width: 80, height: 24), keys: "", report: report)
  for step in 0..<120 {
    let effects = update(&state, event(&random))
    for case .load(let id, _) in effects where random.next() % 4 != 0 {
      _ = update(&state, .finished(.loaded(id, report)))
    }
    let frame = render(state)
    #expect(frame.size == state.size, "seed \(seed), step \(step)")
    let isInside =
      frame.cursor.column < max(1, state.size.width) && frame.cursor.row < max(1, state.size.height)
    #expect(isInside && frame.cursor.column >= 0 && frame.cursor.row >= 0, "\(seed) \(step)")
    // Kept out of the macro, which would print the whole state.
    let isFrameSound = isSound(frame)
    let isStateSound = isSound(state)
    #expect(isFrameSound, "seed \(seed), step \(step)")
    #expect(isStateSound, "seed \(seed), step \(step)")
  }
}

private func event(_ random: inout SeededGenerator) -> Event {
  switch random.next() % 24 {
  case 0:
    return .resized(
      Size(width: Int(random.next() % 200) + 1, height: Int(random.next() % 60) + 1))
  case 1: return .resized(Size(width: Int(random.next() % 4), height: Int(random.next() % 4)))
  case 2: return .woken
  case 3: return .paste("quo\nte 漢\u{1B}")
  default: return .key(keys[Int(random.next() % UInt64(keys.count))])
  }
}

/// Wide glyphs have their second halves.
private func isSound(_ frame: Frame) -> Bool {
  (0..<frame.size.height).allSatisfy { row in
    var isAfterWide = false
    for cell in frame.row(row) {
      guard (cell.glyph == nil) == isAfterWide else { return false }
      isAfterWide = cell.glyph?.width == 2
    }
    return !isAfterWide
  }
}

private func isSound(_ state: AppState) -> Bool {
  let isListSound = state.list.entries.isEmpty || state.list.selectedEntry != nil
  guard let reading = state.reading else { return isListSound && state.focus == .list }
  let rows = reading.visibleRows
  let isSelectionSound =
    reading.selection.map { reading.items(of: $0.panel).indices.contains($0.index) } ?? true
  return isListSound && isSelectionSound && rows.contains(reading.line)
    && rows.count <= reading.height && (state.focus != .side || reading.openPanel != nil)
}
