// Finds the words that report a quotation: "told", "according to", a colon.

import Prose

/// Looks for the cue beside the speaker.
struct CueFinder {
  let scene: Scene

  /// The tokens of the cue that ties a mention to a quotation.
  func cue(of place: Int, for context: PieceContext) -> Range<Int>? {
    let mention = scene.mentions[place]
    if mention.isAccordingTo { return accordingTo(mention) }
    if mention.kind == .label { return mention.tokens.upperBound..<mention.tokens.upperBound + 1 }
    if mention.verb >= 0 { return mention.verb..<mention.verb + 1 }
    return nearestReport(to: mention, context)
  }

  private func accordingTo(_ mention: Mention) -> Range<Int>? {
    let first = max(0, mention.tokens.lowerBound - 4)
    let place = (first..<mention.tokens.lowerBound).last {
      scene.tokens[$0].hash == hashOfAccording
    }
    return place.map { $0..<$0 + 2 }
  }

  private func nearestReport(to mention: Mention, _ context: PieceContext) -> Range<Int>? {
    guard mention.paragraph == context.paragraph else { return nil }
    let isBefore = mention.tokens.lowerBound < context.tokens.lowerBound
    let between =
      isBefore
      ? mention.tokens.upperBound..<max(mention.tokens.upperBound, context.tokens.lowerBound)
      : context.tokens.upperBound..<max(context.tokens.upperBound, mention.tokens.lowerBound)
    let found = between.prefix(40).last {
      scene.tokens[$0].classes.contains(.speechVerb) && scene.pieceOfToken[$0] < 0
    }
    return found.map { $0..<$0 + 1 }
  }
}

private let hashOfAccording = WordHash.of("according")
