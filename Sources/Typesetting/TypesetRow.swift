// One row of an article as it will be drawn, with the maps between its columns and the text, and
// what marks the excerpts and matches in it. Knows nothing of the rows above and below.

public import Articles
public import Screen

/// A stretch of one row in one role.
public struct InkedSpan: Hashable, Sendable {
  /// What is drawn; may hold characters that `Frame` makes harmless.
  public let text: String
  /// What it means.
  public let role: Role
  /// The bytes of the canonical text that it stands for; nil for bullets, indents and other
  /// words that are not the article's.
  public let range: TextRange?

  /// Makes a span.
  public init(text: String, role: Role, range: TextRange? = nil) {
    self.text = text
    self.role = role
    self.range = range
  }

  /// Whether the text is the range's own bytes. Otherwise the span is white space that was
  /// collapsed or widened, or an ornament, and stands for its range as a whole.
  public var isVerbatim: Bool { range?.count == text.utf8.count }
}

/// Part of a row with the ink to draw it with.
public struct InkedText: Hashable, Sendable {
  /// What is drawn.
  public let text: Substring
  /// What it is drawn with.
  public let ink: Ink

  /// Makes a piece.
  public init(_ text: Substring, _ ink: Ink) {
    self.text = text
    self.ink = ink
  }
}

/// A range of the text to be drawn otherwise than the typesetter would.
public struct Highlight: Hashable, Sendable {
  /// The bytes of the canonical text.
  public var range: TextRange
  /// The role to draw them in; nil to keep the one they have.
  public var role: Role?
  /// Marks to add.
  public var marks: Marks

  /// Makes a highlight.
  public init(_ range: TextRange, role: Role? = nil, marks: Marks = []) {
    self.range = range
    self.role = role
    self.marks = marks
  }
}

/// One row, from its left edge.
public struct TypesetRow: Hashable, Sendable {
  /// What the row holds, from the left. Empty for a blank row.
  public let spans: [InkedSpan]
  /// From the first byte shown to after the last; nil for rows that show nothing of the text.
  public let range: TextRange?
  /// The columns taken; never more than the measure.
  public let width: Int

  /// Makes a row; range and width follow from the spans.
  public init(spans: [InkedSpan]) {
    self.spans = spans
    let ranges = spans.compactMap(\.range)
    range = ranges.first.map { ranges.reduce($0) { $0.union($1) } }
    width = spans.reduce(0) { $0 + $1.text.columns }
  }

  /// The row's characters without their roles.
  public var plainText: String { spans.map(\.text).joined() }
}

extension TypesetRow {
  /// The row with highlights on it: of those that cover the same words, the last one's role and
  /// the marks of all. Glyphs are never cut: one is marked if any byte of it is.
  ///
  /// - Parameter highlights: those of the whole article or of the screen.
  /// - Returns: the pieces from the left; together they are the row's plain text.
  public func spans(highlighting highlights: [Highlight]) -> [InkedText] {
    let here = range.map { range in highlights.filter { $0.range.overlaps(range) } } ?? []
    return spans.flatMap { $0.pieces(highlighting: here) }
  }

  /// The text position shown at a column: that of the nearest glyph where there is none.
  /// nil for rows that show nothing of the text.
  public func position(atColumn column: Int) -> Int? {
    var left = 0
    var nearest: Int?
    for span in spans {
      for (text, range) in span.glyphRanges {
        let width = text.columns
        if let range, width > 0 { nearest = range.lowerBound }
        left += width
        if let nearest, column < left { return nearest }
      }
    }
    return nearest ?? range?.lowerBound
  }

  /// The columns that show a range; nil where the row shows none of it.
  public func columns(of wanted: TextRange) -> Range<Int>? {
    var left = 0
    var found: Range<Int>?
    for span in spans {
      for (text, range) in span.glyphRanges {
        let width = text.columns
        if width > 0, let range, range.overlaps(wanted) {
          found = (found?.lowerBound ?? left)..<(left + width)
        }
        left += width
      }
    }
    return found
  }
}

extension InkedSpan {
  fileprivate func pieces(highlighting highlights: [Highlight]) -> [InkedText] {
    guard let range, highlights.contains(where: { $0.range.overlaps(range) }) else {
      return [InkedText(text[...], Ink(role))]
    }
    var pieces: [InkedText] = []
    for (piece, range) in glyphRanges {
      let ink = ink(at: range, highlights)
      if let last = pieces.last, last.ink == ink {
        let joined = text[last.text.startIndex..<piece.endIndex]
        pieces[pieces.count - 1] = InkedText(joined, ink)
      } else {
        pieces.append(InkedText(piece, ink))
      }
    }
    return pieces
  }

  private func ink(at range: TextRange?, _ highlights: [Highlight]) -> Ink {
    var ink = Ink(role)
    guard let range else { return ink }
    for highlight in highlights where highlight.range.overlaps(range) {
      ink = Ink(highlight.role ?? ink.role, ink.marks.union(highlight.marks))
    }
    return ink
  }

  /// The glyphs with the bytes each stands for; the whole span at once where it is not verbatim.
  fileprivate var glyphRanges: [(Substring, TextRange?)] {
    guard let range, isVerbatim else { return [(text[...], range)] }
    var offset = range.lowerBound
    return text.indices.map { index in
      let glyph = text[index...].prefix(1)
      defer { offset += glyph.utf8.count }
      return (glyph, TextRange(offset, offset + glyph.utf8.count))
    }
  }
}
