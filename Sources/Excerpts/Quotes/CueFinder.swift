// Finds the word that reports a quotation: "told", "according", a colon. A small ranker of its own
// over the words near the speaker and the quotation, with its weights in the same table.

import Prose

/// Looks for the cue that ties a speaker to a quotation.
struct CueFinder {
  let scene: Scene
  private static let reach = 14

  /// The place of the cue's main word; nil where nothing near can be one.
  func cue(of mention: Int, for context: PieceContext, _ weights: RankerWeights) -> Int? {
    var list = FeatureList()
    var best: (place: Int, score: Float)?
    for place in candidates(mention, context) {
      fill(&list, place, scene.mentions[mention], context)
      let score = weights.score(list)
      if score > best?.score ?? -.infinity { best = (place, score) }
    }
    return best?.place
  }

  /// The words that can be the cue: verbs, nouns that report, colons and dashes near either.
  func candidates(_ mention: Int, _ context: PieceContext) -> [Int] {
    let mention = scene.mentions[mention]
    let bounds = scene.paragraphs[mention.paragraph].tokens
    var found: [Int] = []
    var windows = [
      max(bounds.lowerBound, mention.tokens.lowerBound - Self.reach)..<mention.tokens.lowerBound,
      mention.tokens
        .upperBound..<min(bounds.upperBound, mention.tokens.upperBound + 2 * Self.reach),
    ]
    if mention.paragraph == context.paragraph {
      let piece = context.tokens
      windows.append(max(bounds.lowerBound, piece.lowerBound - 8)..<piece.lowerBound)
      windows.append(piece.upperBound..<min(bounds.upperBound, piece.upperBound + 8))
    }
    for place in windows.joined() where canReport(place) && !found.contains(place) {
      found.append(place)
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
        || token.hash == hashOfAccording || token.ending == .past || token.ending == .progressive
        || token.classes.isEmpty && token.ending == .plural
    default: return false
    }
  }

  /// Replaces the list by the features of a word.
  func fill(
    _ list: inout FeatureList, _ place: Int, _ mention: Mention, _ context: PieceContext
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
    list.removeAll()
    list.add(4000, isOwn, reports)
    list.add(4001, token.kind == .word ? token.hash : kind)
    list.add(4002, near, reports)
    list.add(4003, toPiece, reports)
    list.add(4004, near, toPiece, kind)
    list.add(4005, isOwn, near, kind)
    list.add(4006, isOwn, toPiece, UInt32(token.ending.rawValue))
    list.add(4007, isBetween ? 1 : 0, reports, kind)
    list.add(4008, UInt32(scene.codes[place]), near)
    list.add(4009, isAccording, token.hash == hashOfAccording ? 1 : 0)
    list.add(4010, previous.hash, reports)
    list.add(4011, UInt32(mention.kind.rawValue), kind, near)
    list.add(4012, isOwn, mention.verb < 0 ? 1 : 0, mention.verbReports ? reports : 2)
    list.add(4013, mention.isGenitive ? 1 : 0, near, UInt32(scene.codes[place]))
    list.add(4014, token.sentence == scene.tokens[mention.head].sentence ? 1 : 0, reports)
    list.add(4015, context.shape, toPiece, reports)
    list.add(4016, token.hash, isOwn, UInt32(isLeft ? 1 : 0))
  }
}

private let hashOfAccording = WordHash.of("according")
