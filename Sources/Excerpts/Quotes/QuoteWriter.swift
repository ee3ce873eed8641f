// Turns probabilities into quotations with speakers, cues and utterance numbers, along one chain.

import Articles
import Prose

/// Decides one quotation after the other.
struct QuoteWriter {
  /// What a marked stretch turned out to be.
  enum Decision {
    case quote(Quote)
    case notSpeech(NotSpeech)
  }

  private let naming: SpeakerNaming
  private let weights: RankerWeights
  private var nextUtterance: Int
  /// The quotation before: its context, mention and number.
  private var last: (context: PieceContext, mention: Int?, utterance: Int, kind: Quote.Kind)?
  /// The latest speaker that is no pronoun.
  private var lastReferent: Int?

  init(naming: SpeakerNaming, weights: RankerWeights, firstUtterance: Int) {
    self.naming = naming
    self.weights = weights
    nextUtterance = firstUtterance
  }

  private var scene: Scene { naming.scene }

  /// Decides a quotation by the probabilities of its candidates.
  mutating func decide(_ context: PieceContext, _ shares: [Float]) -> Decision {
    let words = scene.pieces[context.place].inner
    let range = TextRange(words.lowerBound + naming.base, words.upperBound + naming.base)
    let ranking = CandidateRanking(context, shares)
    if context.isNickname(scene) || ranking.isNotSpeech(context, scene) {
      return .notSpeech(NotSpeech(range: range, reason: NotSpeechReason(context, scene).words))
    }
    let chosen = withoutOuterLayer(ranking.best, context)
    let utterance = utterance(of: context, mention: chosen.mention)
    let kind = kind(of: context, utterance)
    var quote = Quote(
      range: range, kind: kind, utterance: utterance,
      confidence: weights.calibrated(ranking.confidence))
    if quote.confidence < Quote.sureConfidence {
      quote.candidates = ranking.others().map { naming.speaker($0, previous: lastReferent) }
    }
    if let mention = chosen.mention {
      quote.speaker = naming.speaker(mention, previous: lastReferent)
      quote.speaker?.via = chosen.via.map {
        scene.textRange(scene.mentions[$0].tokens, naming.base)
      }
      quote.cue = cue(of: mention, context)
      lastReferent = naming.referent(mention, previous: lastReferent)
    }
    last = (context, chosen.mention, utterance, kind)
    return .quote(quote)
  }

  /// The word that reports; none in a headline whose verb is no verb of speech.
  private func cue(of place: Int, _ context: PieceContext) -> TextRange? {
    let mention = scene.mentions[place]
    let reports = mention.verbReports || mention.isAccordingTo || mention.kind == .label
    if context.isTitle, !reports, context.lead != UInt32(UInt8(ascii: ":")) { return nil }
    return CueFinder(scene: scene).cue(of: place, for: context, weights)
      .map { scene.textRange($0..<$0 + 1, naming.base) }
  }

  /// Pieces of one utterance have one speaker mention and nothing but the report between them.
  private mutating func utterance(of context: PieceContext, mention: Int?) -> Int {
    if let last, let mention, last.mention == mention, continues(last.context, context) {
      return last.utterance
    }
    defer { nextUtterance += 1 }
    return nextUtterance
  }

  private func continues(_ earlier: PieceContext, _ later: PieceContext) -> Bool {
    if later.paragraph == earlier.paragraph { return true }
    return later.isReopened && later.paragraph - earlier.paragraph <= 2
  }

  private func kind(of context: PieceContext, _ utterance: Int) -> Quote.Kind {
    if context.isTitle { return .headline }
    if let last, last.utterance == utterance, last.kind == .direct, context.length > 2 {
      return .direct
    }
    if context.isReopened || context.coversParagraph { return .direct }
    return context.startsUpper && context.opensClause(scene) ? .direct : .fragment
  }

  /// "…," he said, according to the agency: he speaks, by way of the agency.
  private func withoutOuterLayer(
    _ mention: Int?, _ context: PieceContext
  ) -> (mention: Int?, via: Int?) {
    guard let mention else { return (nil, nil) }
    let near = mention - Scene.mentionsWatched..<mention + Scene.mentionsWatched
    let range = scene.mentionsOfParagraph[context.paragraph].places.clamped(to: near)
    if scene.mentions[mention].isAccordingTo {
      let inner = lastOutside(in: range) { place in
        place != mention && isInner(place, than: mention, context)
      }
      return inner.map { ($0, mention) } ?? (mention, nil)
    }
    guard scene.mentions[mention].paragraph == context.paragraph,
      let outer = range.first(where: { isOuter($0, than: mention, context) })
    else { return (mention, nil) }
    let start = scene.mentions[outer].tokens.lowerBound
    return (mention, lastOutside(in: range) { scene.mentions[$0].tokens.lowerBound == start })
  }

  /// The last mention outside all quotations that is as asked.
  private func lastOutside(in range: Range<Int>, _ isRight: (Int) -> Bool) -> Int? {
    range.last { scene.mentions[$0].piece < 0 && isRight($0) }
  }

  /// A mention with a verb of its own in the quotation's sentence, before an "according to".
  private func isInner(_ place: Int, than chosen: Int, _ context: PieceContext) -> Bool {
    let mention = scene.mentions[place]
    return mention.verb >= 0
      && scene.tokens[mention.head].sentence
        == scene.tokens[context.tokens.upperBound - 1].sentence
      && mention.tokens.lowerBound < scene.mentions[chosen].tokens.lowerBound
      && (mention.verbReports || mention.tokens.upperBound <= context.tokens.lowerBound)
  }

  /// A mention after "according to" that follows both the speaker and the quotation.
  private func isOuter(_ place: Int, than chosen: Int, _ context: PieceContext) -> Bool {
    let (mention, speaker) = (scene.mentions[place], scene.mentions[chosen])
    return place != chosen && mention.piece < 0 && mention.isAccordingTo
      && scene.tokens[mention.head].sentence == scene.tokens[speaker.head].sentence
      && mention.tokens.lowerBound >= speaker.tokens.upperBound
      && mention.tokens.lowerBound >= context.tokens.upperBound
  }
}

/// Why marked words are no speech.
struct NotSpeechReason {
  let words: String

  init(_ context: PieceContext, _ scene: Scene) {
    var around: WordClasses = []
    for place in [context.before, context.before - 1] where place >= context.surroundings.lowerBound
    {
      around.formUnion(scene.tokens[place].classes)
    }
    let inside = scene.tokens[context.tokens].filter { $0.kind == .word }
    let capitals = inside.filter(\.isCapitalised).count
    if context.isNickname(scene) {
      words = "nickname"
    } else if around.contains(.naming) {
      words = "term"
    } else if around.contains(.work) || inside.count > 1 && capitals * 3 >= inside.count * 2 {
      words = "title"
    } else {
      words = "scare quote"
    }
  }
}

extension PieceContext {
  /// Whether the words before can lead into a full sentence: none, a comma, a colon, a dash.
  func opensClause(_ scene: Scene) -> Bool {
    guard before >= 0 else { return true }
    switch scene.tokens[before].kind {
    case .comma, .colon, .stop, .dash, .mark: return true
    case .word: return scene.tokens[before].classes.contains(.speechVerb) && length > 2
    default: return false
    }
  }
}
