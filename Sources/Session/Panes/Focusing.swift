// Moving between panes, and opening and closing them.
extension AppState {
  /// The panes that could have the keys, in the order of Tab. Where the list is not beside the
  /// text, Tab goes between the text and its panel: the list would cover both.
  private var panes: [Focus] {
    let isListAside = focus == .list || arrangement.list != nil || reading?.openPanel == nil
    var panes: [Focus] = isListAside ? [.list] : []
    if reading != nil { panes.append(.reading) }
    if reading?.openPanel != nil { panes.append(.side) }
    return panes
  }

  mutating func moveFocus(by count: Int) {
    let panes = panes
    guard let place = panes.firstIndex(of: focus) else { return }
    let next = (place + count) % panes.count
    focus = panes[next < 0 ? next + panes.count : next]
    if isZen, focus != .reading { isZen = false }
  }

  /// Opens a panel and goes into it; closes it if it is open.
  mutating func toggle(_ panel: SidePanel) {
    if reading?.openPanel == panel.id {
      closePanel()
      return
    }
    closePanel()
    isZen = false
    reading?.openPanel = panel.id
    reading?.selectNearest()
    focus = .side
  }

  mutating func closePanel() {
    guard let id = reading?.openPanel else { return }
    reading?.openPanel = nil
    reading?.selection = nil
    if var reading, let panel = SidePanelRegistry[id] {
      _ = reading.unrestrict(id)
      panel.close(&reading)
      self.reading = reading
    }
    if focus == .side { focus = .reading }
  }

  /// One step out: from the panel to the text, from the text to the list.
  mutating func goBack() {
    switch focus {
    case .list: _ = leaveList()
    case .reading:
      focus = .list
      isZen = false
      // Who looks at the list is not taken away from it.
      list.opensWish = false
    case .side: focus = .reading
    }
  }

  /// Does what choosing an item of the open panel does.
  mutating func followItem() {
    guard let id = reading?.openPanel, let panel = SidePanelRegistry[id],
      reading?.chosenIndex(in: id) != nil
    else { return }
    panel.choose(&self)
  }

  /// Goes to the text at the place of the chosen item.
  mutating func goToChosenItem() {
    guard var reading, let id = reading.openPanel, let index = reading.chosenIndex(in: id) else {
      return
    }
    reading.select(index, in: id)
    reading.isStepping = false
    self.reading = reading
    focus = .reading
  }

  /// Goes to another item of the open panel, and the text with it.
  mutating func moveItem(to place: (_ current: Int, _ last: Int) -> Int) {
    guard let id = reading?.openPanel, let current = reading?.chosenIndex(in: id),
      let count = reading?.items(of: id).count
    else { return }
    reading?.select(place(current, count - 1), in: id)
  }
}
