public import Articles

// The maps between the canonical text and rows.
extension TypesetArticle {
  /// The row that shows a byte of the text; where none does, the next one that shows something,
  /// or the last row.
  public func rowID(at position: Int) -> RowID {
    var section = partitionPoint(sections.count) { isOver($0, at: position) }
    while section < sections.count {
      if let row = layout(of: section).firstRow(endingAfter: position) {
        return RowID(block: section, row: row)
      }
      section += 1
    }
    return lastRow
  }

  /// The rows that show a range, from its first byte to its last.
  public func rows(of range: TextRange) -> ClosedRange<RowID> {
    let first = rowID(at: range.lowerBound)
    let last = range.isEmpty ? first : rowID(at: range.upperBound - 1)
    return first...max(first, last)
  }

  /// The text position at a column of a row: that of the nearest glyph. For a row that shows
  /// nothing of the text, where the text goes on below it, or its end.
  public func position(of id: RowID, column: Int = 0) -> Int {
    var id = clamped(id)
    if let position = row(id).position(atColumn: column) { return position }
    while let next = following(id) {
      id = next
      if let start = row(id).range?.lowerBound { return start }
    }
    return article.document.text.utf8.count
  }

  /// Whether nothing of a section stands after a byte. Lines of the program's own go with the
  /// block above them, so that this holds for a first part of the sections.
  private func isOver(_ section: Int, at position: Int) -> Bool {
    if let block = block(of: section) { return block.range.upperBound <= position }
    guard section > 0 else { return true }
    return block(of: section - 1).map { $0.range.upperBound <= position } ?? true
  }
}
