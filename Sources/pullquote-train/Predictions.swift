// Predictions as lines of JSON for the scoring script.

import Articles
import Excerpts
import Foundation

/// Decides with fitted weights.
struct Predictor {
  let trainer: Trainer

  /// One line for an article.
  func line(for labelled: LabelledArticle) -> String {
    let article = labelled.article
    var quotes: [[String: Any]] = []
    for chain in labelled.chains {
      let shares = SpeakerChain.marginals(of: trainer.links(chain))
      for (example, shares) in zip(chain, shares) {
        guard let entry = entry(example, shares, article) else { continue }
        quotes.append(entry)
      }
    }
    let object: [String: Any] = ["id": article.id, "quotes": quotes]
    let data =
      (try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  private func entry(
    _ example: QuoteExamples.Example, _ shares: [Float], _ article: GoldArticle
  ) -> [String: Any]? {
    if let place = example.candidates.firstIndex(where: \.isNotSpeech), shares[place] > 0.5 {
      return nil
    }
    let best = shares.indices.filter { !example.candidates[$0].isNotSpeech }
      .max { shares[$0] < shares[$1] }
    guard let best else { return nil }
    var entry: [String: Any] = [
      "start": article.scalar(example.words.lowerBound),
      "end": article.scalar(example.words.upperBound),
      "confidence": Double(shares[best]),
      "speaker_start": NSNull(), "speaker_end": NSNull(),
    ]
    if let mention = example.candidates[best].mention {
      entry["speaker_start"] = article.scalar(mention.lowerBound)
      entry["speaker_end"] = article.scalar(mention.upperBound)
    }
    return entry
  }

  /// One line for an article as the reader reads it, with the weights that are built in.
  static func readerLine(for article: GoldArticle) -> String {
    let excerpts = findExcerpts(in: Document(verbatim: article.text))
    let quotes = excerpts.quotes.map { quote in
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
    let object: [String: Any] = ["id": article.id, "quotes": quotes]
    let data =
      (try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}
