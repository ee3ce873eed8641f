// What an article needs before it can be shown. All that takes a walk through the whole text is
// done when the value is made, which is not on the loop: taking one costs the same for any length.

public import Articles
public import Excerpts
import Typesetting

/// An article with what was found in it, corrections worked in.
public struct LoadedArticle: Equatable, Sendable {
  /// The article.
  public let article: Article
  /// Its quotes and figures.
  public let excerpts: FoundExcerpts
  /// Where they were looked for: the whole text, or a part of a long one; empty for nowhere yet.
  public let searched: TextRange
  /// What was corrected in it, in the order in which that was done.
  public let corrections: [Correction]
  /// The title without corrections.
  public let parsedTitle: String
  /// What the library keeps about it; nil where it was opened from elsewhere.
  public let kept: KeptFacts?

  /// The parts in which excerpts are looked for, in order; one for an article of ordinary length.
  public let stretches: [TextRange]
  /// The reading time in minutes.
  let minutes: Int
  /// The article in rows of some width.
  let typeset: TypesetArticle
  /// What each panel lists as long as nothing else was chosen.
  private(set) var panels: [SidePanelID: PanelContents] = [:]

  /// Makes a loaded article.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - excerpts: what was found in it.
  ///   - searched: where that was looked for; nil for everywhere.
  ///   - stretchSize: how long the parts are in which excerpts are looked for, in bytes; nil for
  ///     what suits the text.
  ///   - corrections: what was corrected in the article.
  ///   - parsedTitle: the title without corrections; nil where it is the article's.
  ///   - kept: what the library keeps about it.
  public init(
    article: Article, excerpts: FoundExcerpts, searched: TextRange? = nil,
    stretchSize: Int? = nil, corrections: [Correction] = [], parsedTitle: String? = nil,
    kept: KeptFacts? = nil
  ) {
    self.kept = kept
    self.corrections = corrections
    self.parsedTitle = parsedTitle ?? article.displayTitle
    self.article = article
    self.excerpts = excerpts
    self.searched = searched ?? TextRange(0, article.document.text.utf8.count)
    stretches = article.document.stretches(of: stretchSize)
    minutes = readingMinutes(of: article.document)
    var typeset = TypesetArticle(article: article, measure: Preferences().measure)
    // Where the whole text is one line, laying it out takes longer than a frame may.
    typeset.prepareEnd(count: 1)
    self.typeset = typeset
    fillPanels()
  }

  /// The same article with other excerpts, into which its corrections are worked here.
  public init(_ loaded: LoadedArticle, excerpts: FoundExcerpts, searched: TextRange) {
    article = loaded.article
    self.excerpts = excerpts.corrected(
      by: loaded.corrections, in: loaded.article.document.text)
    self.searched = searched
    corrections = loaded.corrections
    parsedTitle = loaded.parsedTitle
    kept = loaded.kept
    stretches = loaded.stretches
    minutes = loaded.minutes
    typeset = loaded.typeset
    fillPanels()
  }

  private mutating func fillPanels() {
    for panel in SidePanelRegistry.panels {
      panels[panel.id] = PanelContents(panel.items(self, PanelChoices()))
    }
  }

  /// Whether excerpts were looked for everywhere.
  public var isSearched: Bool { searched == TextRange(0, article.document.text.utf8.count) }

  /// Two are equal when what they were made of is.
  public static func == (left: LoadedArticle, right: LoadedArticle) -> Bool {
    left.article == right.article && left.searched == right.searched
      && left.excerpts == right.excerpts && left.corrections == right.corrections
  }
}
