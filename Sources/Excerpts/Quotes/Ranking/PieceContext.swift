// What is asked about one quotation, whoever its speaker may be; computed once per quotation.

import Prose

/// Who may have said a quotation.
enum SpeakerCandidate: Hashable {
  /// The mention at a place in the scene.
  case mention(Int)
  /// It is speech, but the text names no speaker.
  case nobody
  /// It is no speech.
  case notSpeech
}

/// Where a quotation stands.
struct PieceBounds {
  let paragraph: Int
  /// Its tokens, marks included.
  let tokens: Range<Int>
  /// The bounds of the paragraph's tokens.
  let surroundings: Range<Int>
  /// The token before and after, or -1 at the paragraph's ends.
  let before: Int
  let after: Int

  init(_ place: Int, _ scene: Scene) {
    paragraph = scene.pieces[place].paragraph
    tokens = scene.tokensOfPiece[place]
    surroundings = scene.paragraphs[paragraph].tokens
    before = tokens.lowerBound > surroundings.lowerBound ? tokens.lowerBound - 1 : -1
    after = tokens.upperBound < surroundings.upperBound ? tokens.upperBound : -1
  }

  var startsParagraph: Bool { before < 0 }
  var endsParagraph: Bool { after < 0 || after == surroundings.upperBound - 1 }
  /// The piece is most of what its paragraph says.
  var coversParagraph: Bool { startsParagraph && endsParagraph }
}

/// A quotation and its surroundings. A constant object, because several values hold on to it and it
/// is larger than what they do with it.
final class PieceContext {
  let place: Int
  let paragraph: Int
  /// Its tokens, marks included.
  let tokens: Range<Int>
  /// The bounds of the paragraph's tokens.
  let surroundings: Range<Int>
  /// The token before and after, or -1 at the paragraph's ends.
  let before: Int
  let after: Int
  /// 0 to 6: one word, two, up to four, seven, twelve, twenty-five, more.
  let length: UInt32
  let startsUpper: Bool
  /// The last sign inside, or right after, the marks: 0 none, 1 comma, 2 stop, 3 other.
  let ending: UInt32
  let startsParagraph: Bool
  let endsParagraph: Bool
  let isTitle: Bool
  let isReopened: Bool
  let isUnclosed: Bool
  /// The word before and after as hash, or the sign's kind.
  let wordBefore: UInt32
  let wordAfter: UInt32
  /// 0 no other words in the sentence before, 1 comma, 2 colon, 3 "that", 4 verb of speech, …
  let lead: UInt32
  /// The nearest mention before and after it in its sentence that a reporting verb goes with, as
  /// "he" in "…," he said; -1 where there is none.
  let reporterBefore: Int
  let reporterAfter: Int
  /// The first mentions of the paragraph that start after its start, and after its end.
  let firstMentionAfterStart: Int
  let firstMentionAfterEnd: Int
  /// Who may have said it: nobody and no speech first.
  let candidates: [SpeakerCandidate]
  /// The same, as their relations need it.
  let views: [CandidateView]

  init(place: Int, in scene: Scene, after previous: PieceContext?) {
    let piece = scene.pieces[place]
    let bounds = PieceBounds(place, scene)
    let range = bounds.tokens
    self.place = place
    (paragraph, tokens, surroundings) = (bounds.paragraph, range, bounds.surroundings)
    (before, after) = (bounds.before, bounds.after)
    (startsParagraph, endsParagraph) = (bounds.startsParagraph, bounds.endsParagraph)
    candidates = CandidateSearch(scene: scene).candidates(for: bounds, after: previous)
    views = candidates.map { CandidateView($0, scene) }
    let words = Self.words(of: range, scene)
    length = Self.bucket(words.count)
    startsUpper = words.startsUpper
    ending = Self.ending(of: range, before: after, scene)
    isTitle = scene.paragraphs[piece.paragraph].isTitle
    isReopened = piece.isReopened
    isUnclosed = piece.isUnclosed
    wordBefore = before < 0 ? 1 : Self.sign(scene.tokens[before])
    wordAfter = after < 0 ? 1 : Self.sign(scene.tokens[after])
    lead = before < 0 ? 0 : UInt32(scene.codes[before])
    let mentions = scene.mentionsOfParagraph[piece.paragraph].places
    let middle = scene.firstMention(in: mentions, from: range.lowerBound)
    let end = range.upperBound
    let behind = scene.firstMention(in: mentions, from: end)
    firstMentionAfterStart = middle
    firstMentionAfterEnd = behind
    let sentence = scene.tokens[range.lowerBound].sentence
    reporterBefore =
      mentions.prefix(upTo: middle).suffix(Self.mentionsNear).last { place in
        scene.mentions[place].reports(inSentence: sentence, scene)
      } ?? -1
    reporterAfter =
      mentions.suffix(from: behind).prefix(2).first { place in
        let mention = scene.mentions[place]
        return mention.tokens.lowerBound <= end + 5
          && mention.reports(inSentence: scene.tokens[end - 1].sentence, scene)
      } ?? -1
  }

  private static let mentionsNear = 6

  /// The piece is most of what its paragraph says.
  var coversParagraph: Bool { startsParagraph && endsParagraph }

  /// Looks like whole clauses rather than a few words in the journalist's sentence.
  var shape: UInt32 {
    (startsUpper ? 1 : 0) | (startsParagraph ? 2 : 0) | ending << 2
  }

  /// How a mention reports this quotation: 0 not at all, 1 from before it, 2 from after it.
  func report(of mention: Int) -> UInt32 {
    mention == reporterAfter ? 2 : mention == reporterBefore ? 1 : 0
  }

  /// Whether somebody reports it in its own sentence: a bit for before, a bit for after.
  var reports: UInt32 { (reporterBefore >= 0 ? 1 : 0) | (reporterAfter >= 0 ? 2 : 0) }

  /// How many words there are, as far as that matters, and whether the first has a capital.
  private static func words(
    of range: Range<Int>, _ scene: Scene
  ) -> (count: Int, startsUpper: Bool) {
    var count = 0
    var startsUpper = false
    for place in range {
      if count == 40 { break }
      let token = scene.tokens[place]
      guard token.kind == .word || token.kind == .number else { continue }
      if count == 0 { startsUpper = token.isCapitalised }
      count += 1
    }
    return (count, startsUpper)
  }

  private static func bucket(_ count: Int) -> UInt32 {
    switch count {
    case ...1: 0
    case 2: 1
    case ...4: 2
    case ...7: 3
    case ...12: 4
    case ...25: 5
    default: 6
    }
  }

  private static func sign(_ token: Lexeme) -> UInt32 {
    token.kind == .word ? token.hash : UInt32(token.kind.rawValue) + 2
  }

  private static func ending(of range: Range<Int>, before after: Int, _ scene: Scene) -> UInt32 {
    for place in [range.upperBound - 1, range.upperBound - 2, after] where place >= 0 {
      switch scene.tokens[place].kind {
      case .comma: return 1
      case .stop: return scene.firstByte(place) == UInt8(ascii: ".") ? 2 : 3
      case .mark: continue
      default: if place == range.upperBound - 1 { continue } else { return 0 }
      }
    }
    return 0
  }
}

extension Mention {
  /// Whether it stands in a sentence, outside all marks, with a verb that reports.
  fileprivate func reports(inSentence sentence: Int32, _ scene: Scene) -> Bool {
    reports && piece < 0 && scene.tokens[head].sentence == sentence
  }
}
