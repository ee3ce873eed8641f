// Which pane stands where. A function of the size, the layout chosen, and what is open; both
// paging and drawing ask it.

public import Screen

/// One pane: a line of chrome above what it shows. The line is left out of low panes.
public struct PaneArea: Hashable, Sendable {
  /// The line above; empty in low panes.
  public let header: Rect
  /// The rest.
  public let body: Rect

  /// Divides an area; panes of fewer rows than eight have no line above.
  init(_ area: Rect, hasHeader: Bool = true) {
    let rows = hasHeader && area.height >= 8 ? 1 : 0
    header = Rect(x: area.x, y: area.y, width: area.width, height: rows)
    body = area.inset(top: rows)
  }
}

/// The screen divided into panes.
public struct Arrangement: Hashable, Sendable {
  /// The layout that the size allows of the one chosen.
  public let layout: LayoutChoice
  /// The article list, if it is in view.
  public internal(set) var list: PaneArea?
  /// The reading pane, if it is in view.
  public internal(set) var reading: PaneArea?
  /// The side panel, if it is in view.
  public internal(set) var side: PaneArea?
  /// The lines between panes, one column or one row each.
  public internal(set) var rules: [Rect] = []
  /// The bottom line; empty on very low screens that have nothing to say.
  public let status: Rect

  /// The width from which three columns fit.
  static let columnsWidth = 110
  /// The width from which a panel is stacked below.
  static let stackedWidth = 80
  /// The height that a stacked panel needs besides the text.
  static let stackedHeight = 14

  /// The layouts that a size allows, widest first.
  public static func allowedLayouts(for size: Size) -> [LayoutChoice] {
    LayoutChoice.allCases.filter { layout in
      switch layout {
      case .columns: size.width >= columnsWidth
      case .stacked: size.width >= stackedWidth && size.height >= stackedHeight
      case .single: true
      }
    }
  }
}

extension AppState {
  /// Where everything stands now.
  public var arrangement: Arrangement {
    let needsStatus = prompt != nil || notice != nil
    let hasStatus = needsStatus ? size.height >= 1 : size.height >= 3 && !isZen
    let statusRows = hasStatus ? 1 : 0
    let panes = Rect(x: 0, y: 0, width: size.width, height: size.height - (isZen ? 0 : statusRows))
    let status = Rect(
      x: 0, y: size.height - statusRows, width: size.width, height: statusRows)
    var arrangement = Arrangement(layout: effectiveLayout, status: status)
    if isZen, reading != nil, focus != .list {
      arrangement.reading = PaneArea(panes, hasHeader: false)
      return arrangement
    }
    switch arrangement.layout {
    case .columns: divideIntoColumns(panes, &arrangement)
    case .stacked: stack(panes, &arrangement)
    case .single: showOne(panes, &arrangement)
    }
    return arrangement
  }

  /// The layout chosen, or the widest narrower one that the size allows.
  var effectiveLayout: LayoutChoice {
    let allowed = Arrangement.allowedLayouts(for: size)
    let wished = LayoutChoice.allCases.drop { $0 != preferences.layout }
    return wished.first { allowed.contains($0) } ?? .single
  }

  private var isSideOpen: Bool { reading?.openPanel != nil }

  private func divideIntoColumns(_ area: Rect, _ arrangement: inout Arrangement) {
    let listWidth = min(44, max(30, area.width * 28 / 100))
    let sideWidth = isSideOpen ? min(46, max(32, area.width * 23 / 100)) : 0
    arrangement.list = PaneArea(
      Rect(x: area.x, y: area.y, width: listWidth, height: area.height))
    arrangement.rules = [Rect(x: listWidth, y: area.y, width: 1, height: area.height)]
    var middle = area.inset(left: listWidth + 1)
    if isSideOpen {
      let left = area.maxX - sideWidth
      arrangement.side = PaneArea(
        Rect(x: left, y: area.y, width: sideWidth, height: area.height))
      arrangement.rules.append(Rect(x: left - 1, y: area.y, width: 1, height: area.height))
      middle = middle.inset(right: sideWidth + 1)
    }
    arrangement.reading = PaneArea(middle)
  }

  private func stack(_ area: Rect, _ arrangement: inout Arrangement) {
    guard focus != .list else {
      arrangement.list = PaneArea(area)
      return
    }
    guard isSideOpen else {
      arrangement.reading = PaneArea(area)
      return
    }
    let sideHeight = max(6, area.height * 2 / 5)
    let top = area.maxY - sideHeight
    arrangement.side = PaneArea(
      Rect(x: area.x, y: top, width: area.width, height: sideHeight))
    arrangement.rules = [Rect(x: area.x, y: top - 1, width: area.width, height: 1)]
    arrangement.reading = PaneArea(area.inset(bottom: sideHeight + 1))
  }

  private func showOne(_ area: Rect, _ arrangement: inout Arrangement) {
    switch focus {
    case .list: arrangement.list = PaneArea(area)
    case .reading: arrangement.reading = PaneArea(area)
    case .side: arrangement.side = PaneArea(area)
    }
  }
}

extension Arrangement {
  init(layout: LayoutChoice, status: Rect) {
    self.layout = layout
    self.status = status
  }

  /// The column that an article is set in: centred, with room for a mark at its left where the
  /// pane is wide enough.
  public static func textColumn(in body: Rect, measure: Int) -> Rect {
    let margin = body.width >= 24 ? 2 : body.width >= 12 ? 1 : 0
    let width = min(measure, body.width - 2 * margin)
    return Rect(
      x: body.x + (body.width - width) / 2, y: body.y, width: width, height: body.height)
  }
}
