/// What a reader knows better than the program. Kept apart from what was parsed, so that it holds
/// when an article is parsed anew.
public enum Correction: Hashable, Sendable {
  /// The right headline.
  case title(String)
  /// Who really said the words of a quote; nil where nobody is named.
  case speaker(of: TextAnchor, is: String?)
  /// What a block really is: `body` shows it, `promo` hides it.
  case role(of: TextAnchor, is: BlockRole)

  /// Whether both correct the same thing, so that the later replaces the earlier.
  public func replaces(_ other: Correction) -> Bool {
    switch (self, other) {
    case (.title, .title): true
    case (.speaker(let one, _), .speaker(let two, _)), (.role(let one, _), .role(let two, _)):
      one.words == two.words && one.range == two.range
    default: false
    }
  }
}

extension Correction {
  /// Makes a correction of the parts that are kept of it; nil where a part is missing or names what
  /// this program does not know.
  ///
  /// - Parameters:
  ///   - kind: what is corrected: `title`, `role` or `speaker`.
  ///   - value: the title, the role's name or the speaker's; nil where nobody is named.
  ///   - anchor: the words; a title needs none.
  public init?(kind: String, value: String?, anchor: TextAnchor?) {
    switch (kind, value, anchor) {
    case ("title", let title?, _): self = .title(title)
    case ("speaker", let name, let anchor?): self = .speaker(of: anchor, is: name)
    case ("role", let name?, let anchor?):
      guard let role = BlockRole(rawValue: name) else { return nil }
      self = .role(of: anchor, is: role)
    default: return nil
    }
  }

  /// What is corrected, in one word.
  public var kind: String {
    switch self {
    case .title: "title"
    case .speaker: "speaker"
    case .role: "role"
    }
  }

  /// The title, the role's name or the speaker's; nil where nobody is named.
  public var value: String? {
    switch self {
    case .title(let title): title
    case .speaker(_, let name): name
    case .role(_, let role): role.rawValue
    }
  }

  /// The words that are corrected; nil for a title.
  public var anchor: TextAnchor? {
    switch self {
    case .title: nil
    case .speaker(let anchor, _), .role(let anchor, _): anchor
    }
  }
}
