// The trainer lists features, the reader sums their weights and keeps those of a mention for all
// quotations around it. Both must mean the same.

import Articles
import Testing

@testable import Excerpts

private let text = """
  “The tide was late,” Orrin Vale, the harbour master, said on Monday. “We waited,” he added, “and \\
  it came.” Tilda Marlow, who owns the mill, called that “half a truth”.

  According to the council the lock is safe. “Nobody asked us,” one resident wrote. She told the \\
  Quayside Post: “We sleep badly.” Vale’s deputy denied it: “They sleep.”

  “A lock is a lock,” said Marlow.
  """

@Test func theReaderWeighsWhatTheTrainerLists() {
  let weights = RankerWeights.builtIn
  var compared = 0
  QuoteReading.forEachScene(in: text, [Passage(TextRange(0, text.utf8.count), .text)]) { scene, _ in
    let contexts = QuoteChain.chains(of: scene).flatMap(\.contexts)
    for context in contexts {
      var gaps = GapMeasure(context, scene)
      let features = SpeakerFeatures(context, scene)
      for case .mention(let place) in context.candidates {
        var list = FeatureList()
        features.add(.mention(place), &gaps, to: &list)
        let listed = list.places.reduce(Int32(0)) { $0 + Int32(weights.steps[Int($1)]) }
        // Weighed beside any other quotation, as the first that meets the mention does.
        for other in contexts {
          let view = MentionView(place, scene)
          let own = SpeakerFeatures(other, scene).ownWeight(of: view, weights)
          var sum = FeatureSum(weights, own: own)
          features.add(view, gaps.gap(to: place), to: &sum)
          #expect(sum.total == listed)
          compared += 1
        }
      }
    }
  }
  #expect(compared > 100)
}
