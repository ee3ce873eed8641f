// An article at one width. Blocks are laid out when they are looked at, and those around the
// visible rows are kept, so that opening or resizing a text of any length costs no more than the
// window. Everything works without `prepare`; it is only slower.

public import Articles
import Screen

/// An article's rows at one measure, with the maps between rows and the canonical text.
///
/// There is always at least one row. Values are equal when article, measure and options are,
/// whatever was prepared.
public struct TypesetArticle: Sendable {
  /// The article.
  public let article: Article
  /// The columns of a row; at least 1.
  public let measure: Int
  /// Whether blocks taken for clutter are shown, each with its reason.
  public let showsHidden: Bool
  /// The columns between tab stops in preformatted text; at least 1.
  public let tabWidth: Int

  /// The first column after the leading one of tables that are scrolled sideways, by the first
  /// byte of the table. Columns, not cells, so that it holds at any measure.
  public private(set) var sideways: [Int: Int] = [:]

  let sections: Sections
  private var prepared: [Int: BlockLayout] = [:]

  /// Makes an article ready to be shown; lays out nothing yet.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - measure: the columns of a row; less than 1 counts as 1.
  ///   - showsHidden: whether clutter is shown.
  ///   - tabWidth: the columns between tab stops; 1 to 16.
  public init(article: Article, measure: Int, showsHidden: Bool = false, tabWidth: Int = 4) {
    self.init(
      article: article, measure: measure, showsHidden: showsHidden, tabWidth: tabWidth,
      sections: Sections(article, showsHidden: showsHidden))
  }

  private init(
    article: Article, measure: Int, showsHidden: Bool, tabWidth: Int, sections: Sections
  ) {
    self.article = article
    self.measure = max(1, measure)
    self.showsHidden = showsHidden
    self.tabWidth = max(1, min(16, tabWidth))
    self.sections = sections
  }

  /// Whether nothing to read is shown: at most who made it, and when.
  public var isBare: Bool { sections.isBare }

  /// The same article at another measure. Cheaper than making it anew.
  public func resized(to measure: Int) -> TypesetArticle {
    if measure == self.measure { return self }
    var resized = TypesetArticle(
      article: article, measure: measure, showsHidden: showsHidden, tabWidth: tabWidth,
      sections: sections)
    resized.sideways = sideways
    return resized
  }

  /// The same article with tables scrolled sideways.
  ///
  /// - Parameter sideways: the first column after the leading one, by the first byte of the table;
  ///   tables that fit, or are not named, are set as usual.
  /// - Returns: the article with other rows in these tables alone.
  public func scrolled(_ sideways: [Int: Int]) -> TypesetArticle {
    if sideways == self.sideways { return self }
    var scrolled = TypesetArticle(
      article: article, measure: measure, showsHidden: showsHidden, tabWidth: tabWidth,
      sections: sections)
    scrolled.sideways = sideways
    return scrolled
  }

  /// The same article with or without what was taken for clutter. Cheaper than making it anew.
  public func showing(hidden: Bool) -> TypesetArticle {
    var shown = TypesetArticle(
      article: article, measure: measure, showsHidden: hidden, tabWidth: tabWidth,
      sections: Sections(article, showsHidden: hidden, details: sections.details))
    shown.sideways = sideways
    return shown
  }

  /// Lays out the blocks around some rows and keeps them, and lets go of all others.
  ///
  /// - Parameters:
  ///   - first: the first visible row.
  ///   - count: how many rows are visible; as many are prepared above and below.
  public mutating func prepare(from first: RowID, count: Int) {
    let start = max(0, min(first.block, sections.count - 1))
    let startLayout = layout(of: start)
    prepared[start] = startLayout
    let first = clamped(first)
    var kept = [start: startLayout]
    func keep(_ block: Int) -> Int {
      let layout = layout(of: block)
      kept[block] = layout
      return layout.rowCount
    }
    var rows = startLayout.rowCount - first.row
    var block = start + 1
    while block < sections.count, rows < 2 * count {
      rows += keep(block)
      block += 1
    }
    rows = first.row
    block = start - 1
    while block >= 0, rows < count {
      rows += keep(block)
      block -= 1
    }
    prepared = kept
  }

  /// Does for the last rows what `prepare` does for any.
  public mutating func prepareEnd(count: Int) {
    prepare(from: RowID(block: sections.count - 1, row: .max), count: count)
  }

  /// One row, ready to be drawn. An identifier that does not exist gives the nearest row.
  public func row(_ id: RowID) -> TypesetRow {
    let id = clamped(id)
    let layout = layout(of: id.block)
    let place = layout.place(of: id.row)
    return TypesetRow(spans: setting.spans(of: layout.strips[place.strip], row: place.row))
  }

  /// The top row.
  public var firstRow: RowID { RowID(block: 0, row: 0) }

  /// Whether all rows of the title are above a row.
  public func isBelowTitle(_ row: RowID) -> Bool {
    row > firstRow && row.block >= sections.detailsIndex
  }

  /// The bottom row.
  public var lastRow: RowID {
    RowID(block: sections.count - 1, row: layout(of: sections.count - 1).rowCount - 1)
  }

  /// The nearest row that exists.
  public func clamped(_ id: RowID) -> RowID {
    guard id.block >= 0 else { return firstRow }
    guard id.block < sections.count else { return lastRow }
    return RowID(
      block: id.block, row: max(0, min(id.row, layout(of: id.block).rowCount - 1)))
  }

  /// The layout of a section, from those prepared or made now.
  func layout(of section: Int) -> BlockLayout {
    prepared[section] ?? makeLayout(of: section)
  }

  private var setting: Setting {
    Setting(
      text: article.document.text, measure: measure, tabWidth: tabWidth, sideways: sideways)
  }

  private func makeLayout(of index: Int) -> BlockLayout {
    let blanks = rowsAbove(index)
    let space = blanks > 0 ? [Strip(content: .blank(blanks), margin: Margin())] : []
    return BlockLayout(space + strips(of: index))
  }

  private func strips(of index: Int) -> [Strip] {
    var setter = BlockSetter(setting: setting)
    switch sections[index] {
    case .title: setter.addForeign(sections.title, .title)
    case .details: setter.addForeign(sections.details, .byline)
    case .block(let number):
      let block = article.document.blocks[number]
      if block.role.isHidden { return hiddenStrips(of: block, after: index) }
      setter = BlockSetter(setting: setting, margin: margin(of: block))
      setter.set(block, role: block.typesetRole)
    }
    return setter.strips
  }
}

extension TypesetArticle: Equatable {
  /// Whether both show the same rows.
  public static func == (left: TypesetArticle, right: TypesetArticle) -> Bool {
    left.measure == right.measure && left.showsHidden == right.showsHidden
      && left.tabWidth == right.tabWidth && left.sideways == right.sideways
      && left.article == right.article
  }
}
