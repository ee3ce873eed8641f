// What a format hands to the classifier: one run of words that may become a block, with what its
// source says about it. Nothing here depends on a format, so that every format shares the rules.

import Articles

/// One run of words that may become a block.
struct CandidateBlock {
  /// How the source set the words off.
  enum Marker: Hashable {
    /// Running text.
    case none
    /// An entry of a bulleted list.
    case bullet
    /// An entry of a numbered list.
    case number(Int)
    /// A quoted line.
    case quotation
  }

  /// The words, without marker and surrounding white space.
  var range: TextRange
  /// The lines that make up the words, where they are not simply the range.
  var pieces: [TextRange] = []
  /// How the source set the words off.
  var marker = Marker.none
  /// Columns of white space before the marker or the words.
  var indentation = 0
  /// Whether a blank line, or the start of the text, comes before.
  var isAfterBlank = true
  /// Whether a blank line, or the end of the text, comes after.
  var isBeforeBlank = true
  /// The share of the words that lead elsewhere, 0 to 1; 0 where the source cannot say.
  var linkDensity = 0.0
  /// Whether the source says that these words are a heading.
  var isMarkedHeading = false
  /// Whether the source leaves nothing to decide, as for tables and code.
  var isFixed = false
}

/// What a candidate was taken for.
struct BlockVerdict: Hashable {
  /// Its role.
  var role: BlockRole
  /// Why it is hidden, where it is.
  var reason: String?
  /// The parts of a picture's words, for captions and credits.
  var illustration: Illustration?
  /// Whether the words are the alternative text of the next candidate's picture.
  var joinsNext = false

  /// Running text, until something says otherwise.
  static let body = BlockVerdict(.body)

  init(_ role: BlockRole, reason: String? = nil, illustration: Illustration? = nil) {
    self.role = role
    self.reason = reason
    self.illustration = illustration
  }
}
