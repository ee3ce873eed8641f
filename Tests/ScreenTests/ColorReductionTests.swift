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

@Test func theFixedEntriesAreNearestToThemselves() {
  for index in UInt8(16)...255 {
    guard let (red, green, blue) = Color.indexed(index).components else { continue }
    let reduced = Color.rgb(red: red, green: green, blue: blue).reduced(to: .indexed)
    // Some values are both in the cube and among the greys.
    #expect(reduced.components.map { [$0.red, $0.green, $0.blue] } == [red, green, blue])
  }
}

@Test(arguments: [
  (Color.rgb(red: 120, green: 120, blue: 120), UInt8(8), UInt8(7)),
  (.rgb(red: 250, green: 10, blue: 10), 9, 1), (.rgb(red: 10, green: 200, blue: 10), 2, 2),
  (.indexed(12), 12, 4), (.indexed(16), 0, 0), (.indexed(244), 8, 7),
])
func greysStayGreyAndBrightColoursKeepTheirHue(color: Color, ofSixteen: UInt8, ofEight: UInt8) {
  #expect(color.reduced(to: .sixteen) == .indexed(ofSixteen))
  #expect(color.reduced(to: .eight) == .indexed(ofEight))
}
