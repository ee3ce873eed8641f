/// One sentence in the status line, gone with the next key.
public struct Notice: Hashable, Sendable {
  /// The sentence.
  public var sentence: String
  /// Whether something went wrong.
  public var isError: Bool

  /// Makes a notice.
  public init(_ sentence: String, isError: Bool = false) {
    self.sentence = sentence
    self.isError = isError
  }

  /// A notice that something went wrong.
  public static func error(_ sentence: String) -> Notice { Notice(sentence, isError: true) }
}
