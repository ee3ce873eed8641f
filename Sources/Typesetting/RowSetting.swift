// Makes the spans of one row from the bytes it shows. A span of the article's words is a verbatim
// slice; white space that was collapsed or widened is a span of its own, so that columns and bytes
// map to each other. Splits only where a glyph starts, or the widths would no longer agree.

import Articles
import Screen

extension String {
  /// The spans of one row of running text.
  ///
  /// - Parameters:
  ///   - row: the bytes, as `rows(of:width:)` gave them.
  ///   - runs: the same runs.
  ///   - width: the same width.
  /// - Returns: the spans from the left, without margins.
  func spans(of row: TextRange, runs: [Run], width: Int) -> [InkedSpan] {
    var setter = RowSetter(text: self, width: width)
    for run in runs[runs.firstIndex(endingAfter: row.lowerBound)...] {
      guard run.range.lowerBound < row.upperBound else { break }
      setter.begin(run)
      let start = max(run.range.lowerBound, row.lowerBound)
      setter.add(TextRange(start, min(run.range.upperBound, row.upperBound)), of: run)
    }
    return setter.finish()
  }

  /// The spans of one row of preformatted text; tabs reach to the next stop.
  func preformattedSpans(of row: TextRange, role: Role, width: Int, tabWidth: Int) -> [InkedSpan] {
    let bytes = utf8.span
    var setter = RowSetter(text: self, width: width)
    var column = 0
    var offset = row.lowerBound
    while offset < row.upperBound {
      let cluster = cluster(at: offset, upTo: row.upperBound, bytes)
      let columns = cluster.preformattedWidth(
        first: bytes[offset], column: column, tabWidth: tabWidth, width: width)
      if bytes[offset] == 0x09 {
        let blanks = String(repeating: " ", count: columns)
        setter.addSpan(blanks, role, TextRange(offset, cluster.end))
      } else {
        setter.add(cluster, at: offset, role)
        let isSeam =
          cluster.kind == .white && !bytes.startsAlone(at: cluster.end, upTo: row.upperBound)
        if isSeam { setter.flush() }
      }
      column += columns
      offset = cluster.end
    }
    return setter.finish()
  }
}

extension [Run] {
  /// The first run that ends after a byte, or the end.
  fileprivate func firstIndex(endingAfter offset: Int) -> Int {
    partitionPoint(count) { self[$0].range.upperBound <= offset }
  }
}

/// The first of `count` places at which a property that holds for a first part of them ends.
func partitionPoint(_ count: Int, _ holds: (Int) -> Bool) -> Int {
  var low = 0
  var high = count
  while low < high {
    let middle = low + (high - low) / 2
    if holds(middle) { low = middle + 1 } else { high = middle }
  }
  return low
}

private struct RowSetter {
  let text: String
  let width: Int
  private var spans: [InkedSpan] = []
  /// The verbatim span being gathered.
  private var open: TextRange?
  private var openRole = Role.body
  /// White space met since the last glyph.
  private var white: (range: TextRange, role: Role)?
  private var joint = Run.Joint.none

  init(text: String, width: Int) {
    self.text = text
    self.width = width
  }

  mutating func begin(_ run: Run) {
    flush()
    if run.joint.width > 0 { joint = run.joint }
  }

  mutating func add(_ range: TextRange, of run: Run) {
    let bytes = text.utf8.span
    var offset = range.lowerBound
    while offset < range.upperBound {
      let cluster = text.cluster(at: offset, upTo: run.range.upperBound, bytes)
      if cluster.kind == .white {
        // White space on both sides of a seam is shown once, as that of the first side.
        let before = white?.range.upperBound == offset ? white?.range : nil
        if white == nil || before != nil {
          white = (TextRange(before?.lowerBound ?? offset, cluster.end), run.role)
        }
      } else {
        let isPlain = bytes.startsAlone(at: offset, upTo: range.upperBound)
        settleWhite(before: offset, isPlain: isPlain, bytes)
        add(cluster, at: offset, run.role)
      }
      offset = cluster.end
    }
  }

  private mutating func settleWhite(before offset: Int, isPlain: Bool, _ bytes: Span<UInt8>) {
    defer {
      white = nil
      joint = .none
    }
    if joint.width > 0, !spans.isEmpty || open != nil {
      flush()
      if joint.width > 1 || white == nil {
        spans.append(InkedSpan(text: joint.text, role: joint.width > 1 ? .ornament : .body))
        return
      }
    }
    guard let white, !spans.isEmpty || open != nil else { return }
    let isOneBlank = white.range.count == 1 && bytes[white.range.lowerBound] == 0x20
    if isOneBlank, isPlain, white.range.upperBound == offset,
      open?.upperBound == white.range.lowerBound
    {
      open?.upperBound = offset
    } else {
      addSpan(" ", white.role, white.range)
    }
  }

  mutating func add(_ cluster: Cluster, at offset: Int, _ role: Role) {
    let range = TextRange(offset, cluster.end)
    if cluster.width > width {
      addSpan(Glyph.replacement.text, role, range)
    } else if let open, open.upperBound == offset, openRole == role {
      self.open = open.union(range)
    } else {
      flush()
      open = range
      openRole = role
    }
    if cluster.isCut { flush() }
  }

  /// Adds a span that is not a slice of the text.
  mutating func addSpan(_ words: String, _ role: Role, _ range: TextRange) {
    flush()
    spans.append(InkedSpan(text: words, role: role, range: range))
  }

  mutating func flush() {
    guard let open else { return }
    spans.append(InkedSpan(text: text.copy(open), role: openRole, range: open))
    self.open = nil
  }

  mutating func finish() -> [InkedSpan] {
    flush()
    return spans
  }
}
