import GoldenTesting
import Panels
import Screen
import Testing

/// A screen of the market article and the keys that lead to it.
private let screens: [(name: String, keys: String)] = [
  ("voices", "<Enter>gv"),
  ("voice", "<Enter>gvj<Enter>"),
  ("speaker", "<Enter>:speaker <Tab><Tab>"),
  ("introduction", "<Enter>]qgd"),
  ("scare-quotes", "<Enter>gq"),
  ("anonymous", "<Enter>QG<Up>"),
  ("figure-change", "<Enter>Fjj"),
  ("figures-by-size", "<Enter>:figures size<Enter>"),
  ("unit", "<Enter>:unit visit<Enter>"),
  ("details", "<Enter>Fjji"),
  ("rejected", "<Enter>gFj"),
]

@Test(
  arguments: screens.map(\.name),
  [Size(width: 120, height: 30), Size(width: 80, height: 24), Size(width: 40, height: 10)])
func screensOfExcerptsLookAsRecorded(name: String, size: Size) {
  let keys = screens.first { $0.name == name }?.keys ?? ""
  let frame = render(state(size, keys: keys, report: marketReport))
  #expect(
    goldenDifference(frame.goldenText, "\(name)-\(size.width)x\(size.height).frame") == nil)
}
