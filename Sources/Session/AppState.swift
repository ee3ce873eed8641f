// The whole state of the program, as a value. Sub-states by pane, a focus, a prompt over them,
// a notice. Texts are shared, never copied, so that comparing two states is cheap.

public import Articles
import Queries
public import Screen

/// Everything that decides what the screen shows.
public struct AppState: Equatable, Sendable {
  /// Which pane has the keys.
  public enum Focus: Hashable, Sendable {
    /// The article list.
    case list
    /// The reading pane.
    case reading
    /// The side panel.
    case side
  }

  /// The terminal's size.
  public internal(set) var size: Size
  /// The keys.
  public let keyMap: KeyMap
  /// What addresses are opened with: a program and its arguments, `{url}` standing for the
  /// address; empty where none was chosen.
  public let openCommand: [String]
  /// The names of the themes there are.
  public internal(set) var themeNames: [String]
  /// Theme, layout and measure as chosen; the layout as far as the size allows.
  public internal(set) var preferences: Preferences
  /// The article list.
  public internal(set) var list: ListState
  /// The lists that the present one was opened from, the outermost first.
  public internal(set) var outerLists: [ListState] = []
  /// What is known of the library; nil where there is none to be had.
  public internal(set) var library: LibraryState?
  /// The open article; nil before one was opened.
  public internal(set) var reading: ReadingState?
  /// Which pane has the keys, a prompt aside.
  public internal(set) var focus: Focus = .list
  /// Whether only the article is shown.
  public internal(set) var isZen = false
  /// Whether all that is known about the chosen figure lies over the panes.
  public internal(set) var showsDetails = false
  /// The line being typed, if any.
  public internal(set) var prompt: PromptState?
  /// A sentence for the status line.
  public internal(set) var notice: Notice? {
    didSet { remember(notice) }
  }
  /// The sentences shown so far, the latest last; the oldest are forgotten.
  public internal(set) var messages: [Notice] = []
  /// Whether the runtime writes its times on the screen.
  public internal(set) var showsDebug = false
  /// The command that was run last, by name.
  public internal(set) var lastCommand = ""
  /// Keys typed of a command that is not complete.
  public internal(set) var pending = PendingKeys()
  /// The article asked for last and not there yet.
  public internal(set) var opening: ArticleID?

  /// Whether a notice stands for messages that are kept already.
  var isTelling = false
  /// Keys typed while an article was being opened, meant for it.
  var heldKeys: [KeyPress] = []
  /// Lines typed before, by kind of prompt.
  var histories: [PromptState.Kind: [String]] = [:]
  /// Where articles were left that the library does not keep.
  var positions: [ArticleID: Int] = [:]
  /// Where articles were left that it keeps: it writes that a moment later.
  var keptPositions: [ArticleID: Int] = [:]
  /// Changes of what counts as read, for articles that the library does not keep.
  var readChanges = ReadChanges()
  /// What was asked to see whether the empty library has something now.
  var probe: RowsRequest?
  /// How many requests for rows were made.
  var requestCount = 0
  /// Where to go in the article that is being opened.
  var arrival: Arrival?
  /// The open article, while it is read anew for what the library keeps about it.
  var refreshing: ArticleID?

  /// Makes the state at the start.
  ///
  /// - Parameters:
  ///   - size: the terminal's size.
  ///   - keyMap: the keys.
  ///   - themeNames: the themes that `:theme` offers.
  ///   - preferences: theme, layout and measure as remembered.
  ///   - openCommand: what addresses are opened with; empty for nothing.
  ///   - entries: the articles, with titles as far as known.
  ///   - library: what the list shows where there are no entries.
  public init(
    size: Size, keyMap: KeyMap = KeyMap(), themeNames: [String] = [],
    preferences: Preferences = Preferences(), openCommand: [String] = [],
    entries: [ListEntry] = [], library: LibraryState? = nil
  ) {
    self.size = size
    self.keyMap = keyMap
    self.themeNames = themeNames
    self.preferences = preferences
    self.openCommand = openCommand
    self.library = library
    list =
      library != nil && entries.isEmpty
      ? ListState(.articles(Listing())) : ListState(entries: entries)
  }

  /// What to ask for first: titles and counts of the list, and the only article if there is one.
  ///
  /// - Parameter id: an article to open at once.
  /// - Returns: the effects to run before the first event.
  public mutating func start(opening id: ArticleID? = nil) -> [Effect] {
    let unknown = list.unknownArticles
    let first = id ?? (list.count == 1 ? list.entries.first?.id : nil)
    let load = first.map { open($0) } ?? []
    settle()
    let others = unknown.filter { $0 != first }
    return load + (others.isEmpty ? [] : [.survey(others)]) + askForMore()
  }

  private static let messageLimit = 100

  /// A sentence is gone with the next key, and then among the messages.
  private mutating func remember(_ notice: Notice?) {
    guard let notice, !isTelling, notice != messages.last else { return }
    messages = (messages + [notice]).suffix(Self.messageLimit)
  }

  /// Where keys go now.
  public var context: Context {
    if prompt != nil { return .prompt }
    return paneContext
  }

  /// The context of the pane that has the keys, a prompt aside.
  public var paneContext: Context {
    switch focus {
    case .list: .list
    case .reading: .reading
    case .side: .side
    }
  }
}
