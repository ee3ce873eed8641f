// A side panel is a list of anchored items beside the text. A new one is a file like
// QuotesPanel.swift and a line in SidePanelRegistry.swift: its key, its commands, its tab and
// its marks in the text follow from the value.

public import Articles
public import Screen
public import Typesetting

/// Which side panel. The name is its tab, its command and its name in settings.
public struct SidePanelID: Hashable, Sendable {
  /// The name, as "quotes".
  public let name: String

  /// Names a panel.
  public init(_ name: String) { self.name = name }
}

/// A kind of panel: what it lists and how it is called.
public struct SidePanel: Sendable {
  /// Which panel.
  public let id: SidePanelID
  /// One of its items, as "quote".
  public let singular: String
  /// What to say where there is nothing to list.
  public let emptySentence: String
  /// Whether its tab is there while another panel is open.
  public let isTabAlways: Bool
  /// Whether it tells of excerpts, which may be known of a part of a long text only.
  let listsExcerpts: Bool
  /// The key that opens and closes it.
  let key: String
  /// The letter that steps through its items after `]` and `[`, if any.
  let stepLetter: Character?
  /// What may follow its command's name.
  let option: PanelOption?
  /// What it lists, in its own order.
  let items: @Sendable (LoadedArticle, PanelChoices) -> [PanelItem]
  /// What is left out, in words; nil where everything is listed.
  let restriction: @Sendable (PanelChoices) -> String?
  /// Leaves nothing out any more.
  let unrestrict: @Sendable (inout PanelChoices) -> Void
  /// What choosing an item does.
  let choose: @Sendable (inout AppState) -> Void
  /// What closing the panel does.
  let close: @Sendable (inout ReadingState) -> Void

  init(
    _ name: String, singular: String, key: String, stepLetter: Character? = nil,
    isTabAlways: Bool = true, listsExcerpts: Bool = true, emptySentence: String,
    option: PanelOption? = nil,
    restriction: @escaping @Sendable (PanelChoices) -> String? = { _ in nil },
    unrestrict: @escaping @Sendable (inout PanelChoices) -> Void = { _ in },
    choose: @escaping @Sendable (inout AppState) -> Void = { $0.goToChosenItem() },
    close: @escaping @Sendable (inout ReadingState) -> Void = { _ in },
    items: @escaping @Sendable (LoadedArticle, PanelChoices) -> [PanelItem]
  ) {
    id = SidePanelID(name)
    self.singular = singular
    self.key = key
    self.stepLetter = stepLetter
    self.isTabAlways = isTabAlways
    self.listsExcerpts = listsExcerpts
    self.emptySentence = emptySentence
    self.option = option
    self.restriction = restriction
    self.unrestrict = unrestrict
    self.items = items
    self.choose = choose
    self.close = close
  }
}

/// What a panel's command takes after its name, if it is given anything.
struct PanelOption: Sendable {
  /// What it takes.
  let argument: Argument
  /// What that does.
  let take: @Sendable (inout AppState, String) -> [Effect]
}

/// One item of a panel.
public struct PanelItem: Equatable, Sendable {
  /// What an item stands for, for commands that know more about it than the panel does.
  public enum Subject: Hashable, Sendable {
    /// An utterance, by its number.
    case utterance(Int)
    /// Somebody who is quoted.
    case voice(Voice.Identity)
    /// A figure, by its place in the article's list.
    case figure(Int)
    /// Words that lead to this address.
    case link(String)
    /// Something else, known by its place alone.
    case passage
  }

  /// What the panel says, line by line; each may take several rows.
  public var lines: [PanelLine]
  /// The place in the text.
  public var anchor: TextRange
  /// Further places that belong to it.
  public var otherAnchors: [TextRange]
  /// What it stands for.
  public var subject: Subject
  /// What goes to the clipboard, in one line.
  public var copyText: String
  /// What is marked in the text always.
  public var marks: [Highlight]
  /// What is marked besides while the item is chosen.
  public var marksWhenChosen: [Highlight]

  /// Makes an item.
  public init(
    _ lines: [PanelLine], anchor: TextRange, otherAnchors: [TextRange] = [],
    subject: Subject = .passage, copyText: String = "", marks: [Highlight] = [],
    marksWhenChosen: [Highlight] = []
  ) {
    self.lines = lines
    self.anchor = anchor
    self.otherAnchors = otherAnchors
    self.subject = subject
    self.copyText = copyText
    self.marks = marks
    self.marksWhenChosen = marksWhenChosen
  }
}

/// One line of an item, in one role, wrapped to the panel where it is drawn.
public struct PanelLine: Equatable, Sendable {
  /// The words, on one line.
  public var text: String
  /// What they are.
  public var role: Role
  /// Columns to set it in.
  public var indent: Int
  /// A few words beside it, in the role of a detail; on a row of their own where there is no room.
  public var aside: String?
  /// The rows it may take unless its item is chosen; nil for any number.
  public var rowLimit: Int?

  /// Makes a line; breaks in the text become blanks.
  public init(
    _ text: some StringProtocol, _ role: Role, indent: Int = 0, rowLimit: Int? = nil,
    aside: String? = nil
  ) {
    self.text =
      text.isSpacedOnce
      ? String(text) : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.role = role
    self.indent = indent
    self.rowLimit = rowLimit
    self.aside = aside
  }
}

extension StringProtocol {
  /// Whether single blanks between words are all its white space. Told by the bytes: panels have
  /// thousands of lines, and hardly one needs a change.
  fileprivate var isSpacedOnce: Bool {
    var (before, last): (UInt8, UInt8) = (0, 0x20)
    for byte in utf8 {
      switch (before, last, byte) {
      case (_, _, 0x09...0x0D), (_, 0x20, 0x20), (_, 0xC2, 0x85), (_, 0xC2, 0xA0),
        (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
        (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
        return false
      default: (before, last) = (last, byte)
      }
    }
    return last != 0x20
  }
}
