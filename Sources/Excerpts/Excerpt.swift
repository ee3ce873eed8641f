public import Articles

/// Something found in an article that a panel can list and a key can jump to.
public protocol Excerpt: Hashable, Sendable {
  /// The words to mark in the text.
  var anchor: TextRange { get }
}

/// Everything found in one article.
public struct FoundExcerpts: Hashable, Sendable {
  /// Quotations, in the order of the text; the pieces of one utterance share its number.
  public var quotes: [Quote]
  /// What stands in marks and is not speech.
  public var notSpeech: [NotSpeech]
  /// Figures, in the order of the text.
  public var figures: [Figure]
  /// Numbers that are no figures, each with its reason.
  public var rejectedNumbers: [RejectedNumber]
  /// What could not be held or read, as a number too large.
  public var diagnostics: [Diagnostic]

  /// Makes a set of excerpts; empty unless filled.
  public init(
    quotes: [Quote] = [], notSpeech: [NotSpeech] = [], figures: [Figure] = [],
    rejectedNumbers: [RejectedNumber] = [], diagnostics: [Diagnostic] = []
  ) {
    self.quotes = quotes
    self.notSpeech = notSpeech
    self.figures = figures
    self.rejectedNumbers = rejectedNumbers
    self.diagnostics = diagnostics
  }
}

extension FoundExcerpts {
  /// How many utterances are quoted; one may be quoted in several pieces.
  public var utteranceCount: Int { Set(quotes.lazy.map(\.utterance)).count }

  /// How many figures are no conversions of others.
  public var ownFigureCount: Int { figures.count { $0.conversionOf == nil } }
}
