// The open article: where one is in it, what is marked, what was found. Positions that outlive a
// resize are byte offsets; rows are made from them again whenever the measure changes.

import Articles
public import Typesetting

/// The reading pane.
public struct ReadingState: Equatable, Sendable {
  /// The article and its excerpts.
  public internal(set) var loaded: LoadedArticle
  /// The items of every panel.
  public internal(set) var panels: [SidePanelID: PanelContents]
  /// What the panels list of what was found.
  public internal(set) var choices = PanelChoices()
  /// The article in rows.
  public internal(set) var typeset: TypesetArticle
  /// The first row in the window.
  public internal(set) var top: RowID
  /// The reading line: what the next step counts from.
  public internal(set) var line: RowID
  /// The rows of the window; at least 1 once it was fitted, which gives the rows their places.
  public internal(set) var height = 0
  /// The panel that is open.
  public internal(set) var openPanel: SidePanelID?
  /// The excerpt that is marked in the text and in its panel.
  public internal(set) var selection: PanelSelection?
  /// What is known about the chosen figure, while that is shown.
  public internal(set) var details: [DetailRow] = []
  /// What was looked for and found.
  public internal(set) var found: FoundText?
  /// What the library keeps about the article; nil where it does not have it.
  public internal(set) var kept: KeptFacts?

  /// The figure that the details are of, by its place in the article's list.
  var detailedFigure: Int?
  /// What the status line tells of the percentage.
  var told = ToldPercent()
  /// The last row that can be at the top.
  var lastTop: RowID
  /// The text position of the first visible word.
  var topPosition = 0
  /// The text position that motions count from: on the reading line.
  var point = 0
  /// How many rows below the top the reading line stays while the text can scroll.
  var home = 0
  /// Whether excerpts are being stepped through: one jump, however many steps.
  var isStepping = false
  /// Places left by jumps, the latest last.
  var jumps: [Place] = []
  /// The block that was hidden or shown last, until the reading line moves.
  var blockChange: BlockChange?
  /// Places with a letter.
  var marks: [Character: Place] = [:]

  /// The part of a long text whose excerpts were asked for.
  var asked: TextRange?
  /// A text longer than this, in bytes, is looked through in the background.
  var searchSlice = FoundText.sliceSize

  /// Begins at a position; at the text's end where that lies beyond it.
  init(_ loaded: LoadedArticle, measure: Int, position: Int) {
    self.loaded = loaded
    kept = loaded.kept
    panels = loaded.panels
    typeset = loaded.typeset.resized(to: measure)
    top = typeset.firstRow
    line = top
    lastTop = top
    topPosition = min(position, loaded.article.document.text.utf8.count)
    point = topPosition
  }

  /// The article's text.
  public var text: String { loaded.article.document.text }

  /// Whether blocks taken for clutter are shown.
  public var showsHidden: Bool { typeset.showsHidden }
}

/// One item of one panel.
public struct PanelSelection: Hashable, Sendable {
  /// The panel.
  public var panel: SidePanelID
  /// The item's place in it.
  public var index: Int
}

/// A place to come back to. The rows hold while the article is set as it was.
struct Place: Hashable, Sendable {
  var topPosition: Int
  var point: Int
  var top: RowID
  var line: RowID
  var measure: Int
  var showsHidden: Bool
  var sideways: [Int: Int]
}

// Keeping the same words in view.
extension ReadingState {
  /// Takes the window's size; the first visible word stays at the top.
  mutating func fit(measure: Int, height: Int) {
    let height = max(1, height)
    guard measure != typeset.measure || height != self.height else { return }
    if measure != typeset.measure { typeset = typeset.resized(to: measure) }
    self.height = height
    home = min(home, height - 1)
    place()
  }

  /// Shows or hides what was taken for clutter; the first visible word stays at the top.
  mutating func show(hidden: Bool) {
    guard hidden != showsHidden else { return }
    typeset = typeset.showing(hidden: hidden)
    place()
    if let found { self.found = FoundText(found.query, in: self, from: point) }
  }

  /// Makes rows of the text positions.
  mutating func place() {
    measureEnd()
    top = topPosition == 0 ? typeset.firstRow : min(typeset.rowID(at: topPosition), lastTop)
    typeset.prepare(from: top, count: height)
    line = min(max(typeset.rowID(at: point), top), bottom)
  }

  mutating func measureEnd() {
    // A block may be megabytes long: what is laid out for the end is kept for the rest.
    typeset.prepareEnd(count: height)
    lastTop = typeset.advance(typeset.lastRow, by: 1 - height)
  }

  /// Takes the rows as they are for the new place.
  mutating func land() {
    typeset.prepare(from: top, count: height)
    topPosition = top == typeset.firstRow ? 0 : typeset.position(of: top)
    point = typeset.position(of: line)
    isStepping = false
    selectNearest()
  }

  /// The last row in the window.
  var bottom: RowID { typeset.advance(top, by: height - 1) }

  /// How many rows below the top a row is; no more than the window has.
  func offset(of row: RowID) -> Int {
    max(0, typeset.distance(from: top, to: row, limit: height - 1))
  }
}

// What is in the window, for drawing.
extension ReadingState {
  /// The rows in the window, from the top; fewer than it has where the text ends.
  public var visibleRows: [RowID] {
    var rows = [top]
    while rows.count < height, let last = rows.last {
      let next = typeset.advance(last, by: 1)
      if next == last { break }
      rows.append(next)
    }
    return rows
  }

  /// How far the window is through the text: 0 at the top, 100 when the last row is in view.
  public var percent: Int {
    guard top < lastTop else { return 100 }
    let start = typeset.position(of: typeset.firstRow)
    let end = typeset.position(of: lastTop)
    let here = typeset.position(of: top)
    guard end > start else { return 100 }
    return max(0, min(99, (here - start) * 100 / (end - start)))
  }

  /// The rows between the top and the reading line.
  public var lineOffset: Int { offset(of: line) }
}
