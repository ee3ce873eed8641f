// Builds the chains of a scene: contexts, candidates, features. The trainer asks for features,
// the reader for scores.

/// A maximal run of quotations that are near enough to share speakers.
struct QuoteChain {
  var contexts: [PieceContext]
  private static let longest = 300
  private static let farthest = 4

  /// The chains of a scene, in order.
  static func chains(of scene: Scene) -> [QuoteChain] {
    var chains: [QuoteChain] = []
    for place in scene.pieces.indices {
      let previous = chains.last?.contexts.last
      let context = PieceContext(place: place, in: scene, after: previous)
      if let previous, context.paragraph - previous.paragraph <= farthest,
        chains[chains.count - 1].contexts.count < longest
      {
        chains[chains.count - 1].contexts.append(context)
      } else {
        chains.append(QuoteChain(contexts: [context]))
      }
    }
    return chains
  }
}
