// The features by which the ranker tells who said a quotation. Every feature is either about the
// candidate's words, its place, the words between, or the quotation itself; none holds text.

import Prose

/// Computes the features of one quotation's candidates; the reader and the trainer both run this
/// code.
struct SpeakerFeatures {
  let scene: Scene
  let context: PieceContext
  let piece: PieceView

  init(_ context: PieceContext, _ scene: Scene) {
    self.scene = scene
    self.context = context
    piece = PieceView(context, scene)
  }

  /// Adds the features of a candidate, always in the same order.
  func add(
    _ candidate: SpeakerCandidate, _ gaps: inout GapMeasure, to list: inout some FeatureSink
  ) {
    switch candidate {
    case .nobody: addPiece(1000, &list)
    case .notSpeech: addPiece(2000, &list)
    case .mention(let place): add(MentionView(place, scene), gaps.gap(to: place), to: &list)
    }
  }

  /// What the features of the mention alone weigh.
  func ownWeight(of view: MentionView, _ weights: RankerWeights) -> Int32 {
    var sum = OwnFeatureSum(weights)
    add(view, Gap(), to: &sum)
    return sum.total
  }

  /// Adds the features of a mention.
  func add(_ view: MentionView, _ gap: Gap, to list: inout some FeatureSink) {
    addWords(view, gap, &list)
    addName(view, &list)
    addPlace(view, gap, &list)
    addReport(context.report(of: view.place), view, gap, &list)
    addGap(view, gap, &list)
    addVerb(view, gap, &list)
  }
}

// MARK: - The candidate's own words

extension SpeakerFeatures {
  private func addWords(
    _ view: MentionView, _ gap: Gap, _ list: inout some FeatureSink
  ) {
    let shape = context.shape
    list.addOwn(0)
    list.addOwn(1, view.kind)
    list.add(2, view.kind, gap.side)
    list.addOwn(3, view.noun)
    list.add(4, view.kind, context.length)
    list.add(5, view.kind, shape)
    list.addOwn(6, view.wordBefore)
    list.addOwn(7, view.wordAfter)
    list.add(8, view.codeBefore, view.codeAfter, gap.side)
    list.addOwn(9, view.kind, view.codeBefore)
    list.add(10, view.opensSentence ? 1 : 0, gap.side, UInt32(gap.words.sentences))
    list.add(11, view.mentionKind, view.isAccordingTo ? 1 : 0, gap.side)
    list.add(12, view.wordBefore, gap.side, gap.isSameSentence ? 1 : 0)
    list.addOwn(16, view.twoBefore, view.wordBefore)
    list.addOwn(17, view.wordAfter, view.twoAfter)
    list.add(18, view.wordAfter, gap.side, gap.isSameSentence ? 1 : 0)
    list.addOwn(19, view.kind, view.wordAfter)
  }

  private func addName(_ view: MentionView, _ list: inout some FeatureSink) {
    guard view.isName else { return }
    list.addOwn(13, UInt32(min(view.counts.mentions, 4)))
    list.addOwn(14, UInt32(min(view.counts.reports, 3)), view.verb)
    list.addOwn(15, view.isGiven ? 1 : 0, UInt32(min(view.length, 4)))
  }
}

// MARK: - Where it stands

extension SpeakerFeatures {
  private func addPlace(
    _ view: MentionView, _ gap: Gap, _ list: inout some FeatureSink
  ) {
    let side = gap.side
    let distance = Gap.bucket(gap.words.tokens)
    let kind = view.mentionKind
    let sentences = UInt32(min(gap.words.sentences, 3))
    let pieces = UInt32(min(gap.words.pieces, 3))
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
    list.add(37, view.isQuoted ? 1 : 0, kind, gap.paragraphs)
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
    _ report: UInt32, _ view: MentionView, _ gap: Gap, _ list: inout some FeatureSink
  ) {
    list.add(90, report, context.reports)
    list.add(91, report, context.reports, context.shape)
    list.add(92, report, context.reports, view.kind)
    list.add(93, report, context.reports, gap.side << 4 | UInt32(min(gap.words.sentences, 2)))
    list.add(94, report, context.reports << 4 | gap.side, view.verb << 4 | context.length)
  }
}

// MARK: - The words between

extension SpeakerFeatures {
  private func addGap(
    _ view: MentionView, _ gap: Gap, _ list: inout some FeatureSink
  ) {
    let side = gap.side
    list.add(40, side, gap.words.pattern)
    list.add(41, side, gap.words.pattern, view.kind)
    list.add(42, side, gap.words.pattern, context.shape)
    list.add(43, side, gap.words.nearPattern, view.verb)
    list.add(44, side, gap.words.farPattern, view.verb)
    list.add(45, side, gap.words.signs)
    list.add(46, side, gap.words.signs, view.verb)
    if gap.words.tokens <= 3 { list.add(47, side, gap.words.hash) }
    if gap.words.tokens <= 3 { list.add(48, side, gap.words.hash, context.ending) }
    list.add(49, side, context.wordBefore, view.verb)
    list.add(50, side, context.wordAfter, gap.words.sentences > 0 ? 1 : 0)
    list.add(51, context.lead, side, view.verb)
    list.add(52, side, gap.words.lastReport, UInt32(min(gap.words.sentences, 2)))
    list.add(53, side, gap.hasOwnVerb ? 1 : 0, view.verb << 4 | UInt32(min(gap.words.sentences, 2)))
    list.add(
      54, gap.hasOwnVerb ? 1 : 0, context.shape,
      side << 8 | UInt32(min(gap.words.pieces, 2)) << 4 | view.verb)
  }
}

// MARK: - The verb

extension SpeakerFeatures {
  private func addVerb(
    _ view: MentionView, _ gap: Gap, _ list: inout some FeatureSink
  ) {
    let side = gap.side
    let sentences = UInt32(min(gap.words.sentences, 2))
    list.add(60, view.verb, side, sentences)
    list.addOwn(61, view.verbHash)
    list.add(62, view.verbHash, side, sentences)
    list.add(63, view.verbHash, context.shape)
    list.add(64, view.verb, view.hasAside ? 1 : 0, side)
    guard view.verbPlace >= 0 else { return }
    let toQuote =
      gap.side == 0
      ? context.tokens.lowerBound - view.verbPlace : view.verbPlace - context.tokens.upperBound
    let near = Gap.bucket(max(0, toQuote))
    list.add(65, side, near, view.verb)
    list.add(66, side, near, context.shape)
    list.add(
      67, view.verb, view.codeAfterVerb, side)
    list.addOwn(71, view.verbHash, view.kind)
    list.add(72, view.verbHash, context.wordBefore)
    list.add(73, view.verbHash, context.length, side)
    list.add(74, view.verb, context.length, side << 4 | sentences)
    list.add(75, view.verb << 4 | side, context.wordBefore)
    list.add(76, view.verb << 4 | side, gap.words.lastReport)
    list.add(77, view.verb << 4 | side, gap.words.lastReport == view.verbHash ? 1 : 0, sentences)
    list.addOwn(68, view.verbHash, view.wordAfterVerb)
    list.add(69, side, view.wordAfterVerb, sentences)
    list.add(
      70, view.verbEnding, view.verb, side << 4 | sentences)
  }
}
