import Panels
import Screen
import Session
import Testing

@Test func aFrameHasTheSizeOfTheScreen() {
  let size = Size(width: 1, height: 1)
  #expect(render(AppState(size: size)).size == size)
}
