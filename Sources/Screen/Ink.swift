/// What a piece of the screen means. A theme gives each role a style.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
  /// Empty space.
  case background
  /// Running text of the article.
  case body
  /// The article's headline.
  case title
  /// A heading in the body.
  case heading
  /// Authors, site, date, reading time.
  case byline
  /// Standfirst and summary bullets.
  case summary
  /// Emphasised words of the article.
  case emphasis
  /// Strongly emphasised words of the article.
  case strong
  /// Words of a link.
  case link
  /// Code and preformatted text.
  case code
  /// A block that the source sets apart as a quotation.
  case blockQuote
  /// Captions of illustrations.
  case caption
  /// Picture credits.
  case credit
  /// Words taken for clutter, when shown.
  case hidden
  /// Rules and bullets inside the article.
  case ornament
  /// Quoted words in the text and in the panel.
  case quote
  /// Who said them.
  case speaker
  /// The verb or phrase that reports them, and roles of speakers.
  case cue
  /// A speaker that is not certain.
  case unsure
  /// A figure in the text and in the panel.
  case figureValue
  /// What a figure counts.
  case figureSubject
  /// Source and time of a figure; any second line of a panel item.
  case detail
  /// A title in the article list.
  case listTitle
  /// A title in the article list, already read.
  case listRead
  /// The second line of a list entry.
  case listDetail
  /// Headings of panes and tabs of panels.
  case paneTitle
  /// The tab that is open.
  case paneTitleActive
  /// The line between panes.
  case rule
  /// The bar beside what is chosen.
  case bar
  /// The status line.
  case status
  /// A key named in the status line or in help.
  case statusKey
  /// A message that something went wrong.
  case error
  /// A prompt's text.
  case prompt
  /// Boxes drawn over the panes: help, prefix keys, completion.
  case overlay
  /// Keys inside such a box.
  case overlayKey
}

/// States that change the look of any role. A theme applies them in the order of `named`.
public struct Marks: OptionSet, Hashable, Sendable {
  /// The bits; four are used.
  public let rawValue: UInt8

  /// Makes a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Stands back: read, out of focus.
  public static let muted = Marks(rawValue: 1)
  /// Found by the search.
  public static let match = Marks(rawValue: 2)
  /// The chosen excerpt or row.
  public static let selected = Marks(rawValue: 4)
  /// In the pane that has the keys, or the current match.
  public static let focused = Marks(rawValue: 8)

  /// Every single mark with its name in theme files, in the order of application.
  public static let named: [(name: String, mark: Marks)] = [
    ("muted", .muted), ("selected", .selected), ("focused", .focused), ("match", .match),
  ]
}

/// What a cell is drawn with: a role and the marks on it, never a colour.
public struct Ink: Hashable, Sendable {
  /// What the cell means.
  public var role: Role
  /// What state it is in.
  public var marks: Marks

  /// Makes an ink.
  public init(_ role: Role, _ marks: Marks = []) {
    self.role = role
    self.marks = marks
  }

  /// How many inks there are.
  public static let count = Role.allCases.count * 16

  /// The ink's place in a palette.
  public var index: Int { Int(role.rawValue) * 16 + Int(marks.rawValue) }

  /// The same ink with more marks.
  public func with(_ more: Marks) -> Ink { Ink(role, marks.union(more)) }
}

extension Role {
  /// Whether the role carries words, which must be readable, rather than ornaments.
  public var carriesText: Bool {
    switch self {
    case .background, .ornament, .rule, .bar: false
    default: true
    }
  }
}
