// One run of paragraphs, taken apart once: everything that the speaker finder asks about.

import Articles
import Prose

/// Tokens, quotations and mentions of a run of paragraphs. A class, because a dozen small values
/// hold on to it and copying its arrays' references cost a tenth of the time. Nothing changes it
/// once it is made, and the compiler knows: a variable of a class is guarded at each reading.
final class Scene {
  let bytes: [UInt8]
  let paragraphs: [Paragraph]
  let tokens: [Lexeme]
  let pieces: [QuotePiece]
  /// In the order of their first tokens.
  let mentions: [Mention]
  /// For each token the outermost quotation it stands in, or -1.
  let pieceOfToken: [Int32]
  /// For each quotation the places of its first token, mark included, and after its last one.
  let tokensOfPiece: [Range<Int>]
  /// For each paragraph its mentions.
  let mentionsOfParagraph: [ParagraphMentions]
  /// For each paragraph the places of its quotations.
  let piecesOfParagraph: [Range<Int>]
  /// For each quotation how often its words stand in marks elsewhere.
  let repeats: [Int]
  /// The family of most marks: British papers and guillemets are as good as double marks.
  let mainFamily: QuoteMark.Family
  /// For each token its part in the sentence.
  let codes: [UInt8]
  /// How often the names are mentioned, and how often beside a verb that reports speech.
  let names: NameCounts
  /// For each mention how many come before it.
  let tallies: [MentionTally]

  /// Takes paragraphs apart.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - spans: the paragraphs, as offsets into the bytes, in order, with their kinds.
  init(bytes: [UInt8], spans: [(range: Range<Int>, kind: Passage.Kind)]) {
    self.bytes = bytes
    var tokenizer = Tokenizer(bytes)
    paragraphs = spans.map { span in
      Paragraph(
        bytes: span.range, tokens: tokenizer.split(span.range), isTitle: span.kind == .title,
        isQuotation: span.kind == .quotation)
    }
    tokens = tokenizer.tokens
    pieces = QuoteSegmenter.pieces(in: bytes, paragraphs: spans.map(\.range))
    let placing = PiecePlacing(pieces, tokens, paragraphs: paragraphs.count)
    pieceOfToken = placing.pieceOfToken
    tokensOfPiece = placing.tokensOfPiece
    piecesOfParagraph = placing.piecesOfParagraph
    repeats = placing.repeats(tokens)
    mainFamily = QuoteMark.Family.most(of: pieces)
    var finder = MentionFinder(tokens: tokens, bytes: bytes, pieceOfToken: pieceOfToken)
    mentionsOfParagraph = paragraphs.enumerated().map { number, paragraph in
      let first = finder.mentions.count
      finder.find(in: paragraph, number: number)
      return ParagraphMentions(first..<finder.mentions.count, of: finder.mentions)
    }
    mentions = finder.mentions
    // Only the ranker asks for these, and without quotations there is nothing to rank.
    codes = pieces.isEmpty ? [] : tokens.map(\.code)
    names = NameCounts(pieces.isEmpty ? [] : mentions)
    tallies = pieces.isEmpty ? [] : MentionTally.tallies(of: mentions)
  }

  /// Binary search: the first mention of some in a row that starts at or after a token.
  func firstMention(in range: Range<Int>, from token: Int) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].tokens.lowerBound < token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The bytes of a candidate's mention.
  func bytes(of candidate: SpeakerCandidate) -> Range<Int>? {
    guard case .mention(let place) = candidate else { return nil }
    return bytes(of: mentions[place].tokens)
  }

  /// The bytes from the first to the last of some tokens.
  func bytes(of range: Range<Int>) -> Range<Int> {
    range.isEmpty ? 0..<0 : tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
  }

  /// The first byte of a token; 0 where there is none.
  func firstByte(_ token: Int) -> UInt8 { bytes[tokens[token].start] }
}

/// Which tokens stand in which quotation.
private struct PiecePlacing {
  var pieceOfToken: [Int32]
  var tokensOfPiece: [Range<Int>] = []
  var piecesOfParagraph: [Range<Int>] = []

  init(_ pieces: [QuotePiece], _ tokens: [Lexeme], paragraphs: Int) {
    pieceOfToken = Array(repeating: -1, count: tokens.count)
    var token = 0
    for (number, piece) in pieces.enumerated() {
      while token < tokens.count, tokens[token].start < piece.outer.lowerBound { token += 1 }
      let first = token
      while token < tokens.count, tokens[token].end <= piece.outer.upperBound {
        pieceOfToken[token] = Int32(number)
        token += 1
      }
      tokensOfPiece.append(first..<token)
    }
    var piece = 0
    for paragraph in 0..<paragraphs {
      let first = piece
      while piece < pieces.count, pieces[piece].paragraph == paragraph { piece += 1 }
      piecesOfParagraph.append(first..<piece)
    }
  }

  /// For each quotation how often its words stand in marks elsewhere.
  func repeats(_ tokens: [Lexeme]) -> [Int] {
    var counts: [UInt32: Int] = [:]
    let keys = tokensOfPiece.map { range in
      tokens[range].prefix(12).reduce(UInt32(9)) { key, token in
        token.kind == .word || token.kind == .number ? key &* 31 &+ token.hash : key
      }
    }
    for key in keys { counts[key, default: 0] += 1 }
    return keys.map { (counts[$0] ?? 1) - 1 }
  }
}

extension QuoteMark.Family {
  /// The family of most quotations; double marks where there are none.
  fileprivate static func most(of pieces: [QuotePiece]) -> QuoteMark.Family {
    var counts = [0, 0, 0]
    for piece in pieces { counts[Int(piece.family.rawValue)] += 1 }
    guard let most = counts.max(), let place = counts.firstIndex(of: most) else { return .double }
    return QuoteMark.Family(rawValue: UInt8(place)) ?? .double
  }
}
