/// What a parser could not take as it was written, with its place.
///
/// The ordinary mistakes of the web are repaired silently, as every browser does. A diagnostic
/// says that something was cut short or guessed, and is given once for each kind.
public struct MarkupDiagnostic: Hashable, Sendable {
  /// The kinds of diagnostics.
  public enum Kind: Hashable, Sendable {
    case inputTooLong, tooManyNodes, tooDeep, tooManyAttributes, tooManyCopies
    case unknownEncoding, unreadableEncoding, brokenBytes
  }

  /// What happened.
  public let kind: Kind
  /// Where, as a byte offset into the tree's source text.
  public let offset: Int
  /// A sentence for the reader.
  public let message: String

  init(_ kind: Kind, at offset: Int, _ message: String) {
    self.kind = kind
    self.offset = offset
    self.message = message
  }
}
