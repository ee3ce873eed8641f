// What lies between a mention and a quotation.

import Prose

/// Counts and patterns of the tokens between.
struct Gap {
  /// 0 the mention comes first, 1 the quotation does, 2 the mention is inside.
  var side: UInt32 = 0
  /// The words in between; nothing where the mention is inside.
  var words = GapWords()
  var mentions = 0
  /// Mentions beside a reporting verb in between.
  var reporters = 0
  /// Mentions that are the subject of a verb in between.
  var subjects = 0
  var paragraphs: UInt32 = 0
  var isSameSentence = false
  var isFirstInSentence = false
  var isFirstInParagraph = false
  /// The mention's own verb stands in between.
  var hasOwnVerb = false

  /// Sizes in rough steps.
  static func bucket(_ count: Int) -> UInt32 {
    switch count {
    case ..<4: UInt32(count)
    case ..<6: 4
    case ..<9: 5
    case ..<14: 6
    case ..<20: 7
    case ..<30: 8
    case ..<50: 9
    default: 10
    }
  }
}

/// Measures the gaps around one quotation.
struct GapMeasure {
  private let scene: Scene
  /// The quotation's tokens and paragraph, and the mentions around it; not all that is known of it,
  /// since that costs more to copy than to read.
  private let piece: Range<Int>
  private let paragraph: Int
  private let firstMentionAfterStart: Int
  private let firstMentionAfterEnd: Int
  private var before: GapWalk
  private var after: GapWalk

  init(_ context: PieceContext, _ scene: Scene) {
    self.scene = scene
    piece = context.tokens
    paragraph = context.paragraph
    firstMentionAfterStart = context.firstMentionAfterStart
    firstMentionAfterEnd = context.firstMentionAfterEnd
    before = GapWalk(from: context.tokens.lowerBound - 1, step: -1, scene)
    after = GapWalk(from: context.tokens.upperBound, step: 1, scene)
  }

  /// What lies between the quotation and the mention at a place.
  mutating func gap(to place: Int) -> Gap {
    let mention = scene.mentions[place]
    let first = mention.tokens.lowerBound
    let isInside = piece.contains(first)
    let isBefore = first < piece.lowerBound
    var gap = Gap()
    gap.side = isInside ? 2 : isBefore ? 0 : 1
    gap.paragraphs = UInt32(min(abs(mention.paragraph - paragraph), 3))
    let near = isBefore ? piece.lowerBound : piece.upperBound - 1
    gap.isSameSentence = scene.tokens[first].sentence == scene.tokens[near].sentence
    gap.isFirstInParagraph = scene.mentionsOfParagraph[mention.paragraph].firstOutside == first
    gap.isFirstInSentence =
      first == 0 || scene.tokens[first - 1].sentence != scene.tokens[first].sentence
    if isInside { return gap }
    if isBefore {
      gap.words = before.words(upTo: mention.tokens.upperBound - 1, scene)
      gap.hasOwnVerb = mention.verb >= mention.tokens.upperBound && mention.verb < piece.lowerBound
    } else {
      gap.words = after.words(upTo: first, scene)
      gap.hasOwnVerb = mention.verb >= piece.upperBound && mention.verb < first
    }
    countMentions(in: &gap, place, mention)
    return gap
  }

  /// Counts the other mentions in between that stand outside quotations: of the first thirty that
  /// start there.
  private func countMentions(in gap: inout Gap, _ place: Int, _ mention: Mention) {
    guard mention.paragraph == paragraph else {
      gap.mentions = 4
      return
    }
    let all = scene.mentionsOfParagraph[mention.paragraph].places
    var low = place
    var high = place
    if gap.side == 0 {
      while low < all.upperBound, starts(low) < mention.tokens.upperBound { low += 1 }
      high = firstMentionAfterStart
    } else {
      low = firstMentionAfterEnd
      while high > all.lowerBound, starts(high - 1) >= mention.tokens.lowerBound { high -= 1 }
    }
    guard low < high else { return }
    let (start, end) = (scene.tallies[low], scene.tallies[min(high, low + 30)])
    gap.mentions = Int(end.mentions - start.mentions)
    gap.reporters = Int(end.reporters - start.reporters)
    gap.subjects = Int(end.subjects - start.subjects)
  }

  private func starts(_ mention: Int) -> Int { scene.mentions[mention].tokens.lowerBound }
}

/// The words from a quotation to a mention.
struct GapWords {
  var tokens = 0
  var sentences = 0
  var pieces = 0
  /// The codes in between, those near the quotation, those near the mention.
  var pattern: UInt32 = 0
  var nearPattern: UInt32 = 0
  var farPattern: UInt32 = 0
  /// A bit for each kind of sign or word in between.
  var signs: UInt32 = 0
  /// The very words in between, where they are few.
  var hash: UInt32 = 0
  /// The reporting verb nearest to the quotation.
  var lastReport: UInt32 = 0
}

/// A walk from a quotation over the words to one side. Mentions mostly come nearest first, so that
/// each walk goes on where the one before ended.
struct GapWalk {
  private let start: Int
  private let step: Int
  private var place: Int
  private var words = GapWords()
  private var lastCode: UInt8 = 0
  private var codes = 0
  private var sentence: Int32
  private var piece: Int32 = -1
  /// Words farther away than this tell nothing more.
  private static let longest = 70

  init(from start: Int, step: Int, _ scene: Scene) {
    (self.start, self.step, place) = (start, step, start)
    sentence = scene.tokens.indices.contains(start) ? scene.tokens[start].sentence : 0
    words.pattern = 17
    words.hash = 31
  }

  /// The words between the quotation and a token, which is left out; none where the token lies the
  /// other way.
  mutating func words(upTo end: Int, _ scene: Scene) -> GapWords {
    if (place - end) * step > 0 { self = GapWalk(from: start, step: step, scene) }
    while (end - place) * step > 0, words.tokens < Self.longest {
      add(scene.tokens[place], scene.codes[place], scene.pieceOfToken[place])
      place += step
    }
    return words
  }

  @inline(__always)
  private mutating func add(_ token: Lexeme, _ ownCode: UInt8, _ inside: Int32) {
    words.tokens += 1
    if token.sentence != sentence {
      sentence = token.sentence
      words.sentences += 1
    }
    var code = ownCode
    if inside >= 0 {
      if inside != piece { words.pieces += 1 }
      code = UInt8(ascii: "Q")
    } else if token.classes.contains(.speechVerb), words.lastReport == 0 {
      words.lastReport = token.hash
    }
    piece = inside
    words.hash = words.hash &* 31 &+ token.hash
    words.signs |= Self.bit(code)
    guard code != lastCode, code != UInt8(ascii: "B") else { return }
    lastCode = code
    codes += 1
    words.farPattern = words.farPattern << 8 | UInt32(code)
    if codes <= 9 { words.pattern = words.pattern &* 131 &+ UInt32(code) }
    if codes <= 3 { words.nearPattern = words.nearPattern &* 131 &+ UInt32(code) }
  }

  private static func bit(_ code: UInt8) -> UInt32 {
    switch code {
    case UInt8(ascii: ","): 1
    case UInt8(ascii: ":"): 2
    case UInt8(ascii: "."): 4
    case UInt8(ascii: "Q"): 8
    case UInt8(ascii: "S"): 16
    case UInt8(ascii: "V"), UInt8(ascii: "A"): 32
    case UInt8(ascii: "R"): 64
    case UInt8(ascii: "T"): 128
    case UInt8(ascii: "C"): 256
    case UInt8(ascii: "P"): 512
    case UInt8(ascii: "N"): 1024
    case UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"): 2048
    case UInt8(ascii: ";"): 4096
    default: 0
    }
  }
}
