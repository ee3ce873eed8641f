// What is taken for a pane that moved.

import Screen
import Testing

@testable import Terminal

/// Three panes: rows named by numbers, a list that stands still, rows named by letters.
private func frame(_ offset: Int, letters: Int = 0, height: Int = 20) -> Frame {
  var frame = Frame(size: Size(width: 60, height: height))
  for row in 0..<height - 1 {
    frame.draw("list \(row)", column: 0, row: row, ink: Ink(.body))
    frame.draw("│ row \(row + offset)", column: 12, row: row, ink: Ink(.body))
    frame.draw("│ 漢 \(row + letters) 漢", column: 40, row: row, ink: Ink(.body))
  }
  frame.draw("status \(offset)", column: 0, row: height - 1, ink: Ink(.status))
  return frame
}

@Suite struct PaneScrolls {
  @Test(arguments: [1, 3, -1, -4])
  func aPaneThatMovesIsFound(rows: Int) {
    let found = PaneScroll.all(from: frame(10), to: frame(10 + rows))
    #expect(
      found == [PaneScroll(area: Rect(x: 13, y: 0, width: 27, height: 19), rows: rows)])
  }

  @Test func twoPanesMayMove() {
    let found = PaneScroll.all(from: frame(10, letters: 4), to: frame(12, letters: 3))
    #expect(found.map(\.rows) == [2, -1] && found.map(\.area.x) == [13, 41])
  }

  @Test func whatIsCheaperWrittenIsNotMoved() {
    #expect(PaneScroll.all(from: frame(10), to: frame(10)) == [])
    #expect(PaneScroll.all(from: frame(10), to: frame(400)) == [])
    // Nine of nineteen rows are kept, and ten would come in.
    #expect(PaneScroll.all(from: frame(10), to: frame(20)) == [])
    #expect(PaneScroll.all(from: frame(10, height: 6), to: frame(11, height: 6)) == [])
    #expect(PaneScroll.all(from: frame(10), to: frame(11, height: 21)) == [])
  }

  /// Beside the empty rows of the list whole lines move; the rest of the pane is moved here.
  @Test(arguments: [(6, 13), (12, 0)])
  func whatNcursesScrollsIsLeftToIt(emptyRows: Int, height: Int) {
    func lines(_ offset: Int) -> Frame {
      var frame = Frame(size: Size(width: 60, height: 20))
      for row in 0..<19 {
        let item = row < 19 - emptyRows ? "list \(row)" : ""
        frame.draw(item, column: 0, row: row, ink: Ink(.body))
        frame.draw("│ row \(row + offset)", column: 12, row: row, ink: Ink(.body))
      }
      return frame
    }
    let found = PaneScroll.all(from: lines(0), to: lines(1))
    let area = Rect(x: 13, y: 0, width: 47, height: height + 1)
    #expect(found == (height == 0 ? [] : [PaneScroll(area: area, rows: 1)]))
  }

  @Test func withoutPanesNothingIsMoved() {
    func lines(_ offset: Int) -> Frame {
      var frame = Frame(size: Size(width: 60, height: 20))
      for row in 0..<20 { frame.draw("row \(row + offset)", column: 0, row: row, ink: Ink(.body)) }
      return frame
    }
    #expect(PaneScroll.all(from: lines(0), to: lines(1)) == [])
  }

  /// Rows that occur again and again leave several moves open: whichever is chosen must be right.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func whatIsKeptIsWhatTheNewFrameShows(seed: UInt64) {
    var numbers = Numbers(state: seed)
    let texts = (0..<60).map { _ in "│ " + ["", "a", "bb", "ccc", "dd"][numbers.next(below: 5)] }
    let starts = [numbers.next(below: 30), numbers.next(below: 30)]
    let frames = starts.map { start in
      var frame = Frame(size: Size(width: 40, height: 24))
      for row in 0..<23 { frame.draw(texts[start + row], column: 20, row: row, ink: Ink(.body)) }
      return frame
    }
    for scroll in PaneScroll.all(from: frames[0], to: frames[1]) {
      let area = scroll.area
      for row in area.y..<area.maxY where (area.y..<area.maxY).contains(row + scroll.rows) {
        #expect(frames[1].row(row).suffix(19) == frames[0].row(row + scroll.rows).suffix(19))
      }
    }
  }
}

/// Numbers that look random and are the same in every run.
private struct Numbers {
  var state: UInt64

  mutating func next(below limit: UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % limit)
  }
}
