/// The strips of one block with the number of each one's first row.
struct BlockLayout: Sendable {
  let strips: [Strip]
  /// The first row of each strip, then the number of rows of all.
  private let firstRows: [Int]
  /// The byte after the last one shown in each strip and those above it.
  private let ends: [Int]

  /// Makes a layout; one without rows gets a blank one, so that every block can be stood on.
  init(_ strips: [Strip]) {
    let hasRows = strips.contains { $0.rowCount > 0 }
    self.strips = hasRows ? strips : [Strip(content: .blank(1), margin: Margin())]
    var firstRows = [0]
    var ends: [Int] = []
    for strip in self.strips {
      firstRows.append((firstRows.last ?? 0) + strip.rowCount)
      ends.append(max(ends.last ?? 0, strip.end ?? 0))
    }
    self.firstRows = firstRows
    self.ends = ends
  }

  /// How many rows the block has; at least 1.
  var rowCount: Int { firstRows.last ?? 0 }

  /// The strip that holds a row, and the row's number in it.
  func place(of row: Int) -> (strip: Int, row: Int) {
    let strip = partitionPoint(strips.count) { firstRows[$0 + 1] <= row }
    return (strip, row - firstRows[strip])
  }

  /// The number of a strip's first row.
  func firstRow(ofStrip strip: Int) -> Int { firstRows[strip] }

  /// The first row that shows something after a byte; nil where none does.
  func firstRow(endingAfter offset: Int) -> Int? {
    let strip = partitionPoint(strips.count) { ends[$0] <= offset }
    guard strip < strips.count else { return nil }
    return firstRows[strip] + strips[strip].firstRow(endingAfter: offset)
  }
}
