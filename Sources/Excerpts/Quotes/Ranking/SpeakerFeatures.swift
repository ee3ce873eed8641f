// The features by which the ranker tells who said a quotation. Every feature is either about the
// candidate's words, its place, the words between, or the quotation itself; none holds text.

import Prose

/// Computes features of candidates; the reader and the trainer both run this code.
struct SpeakerFeatures {
  let scene: Scene
  private var gap = Gap()

  init(_ scene: Scene) {
    self.scene = scene
  }

  /// Replaces the list by the features of a candidate.
  mutating func fill(
    _ list: inout FeatureList, _ context: PieceContext, _ candidate: SpeakerCandidate
  ) {
    list.removeAll()
    switch candidate {
    case .nobody: addPiece(1000, context, &list)
    case .notSpeech: addPiece(2000, context, &list)
    case .mention(let place):
      let mention = scene.mentions[place]
      gap.measure(from: mention, to: context, scene)
      let kind = MentionView(mention, scene)
      addWords(mention, kind, context, &list)
      addPlace(mention, kind, context, &list)
      addReport(context.report(of: place), kind, context, &list)
      addGap(mention, kind, context, &list)
      addVerb(mention, kind, context, &list)
    }
  }
}

/// What the features ask of a mention besides its place.
struct MentionView {
  /// Pronoun by number, kind of name, or kind of noun.
  let kind: UInt32
  let wordBefore: UInt32
  let wordAfter: UInt32
  let twoBefore: UInt32
  let twoAfter: UInt32
  let codeBefore: UInt32
  let codeAfter: UInt32
  let opensSentence: Bool
  /// 0 no verb, 1 another verb after, 2 reporting verb after, 3 reporting verb before.
  let verb: UInt32
  let verbHash: UInt32

  init(_ mention: Mention, _ scene: Scene) {
    let first = mention.tokens.lowerBound
    let last = mention.tokens.upperBound
    let bounds = scene.paragraphs[mention.paragraph].tokens
    let head = scene.tokens[mention.head]
    kind = Self.kind(mention, head)
    let before = first > bounds.lowerBound ? first - 1 : -1
    let after = last < bounds.upperBound ? last : -1
    wordBefore = before < 0 ? 1 : scene.tokens[before].hash
    wordAfter = after < 0 ? 1 : scene.tokens[after].hash
    twoBefore = first - 2 >= bounds.lowerBound ? scene.tokens[first - 2].hash : 1
    twoAfter = last + 1 < bounds.upperBound ? scene.tokens[last + 1].hash : 1
    codeBefore = before < 0 ? 0 : UInt32(scene.codes[before])
    codeAfter = after < 0 ? 0 : UInt32(scene.codes[after])
    opensSentence =
      before < 0 || scene.tokens[before].sentence != scene.tokens[first].sentence
    verb =
      mention.verb < 0 ? 0 : !mention.verbReports ? 1 : mention.isInverted ? 3 : 2
    verbHash = mention.verb < 0 ? 0 : scene.tokens[mention.verb].hash
  }

  private static func kind(_ mention: Mention, _ head: Lexeme) -> UInt32 {
    let genitive: UInt32 = mention.isGenitive ? 64 : 0
    switch mention.kind {
    case .pronoun: return (head.hash & 0xFFFF) << 8 | 1
    case .label: return 2
    case .named:
      let count = mention.tokens.count
      let body: UInt32 = head.classes.contains(.organisationName) ? 8 : 0
      return 3 | UInt32(min(count, 3) - 1) << 4 | body | genitive
    case .nominal:
      var bits: UInt32 = 4 | genitive
      if head.classes.contains(.person) { bits |= 256 }
      if head.classes.contains(.document) { bits |= 512 }
      if head.classes.contains(.organisation) { bits |= 1024 }
      if head.kind == .number || head.classes.contains(.time) { bits |= 2048 }
      return bits
    }
  }
}

// MARK: - The candidate's own words

extension SpeakerFeatures {
  private func addWords(
    _ mention: Mention, _ view: MentionView, _ context: PieceContext, _ list: inout FeatureList
  ) {
    let head = scene.tokens[mention.head]
    let shape = context.shape
    list.add(0)
    list.add(1, view.kind)
    list.add(2, view.kind, gap.side)
    list.add(3, mention.kind == .nominal ? head.hash : 0)
    list.add(4, view.kind, context.length)
    list.add(5, view.kind, shape)
    list.add(6, view.wordBefore)
    list.add(7, view.wordAfter)
    list.add(8, view.codeBefore, view.codeAfter, gap.side)
    list.add(9, view.kind, view.codeBefore)
    list.add(10, view.opensSentence ? 1 : 0, gap.side, UInt32(gap.sentences))
    list.add(11, UInt32(mention.kind.rawValue), mention.isAccordingTo ? 1 : 0, gap.side)
    list.add(12, view.wordBefore, gap.side, gap.isSameSentence ? 1 : 0)
    list.add(16, view.twoBefore, view.wordBefore)
    list.add(17, view.wordAfter, view.twoAfter)
    list.add(18, view.wordAfter, gap.side, gap.isSameSentence ? 1 : 0)
    list.add(19, view.kind, view.wordAfter)
    guard mention.kind == .named || mention.kind == .label else { return }
    let counts = scene.nameCounts[mention.nameHash] ?? (0, 0)
    list.add(13, UInt32(min(counts.mentions, 4)))
    list.add(14, UInt32(min(counts.reports, 3)), view.verb)
    let isGiven = !scene.tokens[mention.tokens.lowerBound].classes
      .isDisjoint(with: [.masculineName, .feminineName, .title])
    list.add(15, isGiven ? 1 : 0, UInt32(min(mention.tokens.count, 4)))
  }
}

// MARK: - Where it stands

extension SpeakerFeatures {
  private func addPlace(
    _ mention: Mention, _ view: MentionView, _ context: PieceContext, _ list: inout FeatureList
  ) {
    let side = gap.side
    let distance = Gap.bucket(gap.tokens)
    let kind = UInt32(mention.kind.rawValue)
    let sentences = UInt32(min(gap.sentences, 3))
    let pieces = UInt32(min(gap.pieces, 3))
    list.add(20, side, distance)
    list.add(21, side, distance, kind)
    list.add(22, side, sentences, pieces)
    list.add(23, side, sentences, view.verb)
    list.add(24, side, UInt32(min(gap.mentions, 4)), view.verb)
    list.add(25, side, UInt32(min(gap.mentions, 4)), kind)
    list.add(26, side, UInt32(min(gap.reporters, 3)), view.verb)
    list.add(27, side, context.shape, view.verb)
    list.add(28, side, pieces << 8 | sentences, context.shape)
    list.add(29, gap.paragraphs, side, context.coversParagraph ? 1 : 0)
    list.add(30, gap.paragraphs, kind, view.verb)
    list.add(31, context.length, side << 4 | sentences, view.verb)
    list.add(32, context.isTitle ? 1 : 0, side, view.verb)
    list.add(33, gap.isSameSentence ? 1 : 0, view.verb, context.shape)
    list.add(
      34, side << 8 | pieces, view.opensSentence ? 1 : 0,
      view.verb << 4 | (context.isReopened ? 1 : 0))
    list.add(35, gap.isFirstInSentence ? 1 : 0, side, view.verb)
    list.add(36, gap.isFirstInParagraph ? 1 : 0, side << 4 | sentences, view.verb)
    list.add(37, mention.piece >= 0 ? 1 : 0, kind, gap.paragraphs)
    let subjects = UInt32(min(gap.subjects, 3))
    list.add(80, side, subjects, view.verb)
    list.add(81, side, subjects, view.verb << 8 | context.shape)
    list.add(82, side, subjects << 4 | UInt32(min(gap.reporters, 3)), view.verb << 4 | sentences)
    list.add(83, side << 4 | (gap.hasOwnVerb ? 1 : 0), subjects << 4 | sentences, view.verb)
    list.add(84, side, subjects << 4 | (gap.isSameSentence ? 1 : 0), view.kind)
    list.add(85, side << 4 | pieces, subjects << 4 | sentences, view.verb << 4 | (context.ending))
  }
}

// MARK: - Whether it reports the quotation

extension SpeakerFeatures {
  private func addReport(
    _ report: UInt32, _ view: MentionView, _ context: PieceContext, _ list: inout FeatureList
  ) {
    list.add(90, report, context.reports)
    list.add(91, report, context.reports, context.shape)
    list.add(92, report, context.reports, view.kind)
    list.add(93, report, context.reports, gap.side << 4 | UInt32(min(gap.sentences, 2)))
    list.add(94, report, context.reports << 4 | gap.side, view.verb << 4 | context.length)
  }
}

// MARK: - The words between

extension SpeakerFeatures {
  private func addGap(
    _ mention: Mention, _ view: MentionView, _ context: PieceContext, _ list: inout FeatureList
  ) {
    let side = gap.side
    list.add(40, side, gap.pattern)
    list.add(41, side, gap.pattern, view.kind)
    list.add(42, side, gap.pattern, context.shape)
    list.add(43, side, gap.nearPattern, view.verb)
    list.add(44, side, gap.farPattern, view.verb)
    list.add(45, side, gap.signs)
    list.add(46, side, gap.signs, view.verb)
    if gap.tokens <= 3 { list.add(47, side, gap.words) }
    if gap.tokens <= 3 { list.add(48, side, gap.words, context.ending) }
    list.add(49, side, context.wordBefore, view.verb)
    list.add(50, side, context.wordAfter, gap.sentences > 0 ? 1 : 0)
    list.add(51, context.lead, side, view.verb)
    list.add(52, side, gap.lastReport, UInt32(min(gap.sentences, 2)))
    list.add(53, side, gap.hasOwnVerb ? 1 : 0, view.verb << 4 | UInt32(min(gap.sentences, 2)))
    list.add(
      54, gap.hasOwnVerb ? 1 : 0, context.shape,
      side << 8 | UInt32(min(gap.pieces, 2)) << 4 | view.verb)
  }
}

// MARK: - The verb

extension SpeakerFeatures {
  private func addVerb(
    _ mention: Mention, _ view: MentionView, _ context: PieceContext, _ list: inout FeatureList
  ) {
    let side = gap.side
    let sentences = UInt32(min(gap.sentences, 2))
    list.add(60, view.verb, side, sentences)
    list.add(61, view.verbHash)
    list.add(62, view.verbHash, side, sentences)
    list.add(63, view.verbHash, context.shape)
    list.add(64, view.verb, mention.hasAside ? 1 : 0, side)
    guard mention.verb >= 0 else { return }
    let toQuote =
      gap.side == 0
      ? context.tokens.lowerBound - mention.verb : mention.verb - context.tokens.upperBound
    let near = Gap.bucket(max(0, toQuote))
    list.add(65, side, near, view.verb)
    list.add(66, side, near, context.shape)
    list.add(
      67, view.verb,
      scene.codes.indices.contains(mention.verb + 1)
        ? UInt32(scene.codes[mention.verb + 1]) : 0, side)
    let next = mention.verb + 1 < scene.tokens.count ? scene.tokens[mention.verb + 1].hash : 0
    list.add(71, view.verbHash, view.kind)
    list.add(72, view.verbHash, context.wordBefore)
    list.add(73, view.verbHash, context.length, side)
    list.add(74, view.verb, context.length, side << 4 | sentences)
    list.add(75, view.verb << 4 | side, context.wordBefore)
    list.add(76, view.verb << 4 | side, gap.lastReport)
    list.add(77, view.verb << 4 | side, gap.lastReport == view.verbHash ? 1 : 0, sentences)
    list.add(68, view.verbHash, next)
    list.add(69, side, next, sentences)
    list.add(
      70, UInt32(scene.tokens[mention.verb].ending.rawValue), view.verb, side << 4 | sentences)
  }
}
