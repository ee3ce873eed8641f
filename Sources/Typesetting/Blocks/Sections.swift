// Which blocks of an article are shown, in which order, and what the program itself says at the
// top: the title where the text has none, then who wrote it, where, when, and how long it is.

import Articles

/// One thing that is shown, as a block's number or one of two lines of the program's own.
enum Section: Hashable {
  /// A block, by its index in `Document.blocks`.
  case block(Int)
  /// The title, where the text itself has none.
  case title
  /// "Byline · site · 12 April 2026 · 4 min".
  case details
}

/// The sections of an article, four bytes each: a long text has hundreds of thousands.
struct Sections: Sendable {
  private let codes: [Int32]
  /// Where `.details` stands: all of the title is above it.
  let detailsIndex: Int
  /// What `.title` says.
  let title: String
  /// What `.details` says.
  let details: String
  /// Whether there is nothing to read: no block but those that say who made the others, and when.
  let isBare: Bool

  /// - Parameters:
  ///   - article: the article.
  ///   - showsHidden: whether clutter is shown.
  ///   - details: what `.details` says, where that is known: it takes a walk through the text.
  init(_ article: Article, showsHidden: Bool, details: String? = nil) {
    let blocks = article.document.blocks
    var codes: [Int32] = []
    var titleEnd: Int?
    var isBare = true
    for (index, block) in blocks.enumerated() where block.isShown(showsHidden) {
      codes.append(Int32(clamping: index))
      isBare = isBare && [.byline, .date, .credit].contains(block.role)
      if block.role == .title, titleEnd == nil { titleEnd = codes.count }
    }
    title = article.metadata.title ?? ""
    if titleEnd == nil, title.contains(where: { !$0.isWhitespace }) {
      codes.insert(-1, at: 0)
      titleEnd = 1
    }
    detailsIndex = titleEnd ?? 0
    codes.insert(-2, at: detailsIndex)
    self.codes = codes
    self.isBare = isBare
    self.details = details ?? article.details
  }

  /// How many there are; at least 1.
  var count: Int { codes.count }

  subscript(index: Int) -> Section {
    switch codes[index] {
    case -1: .title
    case -2: .details
    default: .block(Int(codes[index]))
    }
  }
}

extension Block {
  fileprivate func isShown(_ showsHidden: Bool) -> Bool {
    guard showsHidden || !role.isHidden else { return false }
    if case .rule = content { return true }
    return !range.isEmpty
  }
}

extension Article {
  /// Authors, site, date and reading time, without what the text itself says in a line of its own.
  fileprivate var details: String {
    let shown = Set(document.blocks.lazy.map(\.role))
    var parts: [String] = []
    if metadata.title == nil, !shown.contains(.title) { parts.append(id.name) }
    if !shown.contains(.byline), !metadata.byline.isEmpty {
      parts.append(metadata.byline.joined(separator: ", "))
    }
    if let site = metadata.site { parts.append(site) }
    if let date = metadata.date, !saysYear(of: date) { parts.append(date.inWords) }
    parts.append("\(readingMinutes(of: document))\u{A0}min")
    return parts.joined(separator: "\u{A0}· ")
  }

  /// Whether a line of the text's own tells the date, be it among the authors.
  private func saysYear(of date: PublicationDate) -> Bool {
    document.blocks.contains { block in
      block.role == .date
        || (block.role == .byline
          && document.words(in: block.range).split { !$0.isNumber }.contains("\(date.year)"))
    }
  }
}

extension PublicationDate {
  fileprivate var inWords: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(day) \(months[month - 1]) \(year)"
  }
}
