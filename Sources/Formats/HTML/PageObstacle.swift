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
    let words = shown.prefix(40).map { document.words(in: $0.range).utf8[...] }
    let hidden = document.hiddenBlocks.suffix(40)
      .map { document.words(in: $0.range).utf8.prefix(1000) }
    let says = { (phrases: Phrases) in (words + hidden).contains { phrases.occur(in: $0) } }
    if count < 3000, says(Self.subscriptionPhrases) || (page.structured.isPaid && count < 1500) {
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

  private static let subscriptionPhrases = Phrases([
    "to continue reading", "subscribe to read", "already a subscriber", "subscribers only",
    "to read the full", "for subscribers", "to keep reading", "unlock this article",
    "jetzt weiterlesen", "nur für abonnenten",
  ])

  private static let consentPhrases = Phrases([
    "we use cookies", "accept all", "your privacy choices", "we value your privacy",
    "accept cookies", "manage your consent", "cookies akzeptieren", "alle akzeptieren",
  ])
}

/// Phrases to look for in any case. Bytes are compared: a page is read for some twenty phrases, and
/// looking for strings took a third of the time of reading it.
private struct Phrases {
  /// The phrases by their first byte.
  private var phrases = [[[UInt8]]](repeating: [], count: 256)

  init(_ phrases: [String]) {
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      self.phrases[Int(bytes.first ?? 0)].append(bytes)
    }
  }

  /// Whether one of them stands in a text.
  func occur(in text: some Collection<UInt8>) -> Bool {
    let bytes = Self.lowered(text)
    return bytes.indices.contains { start in
      phrases[Int(bytes[start])].contains { bytes[start...].starts(with: $0) }
    }
  }

  /// The text with the capitals of ASCII and Latin-1 made small.
  private static func lowered(_ text: some Collection<UInt8>) -> [UInt8] {
    var bytes = Array(text)
    for index in bytes.indices {
      switch bytes[index] {
      case 0x41...0x5A: bytes[index] += 0x20
      case 0x80...0x9E where index > 0 && bytes[index - 1] == 0xC3: bytes[index] += 0x20
      default: break
      }
    }
    return bytes
  }
}
