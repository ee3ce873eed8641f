import Screen
import Testing

@Test(arguments: [
  (Color.rgb(red: 255, green: 0, blue: 0), ColorDepth.indexed, Color.indexed(196)),
  (Color.rgb(red: 8, green: 8, blue: 8), .indexed, .indexed(232)),
  (Color.rgb(red: 250, green: 250, blue: 250), .sixteen, .indexed(15)),
  (Color.rgb(red: 250, green: 250, blue: 250), .eight, .indexed(7)),
  (Color.rgb(red: 0, green: 0, blue: 0), .eight, .indexed(0)),
  (Color.indexed(196), .sixteen, .indexed(9)),
  (Color.indexed(3), .indexed, .indexed(3)),
  (Color.rgb(red: 1, green: 2, blue: 3), .full, .rgb(red: 1, green: 2, blue: 3)),
  (Color.rgb(red: 1, green: 2, blue: 3), .none, .terminalDefault),
  (Color.terminalDefault, .sixteen, .terminalDefault),
])
func coloursAreReducedToTheNearest(color: Color, depth: ColorDepth, nearest: Color) {
  #expect(color.reduced(to: depth) == nearest)
}
