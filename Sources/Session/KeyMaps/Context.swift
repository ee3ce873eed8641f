/// Where keys go. The raw values are the names of the key tables in the settings.
public enum Context: String, Hashable, Sendable, CaseIterable {
  /// The article list.
  case list
  /// The reading pane.
  case reading
  /// The side panel.
  case side
  /// A line being typed, help included.
  case prompt

  /// The pane's name in help and in sentences.
  public var title: String {
    switch self {
    case .list: "list"
    case .reading: "text"
    case .side: "panel"
    case .prompt: "prompt"
    }
  }

  /// Every pane, without the prompt.
  static let panes: [Context] = [.list, .reading, .side]
  /// The panes that show an open article.
  static let article: [Context] = [.reading, .side]
}
