/// What encloses words.
enum InlineMark: Hashable {
  case emphasis
  case strong
  case link(LinkTarget)
  case image(LinkTarget)
}

/// A piece of a paragraph: its own words, what it closes before them and opens after them.
struct InlineToken {
  /// The words that the piece stands for.
  enum Words {
    /// Bytes of the paragraph.
    case source(Range<Int>)
    /// Bytes that the source only names, as entities do.
    case decoded([UInt8])
    case code(Range<Int>)
    case link(Range<Int>, destination: String)
    case softBreak
    case hardBreak
    /// Markup that was understood.
    case nothing
  }

  var words: Words
  /// Innermost first.
  var closes: [InlineMark] = []
  /// Innermost first: the last one encloses the others.
  var opens: [InlineMark] = []
}

/// A run of asterisks or underscores that may open or close emphasis.
struct EmphasisDelimiter {
  /// The token of the run.
  var token: Int
  /// The byte.
  var mark: UInt8
  /// Marks not yet used.
  var count: Int
  /// Marks in the source.
  let length: Int
  var canOpen: Bool
  var canClose: Bool
  /// Neighbours among the delimiters still in play; -1 for none.
  var previous: Int
  var next = -1
}

/// An opening bracket that may become a link or an image.
struct OpenBracket {
  var token: Int
  var isImage: Bool
  /// The last delimiter before it; emphasis inside does not reach beyond.
  var delimiterBottom: Int
  /// Where its words begin in the paragraph.
  var start: Int
}
