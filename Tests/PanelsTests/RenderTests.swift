import Panels
import Screen
import Session
import Testing

@Test func aFrameHasTheSizeOfTheScreen() {
  let size = Size(width: 1, height: 1)
  #expect(render(AppState(size: size)).size == size)
}

@Test func theRunningTitleWaitsUntilTheWholeTitleHasGone() {
  let size = Size(width: 40, height: 10)
  let tops = ["", "j", "jj"].map { keys in
    render(state(size, keys: "<Enter>" + keys)).goldenText.split(
      separator: "\n", omittingEmptySubsequences: false
    ).prefix(2).map { $0.filter { $0 != "▌" }.trimmingBlanks }
  }
  #expect(tops[0] == ["", "Night ferries return to Selmouth"])
  #expect(tops[1] == ["", "after eleven years"])
  #expect(tops[2].first?.hasPrefix("Night ferries") == true)
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
  }
}
