public import Queries

/// A line being typed, and what it offers.
public struct PromptState: Equatable, Sendable {
  /// What the line is for.
  public enum Kind: Hashable, Sendable {
    /// A command by name, after `:`.
    case command
    /// Words to find, after `/`.
    case find
    /// The list of commands, narrowed by what is typed.
    case help
    /// The sentences told so far. Nothing is typed: a letter leaves.
    case messages
    /// The letters of a link in view.
    case hints
    /// A query over the whole library.
    case search
    /// A query that narrows the list.
    case filter
  }

  /// What the line is for.
  public let kind: Kind
  /// The line.
  public internal(set) var line = LineEditor()
  /// What can be chosen: completions, or the commands of help.
  public internal(set) var choices: [PromptChoice] = []
  /// The choice that is marked.
  public internal(set) var chosen: Int?

  /// The links in view with their letters, where these are typed.
  public internal(set) var hints: LinkHints?

  /// What is wrong with a query so far.
  public internal(set) var mistake: QueryMistake?

  /// What is tried out while it is marked, as a theme.
  var previewed: String?
  /// The place in the history, counted from its latest line.
  var historyPlace: Int?
  /// What was typed before going into the history.
  var draft = ""
  /// Where the article was when finding began.
  var origin: Place?
  /// What was found before.
  var earlierFound: FoundText?
  /// Which entry of the list was chosen when finding began: its place, and the entry itself.
  var listOrigin = 0
  var originEntry: ListEntry?
  /// The pane that had the keys before.
  var focusBefore: AppState.Focus?
  /// What was looked for in the list before.
  var earlierQuery: String?

  init(_ kind: Kind) { self.kind = kind }
}

/// Something that a prompt offers.
public struct PromptChoice: Hashable, Sendable {
  /// What it is: a command's name, or a value.
  public var text: String
  /// One line on it.
  public var detail: String
  /// The keys that do the same, in key notation.
  public var keys: [String]
  /// The heading it stands under.
  public var heading: String?
  /// What stands after the command's name once this was chosen, where that is more than `text`.
  var argument: String?

  init(_ text: String, detail: String = "", keys: [String] = [], heading: String? = nil) {
    self.text = text
    self.detail = detail
    self.keys = keys
    self.heading = heading
  }
}
