// One run of paragraphs, taken apart once: everything that the speaker finder asks about.

import Articles
import Prose

/// Tokens, quotations and mentions of a run of paragraphs. A class, because a dozen small values
/// hold on to it and copying its arrays' references cost a tenth of the time; nothing changes it
/// once it is made.
final class Scene {
  private(set) var bytes: [UInt8]
  private(set) var paragraphs: [Paragraph]
  private(set) var tokens: [Lexeme]
  private(set) var pieces: [QuotePiece]
  private(set) var mentions: [Mention] = []
  /// For each token the outermost quotation it stands in, or -1.
  private(set) var pieceOfToken: [Int32]
  /// For each quotation the places of its first token, mark included, and after its last one.
  private(set) var tokensOfPiece: [Range<Int>]
  /// For each paragraph the places of its mentions.
  private(set) var mentionsOfParagraph: [Range<Int>] = []
  /// For each paragraph the places of its quotations.
  private(set) var piecesOfParagraph: [Range<Int>]
  /// For each quotation how often its words stand in marks elsewhere.
  private(set) var repeats: [Int] = []
  /// The family of most marks: British papers and guillemets are as good as double marks.
  private(set) var mainFamily = QuoteMark.Family.double
  /// For each token its part in the sentence.
  private(set) var codes: [UInt8]
  /// How often each name is mentioned, and how often beside a verb that reports speech.
  private(set) var nameCounts: [UInt32: (mentions: Int, reports: Int)] = [:]

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
    pieceOfToken = Array(repeating: -1, count: tokens.count)
    tokensOfPiece = []
    codes = tokens.map(\.code)
    piecesOfParagraph = []
    placePieces()
    countRepeats()
    findMainFamily()
    findMentions()
  }

  private func findMainFamily() {
    var counts = [0, 0, 0]
    for piece in pieces { counts[Int(piece.family.rawValue)] += 1 }
    if let most = counts.max(), let place = counts.firstIndex(of: most) {
      mainFamily = QuoteMark.Family(rawValue: UInt8(place)) ?? .double
    }
  }

  private func countRepeats() {
    var counts: [UInt32: Int] = [:]
    let keys = tokensOfPiece.map { range in
      tokens[range].prefix(12).reduce(UInt32(9)) { key, token in
        token.kind == .word || token.kind == .number ? key &* 31 &+ token.hash : key
      }
    }
    for key in keys { counts[key, default: 0] += 1 }
    repeats = keys.map { (counts[$0] ?? 1) - 1 }
  }

  private func placePieces() {
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
    for paragraph in paragraphs.indices {
      let first = piece
      while piece < pieces.count, pieces[piece].paragraph == paragraph { piece += 1 }
      piecesOfParagraph.append(first..<piece)
    }
  }

  private func findMentions() {
    var finder = MentionFinder(tokens: tokens, bytes: bytes, pieceOfToken: pieceOfToken)
    for (number, paragraph) in paragraphs.enumerated() {
      let first = finder.mentions.count
      finder.find(in: paragraph, number: number)
      mentionsOfParagraph.append(first..<finder.mentions.count)
    }
    mentions = finder.mentions
    for mention in mentions where mention.kind == .named || mention.kind == .label {
      nameCounts[mention.nameHash, default: (0, 0)].mentions += 1
      if mention.verbReports || mention.isAccordingTo {
        nameCounts[mention.nameHash, default: (0, 0)].reports += 1
      }
    }
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
