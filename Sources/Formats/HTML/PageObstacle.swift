// Pages that stand in the way of their article: walls, scripts and frames. A reader is told, since
// the words alone would look like a short article or like a mistake.

import Articles

/// Why a page holds no article, or only its beginning.
enum PageObstacle {
  case subscription, consent, script, frames

  /// Finds what stands in the way; nil where the article is there.
  init?(_ page: PageMetadata, _ document: Document) {
    let shown = document.blocks.filter { $0.role == .body }
    let count = shown.reduce(0) { $0 + $1.range.count }
    guard count < 3000 else { return nil }
    let words = shown.prefix(40).map { document.words(in: $0.range).lowercased() }
    let hidden = document.hiddenBlocks.suffix(40)
      .map { document.words(in: $0.range).prefix(400).lowercased() }
    let says = { (phrases: [String]) in
      (words + hidden).contains { line in phrases.contains { line.contains($0) } }
    }
    if says(Self.subscriptionPhrases) || (page.structured.isPaid && count < 1500) {
      self = .subscription
    } else if count < 1500, says(Self.consentPhrases) {
      self = .consent
    } else if count < 200, page.facts.frameCount > 0 {
      self = .frames
    } else if count < 200, page.facts.scriptBytes > 400 {
      self = .script
    } else {
      return nil
    }
  }

  /// What the reader is told.
  var sentence: String {
    switch self {
    case .subscription:
      "The page keeps the rest of the article for subscribers; only its beginning is here."
    case .consent: "The page asks for consent before it shows its article; the article is not here."
    case .script:
      "The page makes its text with a script, which is not run; the article is not here."
    case .frames:
      "The page is only a frame around other pages; save the one that holds the article."
    }
  }

  private static let subscriptionPhrases = [
    "to continue reading", "subscribe to read", "already a subscriber", "subscribers only",
    "to read the full", "for subscribers", "to keep reading", "unlock this article",
    "jetzt weiterlesen", "nur für abonnenten",
  ]

  private static let consentPhrases = [
    "we use cookies", "accept all", "your privacy choices", "we value your privacy",
    "accept cookies", "manage your consent", "cookies akzeptieren", "alle akzeptieren",
  ]
}
