// Breaks running text into rows, greedily and in one pass: at white space, after hyphens, dashes
// and slashes inside words, between ideographs, and inside a word only where it is wider than a
// row. Keeps the bounds of rows and nothing else, so that a text of any size stays cheap.

import Articles
import Screen

/// A stretch of running text in one role; its range lies on scalar boundaries.
struct Run: Sendable {
  /// What stands between a run and the one before it.
  enum Joint: Sendable {
    /// Nothing: white space at the seam is the text's own.
    case none
    /// A line break that the author asked for.
    case lineBreak
    /// A blank where the text itself has none.
    case space
    /// A dot between blanks, dropped at the end of a row.
    case dot

    /// What is drawn inside a row.
    var text: String {
      switch self {
      case .none, .lineBreak: ""
      case .space: " "
      case .dot: " · "
      }
    }

    /// The columns of the text.
    var width: Int {
      switch self {
      case .none, .lineBreak: 0
      case .space: 1
      case .dot: 3
      }
    }
  }

  var range: TextRange
  var role: Role
  var joint = Joint.none
}

extension String {
  /// The rows of running text: from the first byte shown to after the last, without the white
  /// space at their ends. A row may be empty between two line breaks.
  ///
  /// - Parameters:
  ///   - runs: in order, without overlap.
  ///   - width: the columns of a row, at least 1.
  /// - Returns: the bytes of each row.
  func rows(of runs: [Run], width: Int) -> [TextRange] {
    let bytes = utf8.span
    var breaker = LineBreaker(width: width)
    for run in runs {
      breaker.begin(run)
      var offset = run.range.lowerBound
      let end = run.range.upperBound
      while offset < end {
        let cluster = cluster(at: offset, upTo: end, bytes)
        breaker.place(cluster, at: offset)
        offset = cluster.end
      }
    }
    return breaker.finish()
  }
}

private struct LineBreaker {
  /// A place where the row may end.
  struct Opportunity {
    /// The byte after the last one before it.
    var end: Int
    /// The first byte after it.
    var next: Int
    /// The columns before `next`.
    var column: Int
  }

  let width: Int
  var rows: [TextRange] = []
  /// Whether the row shows anything yet.
  var isOpen = false
  var start = 0
  var end = 0
  var column = 0
  /// The columns of white space met since `end`; 0 for none.
  var gap = 0
  var opportunity: Opportunity?
  var last = Cluster.Kind.other
  var secondLast = Cluster.Kind.other

  init(width: Int) { self.width = max(1, width) }

  mutating func begin(_ run: Run) {
    if case .lineBreak = run.joint {
      let place = run.range.lowerBound
      close(orAddEmptyRowAt: rows.isEmpty && !isOpen ? nil : place)
    } else if isOpen, run.joint.width > 0 {
      gap = max(gap, run.joint.width)
    }
  }

  private mutating func close(orAddEmptyRowAt place: Int?) {
    if isOpen {
      rows.append(TextRange(start, end))
    } else if let place {
      rows.append(TextRange(place, place))
    }
    isOpen = false
    gap = 0
    opportunity = nil
  }

  @inline(__always)
  mutating func place(_ cluster: Cluster, at offset: Int) {
    if cluster.kind == .white {
      if isOpen, gap == 0 { gap = 1 }
      return
    }
    let clusterWidth = min(cluster.width, width)
    if !isOpen {
      open(at: offset)
    } else {
      if gap > 0 || mayBreak(before: cluster.kind), column > 0 {
        opportunity = Opportunity(end: end, next: offset, column: column + gap)
      }
      column += gap
      if column + clusterWidth > width { wrap(before: offset, clusterWidth) }
    }
    gap = 0
    column += clusterWidth
    end = cluster.end
    secondLast = last
    last = cluster.kind
  }

  private mutating func open(at offset: Int) {
    isOpen = true
    start = offset
    column = 0
    opportunity = nil
    last = .other
    secondLast = .other
  }

  private mutating func wrap(before offset: Int, _ clusterWidth: Int) {
    if let opportunity {
      rows.append(TextRange(start, opportunity.end))
      start = opportunity.next
      column -= opportunity.column
      self.opportunity = nil
    }
    if column + clusterWidth > width, start < offset {
      rows.append(TextRange(start, end))
      start = offset
      column = 0
    }
  }

  /// Whether a row may end between the last cluster and one of a kind, with no white between.
  @inline(__always)
  private func mayBreak(before kind: Cluster.Kind) -> Bool {
    switch last {
    case .letter, .digit, .other, .white: kind == .ideograph
    case .ideograph: kind != .closer && kind != .invisible
    case .hyphen, .slash: kind == .letter && (secondLast == .letter || secondLast == .digit)
    case .dash: kind == .letter || kind == .opener || kind == .ideograph
    case .closer: kind == .ideograph || kind == .opener && secondLast == .ideograph
    case .opener: false
    case .invisible: true
    }
  }

  mutating func finish() -> [TextRange] {
    close(orAddEmptyRowAt: nil)
    return rows
  }
}
