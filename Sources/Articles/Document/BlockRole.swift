/// What a block is for in the article. Hiding clutter is a role, so that showing it again moves
/// no offset.
public enum BlockRole: String, Hashable, Sendable, CaseIterable {
  /// The article's headline.
  case title
  /// Who wrote it.
  case byline
  /// When it was published or changed.
  case date
  /// A standfirst or one of the summary bullets under the headline.
  case summary
  /// A section heading in the body.
  case heading
  /// The article's own running text.
  case body
  /// An illustration with its alternative text, caption and credit, or a caption alone.
  case caption
  /// Who owns a picture, standing alone.
  case credit
  /// A pointer to another story.
  case related
  /// A sign-up box, an advertisement mark, share buttons.
  case promo
  /// What a broken page widget left behind.
  case error
  /// Copyright and terms.
  case legal
  /// Where the text was taken from.
  case origin

  /// Whether a reader is spared this block unless they ask for it.
  public var isHidden: Bool {
    switch self {
    case .related, .promo, .error, .legal, .origin: true
    case .title, .byline, .date, .summary, .heading, .body, .caption, .credit: false
    }
  }
}
