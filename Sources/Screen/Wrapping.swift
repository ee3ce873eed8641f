/// Breaks words at blanks into rows of so many columns; longer words are cut anywhere. Blanks at
/// the start stay.
///
/// - Parameters:
///   - words: the words, without line breaks.
///   - columns: the columns of a row; below 1 counts as 1.
///   - limit: the most rows; the last one ends in "…" if words are left.
/// - Returns: the rows; at least one.
public func wrapped(_ words: String, to columns: Int, limit: Int = .max) -> [String] {
  let columns = max(1, columns)
  var rows: [String] = []
  var rest = words[...]
  while !rest.isEmpty, rows.count < limit {
    if rows.count == limit - 1, rest.columns > columns {
      rows.append(rest.fitted(to: columns))
      return rows
    }
    let row = firstRow(of: rest, columns)
    rows.append(String(row))
    rest = rest[row.endIndex...].drop { $0 == " " }
  }
  return rows.isEmpty ? [""] : rows
}

/// As much of the words as fits, up to a blank where there is one.
private func firstRow(of words: Substring, _ columns: Int) -> Substring {
  var used = 0
  var lastBlank: String.Index?
  var index = words.startIndex
  while index < words.endIndex {
    let character = words[index]
    let width = Glyph(character)?.width ?? 0
    if used + width > columns {
      if character == " " { return words[..<index] }
      let end = lastBlank ?? index
      return words[..<(end > words.startIndex ? end : words.index(after: words.startIndex))]
    }
    if character == " ", used > 0 { lastBlank = index }
    used += width
    index = words.index(after: index)
  }
  return words
}
