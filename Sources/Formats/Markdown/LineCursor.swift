// Steps through the indentation of a line by columns: a tab reaches to the next multiple of four
// and may be used up in part.

/// A place in one line of Markdown.
struct LineCursor {
  private let bytes: [UInt8]
  /// The byte looked at.
  private(set) var index: Int
  /// The end of the line, before its line feed.
  let end: Int
  /// The column of `index`.
  private(set) var column = 0
  /// Columns left of a tab that was used up in part.
  private(set) var padding = 0

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    index = line.lowerBound
    end = line.upperBound
  }

  /// The byte at the cursor; a line feed at the end.
  var byte: UInt8 { index < end ? bytes[index] : 0x0A }

  /// The bytes from the cursor to the end of the line.
  var rest: Range<Int> { index..<end }

  /// Columns of white space from here to the first word; stops counting beyond `limit`.
  func indentation(limit: Int = 1000) -> Int {
    var columns = padding
    var at = index
    var column = column
    while at < end, columns < limit, bytes[at] == 0x20 || bytes[at] == 0x09 {
      let width = bytes[at] == 0x09 ? 4 - column % 4 : 1
      columns += width
      column += width
      at += 1
    }
    return columns
  }

  /// Whether only white space is left.
  var isBlank: Bool {
    var at = index
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    return at >= end
  }

  /// Steps over so many columns of white space at most.
  mutating func skipColumns(_ count: Int) {
    var left = count
    let used = min(left, padding)
    padding -= used
    left -= used
    while left > 0, index < end, bytes[index] == 0x20 || bytes[index] == 0x09 {
      let width = bytes[index] == 0x09 ? 4 - column % 4 : 1
      index += 1
      column += width
      if width > left {
        padding = width - left
        return
      }
      left -= width
    }
  }

  /// Steps over all white space.
  mutating func skipWhiteSpace() { skipColumns(.max) }

  /// Steps over bytes that are no white space.
  mutating func skipBytes(_ count: Int) {
    index = min(index + count, end)
    column += count
    padding = 0
  }
}
