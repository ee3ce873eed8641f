// One marked article of the training data, read from a line of JSON. Offsets in the data are
// Unicode scalars; everything here is UTF-8 bytes.

import Articles
import Foundation

/// A quotation as the annotators marked it.
struct GoldQuote {
  var words: Range<Int>
  var speaker: Range<Int>?
  var cue: Range<Int>?
}

/// An article with its marked quotations.
struct GoldArticle {
  var id: String
  var text: String
  var quotes: [GoldQuote]
  var ignored: [Range<Int>]
  /// For each byte the number of scalars before it.
  private var scalarOfByte: [Int32]

  /// Reads a line; nil where it is no article.
  init?(line: Substring) {
    guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
      let id = object["id"] as? String, let text = object["text"] as? String
    else { return nil }
    self.id = id
    self.text = text
    var byteOfScalar: [Int] = []
    scalarOfByte = []
    for (number, scalar) in text.unicodeScalars.enumerated() {
      byteOfScalar.append(scalarOfByte.count)
      for _ in 0..<UTF8.width(scalar) { scalarOfByte.append(Int32(number)) }
    }
    byteOfScalar.append(scalarOfByte.count)
    scalarOfByte.append(Int32(byteOfScalar.count - 1))
    func range(_ entry: [String: Any], _ start: String, _ end: String) -> Range<Int>? {
      guard let start = entry[start] as? Int, let end = entry[end] as? Int else { return nil }
      return byteOfScalar[start]..<byteOfScalar[end]
    }
    quotes = (object["quotes"] as? [[String: Any]] ?? []).compactMap { entry in
      range(entry, "start", "end").map {
        GoldQuote(
          words: $0, speaker: range(entry, "speaker_start", "speaker_end"),
          cue: range(entry, "cue_start", "cue_end"))
      }
    }
    ignored = (object["ignore"] as? [[Int]] ?? []).map { byteOfScalar[$0[0]]..<byteOfScalar[$0[1]] }
  }

  /// The scalars before a byte.
  func scalar(_ byte: Int) -> Int { Int(scalarOfByte[byte]) }

  /// Reads a file of articles, one a line.
  static func articles(at path: String) throws -> [GoldArticle] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap {
      GoldArticle(line: $0)
    }
  }

  /// A fifth of the articles is kept out of everything but the last measurement.
  var isHeldOut: Bool { idHash % 5 == 0 }

  /// Which of five folds the article is in.
  var fold: Int { Int(idHash / 5 % 5) }

  private var idHash: UInt64 {
    id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
