import Articles
import GoldenTesting
import Panels
import Screen
import Session
import Testing

/// A screen and the keys that lead to it.
private let screens: [(name: String, keys: String)] = [
  ("list", "j"),
  ("list-find", "/tram"),
  ("reading", "<Enter>"),
  ("quotes", "<Enter>Qj"),
  ("figures", "<Enter>F"),
  ("outline", "<Enter>Oj<Tab><S-Tab>"),
  ("hidden", "<Enter>X"),
  ("next-quote", "<Enter>]q]q"),
  ("find", "<Enter>/night"),
  ("found", "<Enter>/night<Enter>n"),
  ("help", "<Enter>?"),
  ("help-search", "<Enter>?quote"),
  ("prompt", "<Enter>:theme <Tab>"),
  ("completion", "<Enter>:ne"),
  ("which-key", "<Enter>]"),
  ("zen", "<Enter>z"),
]

private let everySize = [
  Size(width: 80, height: 24), Size(width: 120, height: 30), Size(width: 40, height: 10),
]

@Test(arguments: screens.map(\.name), everySize)
func screensLookAsRecorded(name: String, size: Size) {
  compare(name, size)
}

@Test(arguments: ["list", "reading", "quotes", "help"])
func largeScreensLookAsRecorded(name: String) {
  compare(name, Size(width: 200, height: 50))
}

@Test func theSmallestScreenShowsOneCell() {
  for screen in screens {
    let frame = render(state(Size(width: 1, height: 1), keys: screen.keys))
    #expect(frame.cells.count == 1, "\(screen.name)")
  }
}

@Test(arguments: everySize)
func anEmptyListSaysWhatToDo(size: Size) {
  let frame = render(state(size, keys: "", entries: []))
  #expect(goldenDifference(frame.goldenText, "empty-\(size.width)x\(size.height).frame") == nil)
}

private func compare(_ name: String, _ size: Size) {
  let keys = screens.first { $0.name == name }?.keys ?? ""
  let file = "\(name)-\(size.width)x\(size.height).frame"
  #expect(goldenDifference(render(state(size, keys: keys)).goldenText, file) == nil)
}
