/// What a person did with an article. Kept apart from its content, which may be read anew.
public struct ReadingStatus: Hashable, Sendable {
  /// Whether it was opened.
  public var isRead: Bool
  /// The text position at the top of the window, a UTF-8 offset.
  public var position: Int

  /// Makes a status; unread and at the top unless said otherwise.
  public init(isRead: Bool = false, position: Int = 0) {
    self.isRead = isRead
    self.position = position
  }
}
