/// What a person did with an article. Kept apart from its content, which may be read anew.
public struct ReadingStatus: Hashable, Sendable {
  /// Whether it was opened.
  public var isRead: Bool
  /// The text position at the top of the window, a UTF-8 offset.
  public var position: Int
  /// Whether it was starred.
  public var isStarred: Bool
  /// Where it is kept.
  public var shelf: Shelf

  /// Makes a status; unread, in the list and at the top unless said otherwise.
  public init(
    isRead: Bool = false, position: Int = 0, isStarred: Bool = false, shelf: Shelf = .current
  ) {
    self.isRead = isRead
    self.position = position
    self.isStarred = isStarred
    self.shelf = shelf
  }
}
