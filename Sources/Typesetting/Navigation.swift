// Moving from row to row without knowing how many there are.

import Articles

extension TypesetArticle {
  /// The row so many rows further down, or up for a negative count; stops at the first and last.
  public func advance(_ id: RowID, by count: Int) -> RowID {
    var id = clamped(id)
    var left = max(count, -.max)
    while left > 0 {
      let below = layout(of: id.block).rowCount - 1 - id.row
      if left <= below { return RowID(block: id.block, row: id.row + left) }
      guard id.block + 1 < sections.count else {
        return RowID(block: id.block, row: id.row + below)
      }
      left -= below + 1
      id = RowID(block: id.block + 1, row: 0)
    }
    while left < 0 {
      if -left <= id.row { return RowID(block: id.block, row: id.row + left) }
      guard id.block > 0 else { return firstRow }
      left += id.row + 1
      id = RowID(block: id.block - 1, row: layout(of: id.block - 1).rowCount - 1)
    }
    return id
  }

  /// How many rows further down the second row is; negative if it is above.
  ///
  /// - Parameters:
  ///   - from: a row.
  ///   - to: another.
  ///   - limit: the count to stop at, in either direction.
  /// - Returns: a count of rows from `-limit` to `limit`.
  public func distance(from: RowID, to: RowID, limit: Int) -> Int {
    let (from, to) = (clamped(from), clamped(to))
    if to < from { return -distance(from: to, to: from, limit: limit) }
    var rows = -from.row
    var block = from.block
    while block < to.block, rows < limit {
      rows += layout(of: block).rowCount
      block += 1
    }
    return min(limit, block == to.block ? rows + to.row : rows)
  }

  /// The first row of the next paragraph, list entry or table; nil after the last.
  public func nextParagraph(after id: RowID) -> RowID? {
    let id = clamped(id)
    for block in id.block..<sections.count {
      let layout = layout(of: block)
      for (number, strip) in layout.strips.enumerated() where strip.startsParagraph {
        let row = RowID(block: block, row: layout.firstRow(ofStrip: number))
        if row > id { return row }
      }
    }
    return nil
  }

  /// The first row of the paragraph above, or of the row's own where the row is inside it; nil
  /// before the first.
  public func previousParagraph(before id: RowID) -> RowID? {
    let id = clamped(id)
    for block in stride(from: id.block, through: 0, by: -1) {
      let layout = layout(of: block)
      for (number, strip) in layout.strips.enumerated().reversed() where strip.startsParagraph {
        let row = RowID(block: block, row: layout.firstRow(ofStrip: number))
        if row < id { return row }
      }
    }
    return nil
  }

  /// The first row of the next heading; nil after the last.
  public func nextHeading(after id: RowID) -> RowID? {
    let id = clamped(id)
    for block in id.block..<sections.count where isHeading(block) {
      if let row = firstParagraph(of: block), row > id { return row }
    }
    return nil
  }

  /// The first row of the heading above; nil before the first.
  public func previousHeading(before id: RowID) -> RowID? {
    let id = clamped(id)
    for block in stride(from: id.block, through: 0, by: -1) where isHeading(block) {
      if let row = firstParagraph(of: block), row < id { return row }
    }
    return nil
  }

  /// The row below; nil for the last.
  func following(_ id: RowID) -> RowID? {
    if id.row + 1 < layout(of: id.block).rowCount {
      return RowID(block: id.block, row: id.row + 1)
    }
    return id.block + 1 < sections.count ? RowID(block: id.block + 1, row: 0) : nil
  }

  private func isHeading(_ section: Int) -> Bool {
    guard let block = block(of: section), block.role != .title else { return false }
    return block.headingLevel != nil
  }

  private func firstParagraph(of block: Int) -> RowID? {
    let layout = layout(of: block)
    let strip = layout.strips.firstIndex(where: \.startsParagraph)
    return strip.map { RowID(block: block, row: layout.firstRow(ofStrip: $0)) }
  }
}
