// Finds the word that reports a quotation: "told", "according", a colon. A small ranker of its own
// over the words near the speaker and the quotation, with its weights in the same table.

import Prose

/// Looks for the cue that ties a speaker to a quotation.
struct CueFinder {
  let scene: Scene
  private static let reach = 14

  /// The place of the cue's main word; nil where nothing near can be one.
  func cue(of mention: Int, for context: PieceContext, _ weights: RankerWeights) -> Int? {
    var best: (place: Int, score: Float)?
    for place in candidates(mention, context) {
      var sum = FeatureSum(weights)
      add(place, scene.mentions[mention], context, to: &sum)
      let score = weights.score(sum)
      if score > best?.score ?? -.infinity { best = (place, score) }
    }
    return best?.place
  }

  /// The words that can be the cue: verbs, nouns that report, colons and dashes near either.
  func candidates(_ mention: Int, _ context: PieceContext) -> [Int] {
    let mention = scene.mentions[mention]
    let bounds = scene.paragraphs[mention.paragraph].tokens
    var found: [Int] = []
    found.reserveCapacity(16)
    func look(_ lower: Int, _ upper: Int) {
      for place in max(bounds.lowerBound, lower)..<min(bounds.upperBound, upper)
      where canReport(place) && !found.contains(place) {
        found.append(place)
      }
    }
    look(mention.tokens.lowerBound - Self.reach, mention.tokens.lowerBound)
    look(mention.tokens.upperBound, mention.tokens.upperBound + 2 * Self.reach)
    if mention.paragraph == context.paragraph {
      look(context.tokens.lowerBound - 8, context.tokens.lowerBound)
      look(context.tokens.upperBound, context.tokens.upperBound + 8)
    }
    if mention.verb >= 0, !found.contains(mention.verb) { found.append(mention.verb) }
    return found
  }

  private func canReport(_ place: Int) -> Bool {
    guard scene.pieceOfToken[place] < 0 else { return scene.tokens[place].kind == .colon }
    let token = scene.tokens[place]
    switch token.kind {
    case .colon: return true
    case .dash: return place + 1 < scene.tokens.count && scene.tokens[place + 1].kind != .word
    case .word:
      return !token.classes.isDisjoint(with: [.speechVerb, .verb, .document, .naming])
        || token.is(.according) || token.ending == .past || token.ending == .progressive
        || token.classes.isEmpty && token.ending == .plural
    default: return false
    }
  }

  /// Adds the features of a word.
  func add(
    _ place: Int, _ mention: Mention, _ context: PieceContext, to list: inout some FeatureSink
  ) {
    let token = scene.tokens[place]
    let isOwn: UInt32 = place == mention.verb ? 1 : 0
    let isBefore = place < mention.tokens.lowerBound
    let fromMention =
      isBefore
      ? mention.tokens.lowerBound - place : place - mention.tokens.upperBound
    let isLeft = place < context.tokens.lowerBound
    let fromPiece = isLeft ? context.tokens.lowerBound - place : place - context.tokens.upperBound
    let near = Gap.bucket(max(0, fromMention)) << 1 | (isBefore ? 1 : 0)
    let toPiece = Gap.bucket(max(0, fromPiece)) << 1 | (isLeft ? 1 : 0)
    let kind = UInt32(token.kind.rawValue)
    let reports: UInt32 = token.classes.contains(.speechVerb) ? 1 : 0
    let isBetween = (mention.tokens.upperBound <= place) == (place < context.tokens.lowerBound)
    let isAccording: UInt32 = mention.isAccordingTo ? 1 : 0
    let previous = place > 0 ? scene.tokens[place - 1] : token
    list.add(4000, isOwn, reports)
    list.add(4001, token.kind == .word ? token.hash : kind)
    list.add(4002, near, reports)
    list.add(4003, toPiece, reports)
    list.add(4004, near, toPiece, kind)
    list.add(4005, isOwn, near, kind)
    list.add(4006, isOwn, toPiece, UInt32(token.ending.rawValue))
    list.add(4007, isBetween ? 1 : 0, reports, kind)
    list.add(4008, UInt32(scene.codes[place]), near)
    list.add(4009, isAccording, token.is(.according) ? 1 : 0)
    list.add(4010, previous.hash, reports)
    list.add(4011, UInt32(mention.kind.rawValue), kind, near)
    list.add(4012, isOwn, mention.verb < 0 ? 1 : 0, mention.verbReports ? reports : 2)
    list.add(4013, mention.isGenitive ? 1 : 0, near, UInt32(scene.codes[place]))
    list.add(4014, token.sentence == scene.tokens[mention.head].sentence ? 1 : 0, reports)
    list.add(4015, context.shape, toPiece, reports)
    list.add(4016, token.hash, isOwn, UInt32(isLeft ? 1 : 0))
  }
}
