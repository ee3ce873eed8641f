import Articles
import Formats
import Foundation
import Testing

/// What reading the seed must give, as its companion file states it.
private struct SeedExpectation: Decodable {
  struct Hidden: Decodable, Equatable {
    var text: String
    var reason: String
  }

  struct Picture: Decodable, Equatable {
    var alt: String?
    var caption: String?
    var credit: String?
  }

  var title: String
  var site: String
  var hidden: [Hidden]
  var illustrations: [Picture]
  var summary: [String]
  var body: [String]
}

@Test(.enabled(if: SharedData.hasSeed, "The seed article is not beside the package."))
func seedIsReadExactly() throws {
  let bytes = try #require(SharedData.bytes("seed/article.txt"))
  let expectedBytes = try #require(SharedData.bytes("seed/expected.json"))
  let expected = try JSONDecoder().decode(SeedExpectation.self, from: Data(expectedBytes))
  let article = try parse(SourceBytes(bytes: bytes, name: "article.txt"))
  let document = article.document
  func words(_ range: TextRange) -> String { String(document.words(in: range)) }
  #expect(article.metadata.title == expected.title)
  #expect(article.metadata.site == expected.site)
  #expect(
    document.hiddenBlocks.map {
      SeedExpectation.Hidden(text: words($0.range), reason: $0.role.rawValue)
    } == expected.hidden)
  #expect(document.pictures == expected.illustrations)
  #expect(document.leaves(.summary).map { words($0) } == expected.summary)
  #expect(document.leaves(.body).map { words($0) } == expected.body)
  let others = document.shownBlocks.filter {
    ![.title, .summary, .body, .caption].contains($0.role)
  }
  #expect(others.isEmpty)
}

extension Document {
  /// The ranges of the paragraphs with a role, those inside lists and quotations included.
  func leaves(_ role: BlockRole) -> [TextRange] {
    var found: [TextRange] = []
    walk { node, _ in
      if case .block(let block) = node, block.role == role, case .paragraph = block.content {
        found.append(block.range)
      }
    }
    return found
  }

  fileprivate var pictures: [SeedExpectation.Picture] {
    blocks.compactMap { block in
      guard case .illustration(let picture) = block.content else { return nil }
      func words(_ range: TextRange?) -> String? { range.map { String(self.words(in: $0)) } }
      return SeedExpectation.Picture(
        alt: words(picture.alt), caption: words(picture.caption), credit: words(picture.credit))
    }
  }
}
