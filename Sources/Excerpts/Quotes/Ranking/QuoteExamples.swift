// What the trainer sees of a text: the reader's own quotations, candidates and features. Training
// and reading cannot drift apart because both run this code.

package import Articles

/// A text as chains of quotations with candidates and features.
package struct QuoteExamples {
  /// One candidate.
  package struct Candidate {
    /// The mention; nil for "nobody" and "not speech".
    package var mention: TextRange?
    /// It is no speech.
    package var isNotSpeech: Bool
    /// The places of its features in the table of weights.
    package var features: [UInt32]
  }

  /// One quotation.
  package struct Example {
    /// The words without their marks.
    package var words: TextRange
    /// Who may have said it; "nobody" and "not speech" come first.
    package var candidates: [Candidate]
    /// For each pair with the candidates of the quotation before, row by row, their relation.
    package var relations: [UInt8]
    /// The features of each relation.
    package var relationFeatures: [[UInt32]]
  }

  /// A word that may report a quotation.
  package struct Cue {
    /// The word.
    package var range: TextRange
    /// The places of its features in the table of weights.
    package var features: [UInt32]
  }

  private var scenes: [(scene: Scene, base: Int, chain: QuoteChain)] = []

  /// The quotations of the text, in runs that share speakers.
  package var chains: [[Example]] = []

  /// Takes a text apart as the reader does.
  package init(_ text: String) {
    QuoteReading.forEachScene(in: text, Document(verbatim: text).passages) { scene, base in
      for chain in QuoteChain.chains(of: scene) {
        chains.append(Self.examples(of: chain, scene, base))
        scenes.append((scene, base, chain))
      }
    }
  }

  /// The words that may tie a candidate to a quotation, by the places of the chain, the quotation
  /// and the candidate.
  package func cues(_ chain: Int, _ quotation: Int, _ candidate: Int) -> [Cue] {
    let (scene, base, quotes) = scenes[chain]
    let context = quotes.contexts[quotation]
    guard case .mention(let mention) = context.candidates[candidate] else { return [] }
    let finder = CueFinder(scene: scene)
    return finder.candidates(mention, context).map { place in
      var list = FeatureList()
      finder.add(place, scene.mentions[mention], context, to: &list)
      return Cue(range: scene.textRange(place..<place + 1, base), features: list.places)
    }
  }

  private static func examples(of chain: QuoteChain, _ scene: Scene, _ base: Int) -> [Example] {
    chain.contexts.enumerated().map { place, context in
      let words = scene.pieces[context.place].inner
      let features = SpeakerFeatures(context, scene)
      var gaps = GapMeasure(context, scene)
      let candidates = context.candidates.map { candidate in
        var list = FeatureList()
        features.add(candidate, &gaps, to: &list)
        return Candidate(
          mention: scene.bytes(of: candidate).map {
            TextRange($0.lowerBound + base, $0.upperBound + base)
          },
          isNotSpeech: candidate == .notSpeech, features: list.places)
      }
      let pair = place == 0 ? nil : PairContext(chain.contexts[place - 1], context, scene)
      return Example(
        words: TextRange(words.lowerBound + base, words.upperBound + base),
        candidates: candidates, relations: pair?.relations(scene) ?? [],
        relationFeatures: pair.map { pair in
          (0..<PairRelation.count).map { relation in
            var list = FeatureList()
            pair.add(relation: relation, to: &list)
            return list.places
          }
        } ?? [])
    }
  }
}
