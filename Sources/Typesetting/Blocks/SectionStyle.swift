// How the blocks of an article stand to each other: the rows between them, the bullets of
// summaries, the bars of what is normally hidden.

import Articles
import Screen

extension TypesetArticle {
  /// The block of a section; nil for lines of the program's own.
  func block(of section: Int) -> Block? {
    guard section >= 0, section < sections.count, case .block(let index) = sections[section] else {
      return nil
    }
    return article.document.blocks[index]
  }

  /// The blank rows above a section.
  func rowsAbove(_ section: Int) -> Int {
    guard section > 0 else { return 0 }
    guard let block = block(of: section) else { return 1 }
    guard let above = self.block(of: section - 1) else { return block.role.isByline ? 0 : 1 }
    if block.role.isByline, above.role.isByline { return 0 }
    if block.isSummaryLine, above.isSummaryLine { return 0 }
    if block.sharesReason(with: above) { return 0 }
    let opensSection = block.headingLevel.map { $0 <= 2 } ?? false
    return opensSection && block.role == .heading && above.role != .heading ? 2 : 1
  }

  /// The margin of a shown block: a bullet for a line of the summary.
  func margin(of block: Block) -> Margin {
    let words = article.document.words(in: block.range)
    guard block.isSummaryLine, words.first(where: { !$0.isWhitespace }) != "•" else {
      return Margin()
    }
    return Margin().adding(InkedSpan(text: "• ", role: .ornament), measure: measure)
  }

  /// The strips of a block taken for clutter: why, unless the block above says so, then its words.
  func hiddenStrips(of block: Block, after section: Int) -> [Strip] {
    let setting = Setting(text: article.document.text, measure: measure, tabWidth: tabWidth)
    let bar = InkedSpan(text: "┊ ", role: .ornament)
    let margin = Margin().adding(bar, hang: bar, measure: measure)
    var reason = BlockSetter(setting: setting, margin: margin)
    if self.block(of: section - 1)?.sharesReason(with: block) != true {
      reason.addForeign("Hidden: \(block.shownReason)", .hidden)
    }
    var words = BlockSetter(setting: setting, margin: margin)
    words.set(block, role: .hidden)
    return reason.strips + words.strips
  }
}

extension Block {
  /// The role of the block's plain words.
  var typesetRole: Role {
    switch role {
    case .title: .title
    case .byline, .date: .byline
    case .summary: .summary
    case .heading: .heading
    case .body: .body
    case .caption: .caption
    case .credit: .credit
    case .related, .promo, .error, .legal, .origin: .hidden
    }
  }

  /// The level, for headings by shape or by role.
  var headingLevel: Int? {
    if case .heading(let level, _) = content { return level }
    return role == .heading ? 2 : nil
  }

  fileprivate var isSummaryLine: Bool {
    if role == .summary, case .paragraph = content { true } else { false }
  }

  fileprivate func sharesReason(with other: Block) -> Bool {
    role.isHidden && other.role.isHidden && shownReason == other.shownReason
  }

  fileprivate var shownReason: String { reason ?? role.rawValue }
}

extension BlockRole {
  fileprivate var isByline: Bool { self == .byline || self == .date }
}
