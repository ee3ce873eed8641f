import Articles
import Excerpts
import Foundation
import Testing

/// Pronoun speakers of real articles, marked by hand: the article's id, the pronoun's place in
/// Unicode scalars, and a word of the name that it stands for. The articles are read from beside
/// the project where present; only these labels are part of it.
private struct PronounLabel {
  var article: String
  var place: Int
  var name: String

  static func all() throws -> [PronounLabel] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Labels/pronouns.tsv")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, let place = Int(cells[1]) else { return nil }
      return PronounLabel(article: cells[0], place: place, name: cells[2])
    }
  }
}

private struct NewsArticle: Decodable {
  var id: String
  var text: String

  static let lines = sharedData("quotes/polnear.dev.jsonl").map { data in
    String(decoding: data, as: UTF8.self).split(separator: "\n")
  }
}

@Test(
  .enabled(if: NewsArticle.lines != nil, "shared/data/quotes is not beside the project: skipped"))
func pronounsStandForTheRightPerson() throws {
  let labels = Dictionary(grouping: try PronounLabel.all(), by: \.article)
  var (right, all, found) = (0, 0, 0)
  var complaints: [String] = []
  for line in try #require(NewsArticle.lines) {
    let article = try JSONDecoder().decode(NewsArticle.self, from: Data(line.utf8))
    guard let wanted = labels[article.id] else { continue }
    let quotes = findExcerpts(in: Document(verbatim: article.text)).quotes
    for label in wanted {
      all += 1
      let index = article.text.unicodeScalars.index(
        article.text.unicodeScalars.startIndex, offsetBy: label.place)
      let byte = article.text.utf8.distance(from: article.text.utf8.startIndex, to: index)
      let quote = quotes.first { $0.speaker?.mention.lowerBound == byte }
      guard let name = quote?.speaker?.name else { continue }
      found += 1
      let isRight = name.localizedCaseInsensitiveContains(label.name)
      right += isRight ? 1 : 0
      if !isRight {
        complaints.append("\(label.article) \(label.place) “\(name)”, not \(label.name)")
      }
    }
  }
  print("pronoun speakers: \(right) right of \(found) found, of \(all) marked")
  print(complaints.joined(separator: "\n"))
  try #require(all > 100)
  #expect(Double(found) > 0.85 * Double(all))
  #expect(Double(right) > 0.84 * Double(found))
}
