/// What the tokenizer hands to the tree builder.
enum TokenKind {
  /// A run of text; `.whitespace` only where the tree builder has split it off.
  case text, whitespace
  /// A NUL byte, which the tree builder drops or replaces depending on where it is.
  case null
  case startTag, endTag, comment, doctype, endOfFile
}

/// One token. Attributes and the identifiers of a doctype stay in the tokenizer, which holds them
/// until the next token is asked for.
struct Token {
  var kind: TokenKind
  var tag = Tag.other
  var name = Name.empty
  var isSelfClosing = false
  /// The bytes of a text or comment, in the source or its tail.
  var text = 0..<0
  /// Where the token stands in the source.
  var source: Range<Int>
}

/// What a doctype says beside its name.
struct DoctypeDetails {
  var publicID: Range<Int>?
  var systemID: Range<Int>?
  var forcesQuirks = false
}

/// How the tokenizer reads text: the states of the standard that last longer than one token.
enum TextMode {
  case data, rcdata, rawtext, scriptData, plaintext, cdata
}
