// Who is heard in an article, and how much. Utterances are clustered by the speaker's name;
// those whose speaker is unclear, or who have none, stand together so that the shares add up.

public import Articles
public import Excerpts

/// Somebody who is quoted in an article.
public struct Voice: Equatable, Sendable {
  /// Whose words.
  public enum Identity: Hashable, Sendable {
    /// A speaker, by the name that all mentions stand for.
    case named(String)
    /// It is not clear who speaks.
    case unclear
    /// The text names nobody.
    case unnamed
  }

  /// Whose words.
  public let identity: Identity
  /// What the article says about the speaker; nil where there is none.
  public let speaker: Speaker?
  /// How many utterances.
  public let utteranceCount: Int
  /// The quoted words, piece by piece, in the order of the text.
  public let pieces: [TextRange]
  /// How many words are quoted.
  public let wordCount: Int
  /// The part of all quoted words of the article, from 0 to 1.
  public let share: Double

  /// The name to show and to type.
  public var label: String { identity.label }
}

extension Voice.Identity {
  /// Whose words an utterance is taken for.
  init(_ quote: Quote) {
    if quote.confidence < Quote.unclearConfidence {
      self = .unclear
    } else {
      self = quote.speaker.map { .named($0.name) } ?? .unnamed
    }
  }

  /// The name to show and to type.
  public var label: String {
    switch self {
    case .named(let name): name.capitalizedFirst
    case .unclear: "Speaker unclear"
    case .unnamed: "Nobody named"
    }
  }

  fileprivate var isNamed: Bool { if case .named = self { true } else { false } }
}

extension LoadedArticle {
  /// The voices, the one with the most quoted words first; what belongs to no speaker comes last.
  public var voices: [Voice] {
    var groups: [Voice.Identity: [[Quote]]] = [:]
    var order: [Voice.Identity] = []
    for utterance in excerpts.utterances {
      guard let first = utterance.first else { continue }
      let identity = Voice.Identity(first)
      if groups[identity] == nil { order.append(identity) }
      groups[identity, default: []].append(utterance)
    }
    let total = max(1, excerpts.quotes.reduce(0) { $0 + wordCount(of: $1.range) })
    let voices = order.map { voice($0, groups[$0] ?? [], total: total) }
    return voices.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.identity.isNamed != second.identity.isNamed { return first.identity.isNamed }
      return (-first.wordCount, left.offset) < (-second.wordCount, right.offset)
    }.map(\.element)
  }

  private func voice(
    _ identity: Voice.Identity, _ utterances: [[Quote]], total: Int
  ) -> Voice {
    let quotes = utterances.joined().sorted { $0.range < $1.range }
    let words = quotes.reduce(0) { $0 + wordCount(of: $1.range) }
    return Voice(
      identity: identity,
      speaker: identity.isNamed ? fullest(quotes.compactMap(\.speaker)) : nil,
      utteranceCount: utterances.count, pieces: quotes.map(\.range), wordCount: words,
      share: Double(words) / Double(total))
  }

  /// The first mention, with what only later ones say.
  private func fullest(_ mentions: [Speaker]) -> Speaker? {
    guard var speaker = mentions.first else { return nil }
    speaker.role = mentions.lazy.compactMap(\.role).first
    speaker.introduction = mentions.lazy.compactMap(\.introduction).first
    speaker.isAnonymous = mentions.contains(where: \.isAnonymous)
    return speaker
  }

  private func wordCount(of range: TextRange) -> Int {
    article.document.words(in: range).split(whereSeparator: \.isWhitespace).count
  }
}

extension String {
  /// With a capital at the start, as a line of its own begins.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
