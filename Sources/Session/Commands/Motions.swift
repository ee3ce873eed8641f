// What the moving commands do in each pane.

import Articles
import Queries
import Screen

extension AppState {
  /// Changes the reading pane and asks for nothing.
  mutating func inText(_ change: (inout ReadingState) -> Void) -> [Effect] {
    if var reading {
      self.reading = nil
      change(&reading)
      self.reading = reading
    }
    return []
  }

  mutating func move(by count: Int) -> [Effect] {
    switch focus {
    case .list: list.select(list.aim + count)
    case .reading: reading?.scroll(by: count)
    case .side: moveItem { current, _ in current + count }
    }
    return []
  }

  mutating func page(by count: Int, halves: Bool = false) -> [Effect] {
    func rows(_ height: Int) -> Int { max(1, halves ? height / 2 : height) * count }
    let arrangement = arrangement
    switch focus {
    case .list:
      guard let size = arrangement.list?.body.size, list.count > 0 else { return [] }
      let visible =
        count > 0
        ? list.fitting(size, downFrom: list.aim) : list.fitting(size, upFrom: list.aim)
      list.select(list.aim + rows(visible))
    case .reading:
      // A page keeps one line of the page before, so that the eye finds on.
      let height = reading?.height ?? 1
      reading?.page(by: rows(halves || height < 3 ? height : height - 1))
    case .side:
      let height = (arrangement.side?.body.height ?? 1) / 4
      moveItem { current, _ in current + rows(height) }
    }
    return []
  }

  mutating func moveToEdge(isEnd: Bool, _ invocation: Invocation) -> [Effect] {
    if let number = invocation.count { return move(toNumber: number) }
    switch focus {
    case .list: list.select(isEnd ? list.count - 1 : 0)
    case .reading: isEnd ? reading?.moveToEnd() : reading?.moveToStart()
    case .side: moveItem { _, last in isEnd ? last : 0 }
    }
    return []
  }

  /// Goes to an entry, a line of the text or an item by its number from 1.
  private mutating func move(toNumber number: Int) -> [Effect] {
    switch focus {
    case .list: list.select(number - 1)
    case .reading: reading?.move(toLine: number)
    case .side: moveItem { _, _ in number - 1 }
    }
    return []
  }

  /// Goes to the first, middle or last line in view: 0, 0.5 or 1.
  mutating func moveLine(toPart part: Double) -> [Effect] {
    guard focus == .list else { return inText { $0.moveLine(toPart: part) } }
    guard let size = arrangement.list?.body.size else { return [] }
    let last = min(list.fitting(size, downFrom: list.top), list.count - list.top) - 1
    list.select(list.top + Int(Double(last) * part))
    return []
  }

  mutating func movePercent(_ invocation: Invocation) -> [Effect] {
    guard let percent = invocation.count else {
      notice = Notice("Type a number first, as 50%.")
      return []
    }
    if focus == .list {
      list.select((list.count - 1) * min(percent, 100) / 100)
      return []
    }
    return inText { $0.move(toPercent: percent) }
  }

  mutating func moveByHeadings(_ count: Int) -> [Effect] {
    if reading?.moveByHeadings(count) == false {
      notice = Notice(count > 0 ? "No heading follows." : "No heading comes before.")
    }
    return []
  }

  mutating func jumpBack() -> [Effect] {
    if reading?.jumpBack() == false { notice = Notice("There is no place to go back to.") }
    return []
  }

  mutating func jumpOlder() -> [Effect] {
    if reading?.jumpOlder() == false { notice = Notice("There is no earlier place.") }
    return []
  }

  mutating func setMark(_ letter: Character?) -> [Effect] {
    guard let letter, let here = reading?.here else { return [] }
    reading?.marks[letter] = here
    notice = Notice("Marked as \(letter); '\(letter) comes back here.")
    guard let id = reading?.kept?.id else { return [] }
    return [.change(.mark(id, name: String(letter), position: here.topPosition))]
  }

  mutating func goToMark(_ letter: Character?) -> [Effect] {
    guard let letter else { return [] }
    guard let place = reading?.marks[letter] else {
      notice = Notice("There is no mark “\(letter)”.")
      return []
    }
    return inText {
      $0.rememberJump()
      $0.go(to: place)
    }
  }

  mutating func openChosen() -> [Effect] {
    if focus == .side {
      followItem()
      return []
    }
    guard let entry = list.selectedEntry else {
      notice = Notice(listsLibrary ? "There is nothing to open." : "There is no article yet.")
      return []
    }
    return openSubject(entry)
  }

  /// One step out, and out of the program at the top.
  mutating func close() -> [Effect] {
    if showsDetails {
      showsDetails = false
      return []
    }
    let isAlone = !listsLibrary && outerLists.isEmpty && list.count <= 1
    if focus == .list, leaveList() { return [] }
    if focus == .list || (focus == .reading && isAlone) { return [.quit] }
    goBack()
    return []
  }
}
