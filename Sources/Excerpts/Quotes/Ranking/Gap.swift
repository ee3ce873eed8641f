// What lies between a mention and a quotation.

import Prose

/// Counts and patterns of the tokens between; filled anew for each pair.
struct Gap {
  /// 0 the mention comes first, 1 the quotation does, 2 the mention is inside.
  var side: UInt32 = 0
  var tokens = 0
  var sentences = 0
  var pieces = 0
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
  /// The codes in between, those near the quotation, those near the mention.
  var pattern: UInt32 = 0
  var nearPattern: UInt32 = 0
  var farPattern: UInt32 = 0
  /// A bit for each kind of sign or word in between.
  var signs: UInt32 = 0
  /// The very words in between, where they are few.
  var words: UInt32 = 0
  /// The reporting verb nearest to the quotation.
  var lastReport: UInt32 = 0
  private static let longest = 70

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

  /// Measures what lies between.
  mutating func measure(from mention: Mention, to context: PieceContext, _ scene: Scene) {
    self = Gap()
    let piece = context.tokens
    let isInside = piece.contains(mention.tokens.lowerBound)
    let isBefore = mention.tokens.lowerBound < piece.lowerBound
    side = isInside ? 2 : isBefore ? 0 : 1
    paragraphs = UInt32(min(abs(mention.paragraph - context.paragraph), 3))
    measurePlace(mention, context, scene)
    if isInside { return }
    if isBefore {
      walk(from: piece.lowerBound - 1, to: mention.tokens.upperBound - 1, step: -1, scene)
      hasOwnVerb = mention.verb >= mention.tokens.upperBound && mention.verb < piece.lowerBound
    } else {
      walk(from: piece.upperBound, to: mention.tokens.lowerBound, step: 1, scene)
      hasOwnVerb = mention.verb >= piece.upperBound && mention.verb < mention.tokens.lowerBound
    }
    countMentions(mention, context, scene)
  }

  private mutating func measurePlace(
    _ mention: Mention, _ context: PieceContext, _ scene: Scene
  ) {
    let first = mention.tokens.lowerBound
    let near = side == 0 ? context.tokens.lowerBound : context.tokens.upperBound - 1
    isSameSentence = scene.tokens[first].sentence == scene.tokens[near].sentence
    let range = scene.mentionsOfParagraph[mention.paragraph]
    let outside = scene.mentions[range].first { $0.piece < 0 }
    isFirstInParagraph = outside?.tokens.lowerBound == first
    isFirstInSentence =
      first == 0 || scene.tokens[first - 1].sentence != scene.tokens[first].sentence
  }

  /// Walks from the quotation towards the mention; nowhere where that reaches into the quotation.
  private mutating func walk(from start: Int, to end: Int, step: Int, _ scene: Scene) {
    var place = start
    var lastCode: UInt8 = 0
    var codes = 0
    var tail: UInt32 = 0
    var sentence = scene.tokens.indices.contains(start) ? scene.tokens[start].sentence : 0
    var piece: Int32 = -1
    pattern = 17
    words = 31
    while (end - place) * step > 0, tokens < Self.longest {
      let token = scene.tokens[place]
      tokens += 1
      if token.sentence != sentence {
        sentence = token.sentence
        sentences += 1
      }
      let inside = scene.pieceOfToken[place]
      var code = scene.codes[place]
      if inside >= 0 {
        if inside != piece { pieces += 1 }
        code = UInt8(ascii: "Q")
      } else if token.classes.contains(.speechVerb), lastReport == 0 {
        lastReport = token.hash
      }
      piece = inside
      words = words &* 31 &+ token.hash
      signs |= Self.bit(code)
      if code != lastCode, code != UInt8(ascii: "B") {
        lastCode = code
        codes += 1
        tail = tail << 8 | UInt32(code)
        if codes <= 9 { pattern = pattern &* 131 &+ UInt32(code) }
        if codes <= 3 { nearPattern = nearPattern &* 131 &+ UInt32(code) }
      }
      place += step
    }
    farPattern = tail
    if (end - place) * step > 0 { tokens = Self.longest }
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

  /// Counts the other mentions in between that stand outside quotations.
  private mutating func countMentions(
    _ mention: Mention, _ context: PieceContext, _ scene: Scene
  ) {
    guard mention.paragraph == context.paragraph else {
      mentions = 4
      return
    }
    let range = scene.mentionsOfParagraph[mention.paragraph]
    let between =
      side == 0
      ? mention.tokens.upperBound..<max(mention.tokens.upperBound, context.tokens.lowerBound)
      : context.tokens.upperBound..<max(context.tokens.upperBound, mention.tokens.lowerBound)
    let low = scene.firstMention(in: range, from: between.lowerBound)
    for other in scene.mentions[low..<range.upperBound].prefix(30) {
      guard other.tokens.lowerBound < between.upperBound else { break }
      guard other.piece < 0 else { continue }
      mentions += 1
      if other.verbReports || other.isAccordingTo { reporters += 1 }
      if other.verb >= 0 { subjects += 1 }
    }
  }
}
