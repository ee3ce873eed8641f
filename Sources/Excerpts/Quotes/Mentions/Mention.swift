/// Words that may stand for a speaker.
struct Mention {
  /// What the words are.
  enum Kind: UInt8 {
    /// A name, of a person or a body.
    case named
    /// A pronoun.
    case pronoun
    /// A noun phrase: "a source close to the campaign".
    case nominal
    /// The label of a transcript: "PENCE:".
    case label
  }

  /// The places of the tokens.
  var tokens: Range<Int>
  /// The place of the head word.
  var head: Int
  var kind: Kind
  /// The hash of the head word; a family name for persons.
  var nameHash: UInt32
  var paragraph: Int
  /// The outermost quotation that the words stand in, or -1.
  var piece: Int
  /// A genitive ending follows.
  var isGenitive: Bool

  /// The verb that the mention is the subject of, or -1: found once, used by every quotation near.
  var verb: Int = -1
  /// The verb stands before the mention: "said Ana Ruiz".
  var isInverted = false
  /// Words between commas stand between mention and verb.
  var hasAside = false
  /// The verb reports speech.
  var verbReports = false
  /// "according to" stands before the mention.
  var isAccordingTo = false

  /// The name of a person or body.
  var isName: Bool { kind == .named || kind == .label }
  /// It is said to report something.
  var reports: Bool { verbReports || isAccordingTo }
}

/// A paragraph as tokens.
struct Paragraph {
  /// Offsets into the bytes at hand.
  var bytes: Range<Int>
  /// The places of the tokens.
  var tokens: Range<Int>
  var isTitle: Bool
  /// The source itself sets the paragraph apart as a quotation.
  var isQuotation: Bool
}
