// Predictions as lines of JSON for the scoring script, made by the reader itself.

import Articles
import Excerpts
import Foundation

/// Reads articles with given weights.
struct Predictor {
  let weights: RankerWeights

  /// What the reader finds in an article.
  func excerpts(of article: GoldArticle) -> FoundExcerpts {
    let document = Document(verbatim: article.text)
    var excerpts = FoundExcerpts()
    findQuotes(
      in: document.text, passages: document.passages, weights: weights, into: &excerpts)
    return excerpts
  }

  /// One line for an article.
  func line(for article: GoldArticle) -> String {
    let quotes = excerpts(of: article).quotes.map { entry($0, article) }
    let object: [String: Any] = ["id": article.id, "quotes": quotes]
    let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private func entry(_ quote: Quote, _ article: GoldArticle) -> [String: Any] {
    var entry: [String: Any] = [
      "start": article.scalar(quote.range.lowerBound),
      "end": article.scalar(quote.range.upperBound), "confidence": quote.confidence,
      "kind": quote.kind.rawValue, "utterance": quote.utterance,
      "speaker_start": NSNull(), "speaker_end": NSNull(),
    ]
    if let speaker = quote.speaker {
      entry["speaker_start"] = article.scalar(speaker.mention.lowerBound)
      entry["speaker_end"] = article.scalar(speaker.mention.upperBound)
      entry["name"] = speaker.name
      entry["role"] = speaker.role ?? ""
      entry["anonymous"] = speaker.isAnonymous
      entry["via"] = speaker.via.map { String(article.text.slice($0)) } ?? ""
    }
    if let cue = quote.cue {
      entry["cue_start"] = article.scalar(cue.lowerBound)
      entry["cue_end"] = article.scalar(cue.upperBound)
    }
    return entry
  }
}
