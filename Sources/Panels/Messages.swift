import Screen
import Session

extension Frame {
  /// The sentences told so far, whole, the latest at the bottom, in a box above the status line.
  mutating func drawMessages(_ prompt: PromptState, above status: Rect) {
    let bottom = status.isEmpty ? size.height : status.y
    let width = min(78, size.width)
    let room = max(1, width - (width > 4 ? 4 : 0))
    var rows: [OverlayRow] = []
    var lastOfChosen = 0
    for (place, choice) in prompt.choices.enumerated() {
      if place > 0 { rows.append(OverlayRow(words: "")) }
      rows += wrapped(choice.text, to: room).map { words in
        OverlayRow(words: words, isChosen: place == prompt.chosen)
      }
      if place == prompt.chosen { lastOfChosen = rows.count }
    }
    let height = min(rows.count + 2, bottom)
    let box = Rect(x: (size.width - width) / 2, y: bottom - height, width: width, height: height)
    let inside = drawBox(box)
    let top = max(0, min(lastOfChosen - inside.height / 2, rows.count - inside.height))
    draw(Array(rows[top...].prefix(inside.height)), in: inside, keyColumns: 0)
  }
}
