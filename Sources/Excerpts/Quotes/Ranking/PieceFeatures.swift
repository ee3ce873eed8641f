// The features of "nobody" and "not speech": the quotation and what stands around it.

import Prose

extension SpeakerFeatures {
  /// Adds the features of a quotation under a block of templates.
  func addPiece(_ base: UInt32, _ list: inout some FeatureSink) {
    let marks = scene.pieces[context.place].family
    let family: UInt32 = marks == scene.mainFamily ? 0 : 1 + UInt32(marks.rawValue)
    list.add(base)
    list.add(base + 1, context.length)
    list.add(base + 2, context.length, context.shape)
    list.add(base + 3, context.shape)
    list.add(base + 4, context.wordBefore)
    list.add(base + 5, context.wordAfter)
    list.add(base + 6, context.wordBefore, context.wordAfter)
    list.add(base + 7, context.lead, context.length)
    list.add(base + 8, family, context.length)
    list.add(base + 9, family, context.isTitle ? 1 : 0)
    list.add(base + 10, context.startsParagraph ? 1 : 0, context.endsParagraph ? 1 : 0)
    list.add(base + 11, context.isUnclosed ? 1 : 0, context.isReopened ? 1 : 0)
    list.add(base + 12, context.reports, context.length)
    list.add(base + 13, context.reports, context.shape)
    list.add(base + 14, context.reports, context.wordBefore)
    addNeighbours(base + 20, &list)
    addInside(base + 40, &list)
    addSentence(base + 60, &list)
  }

  /// Two words to either side.
  private func addNeighbours(
    _ base: UInt32, _ list: inout some FeatureSink
  ) {
    let two = context.before > context.surroundings.lowerBound ? context.before - 1 : -1
    let codeBefore = context.before < 0 ? 0 : UInt32(scene.codes[context.before])
    let codeTwo = two < 0 ? 0 : UInt32(scene.codes[two])
    let codeAfter = context.after < 0 ? 0 : UInt32(scene.codes[context.after])
    list.add(base, codeTwo, codeBefore, codeAfter)
    list.add(base + 1, codeBefore, codeAfter, context.length)
    list.add(base + 2, codeBefore, codeAfter, context.shape)
    if two >= 0 {
      list.add(base + 3, scene.tokens[two].hash, context.wordBefore)
      list.add(base + 4, scene.tokens[two].hash)
    }
    let classes = context.before < 0 ? [] : scene.tokens[context.before].classes
    let wider: WordClasses = two < 0 ? classes : classes.union(scene.tokens[two].classes)
    list.add(base + 5, wider.contains(.naming) ? 1 : 0, wider.contains(.work) ? 1 : 0)
    list.add(base + 6, wider.contains(.speechVerb) ? 1 : 0, wider.contains(.determiner) ? 1 : 0)
    if context.after >= 0 {
      let after = scene.tokens[context.after].classes
      list.add(base + 7, after.contains(.speechVerb) ? 1 : 0, context.ending)
      list.add(base + 8, after.contains(.subjectPronoun) ? 1 : 0, context.ending)
    }
  }

  /// The quoted words: how they are written, whether they sound like speech.
  private func addInside(_ base: UInt32, _ list: inout some FeatureSink) {
    addPattern(base + 10, &list)
    let share = piece.words == 0 ? 5 : UInt32(4 * piece.capitals / piece.words)
    list.add(base, share, context.length)
    list.add(base + 1, share, context.shape)
    list.add(base + 2, UInt32(min(piece.verbs, 3)), context.length)
    list.add(base + 3, UInt32(min(piece.firstPersons, 2)), context.length)
    list.add(base + 4, piece.first)
    list.add(base + 5, piece.last)
    list.add(base + 6, piece.first, context.length)
    list.add(base + 7, share, context.lead)
    if piece.words == 1 { list.add(base + 8, piece.first) }
  }

  /// The parts of the sentence inside and before; short pieces word for word.
  private func addPattern(_ base: UInt32, _ list: inout some FeatureSink) {
    var pattern: UInt32 = 3
    for place in context.tokens.prefix(6) where scene.tokens[place].kind != .mark {
      pattern = pattern &* 131 &+ UInt32(scene.codes[place])
      if context.length <= 2, scene.tokens[place].kind == .word {
        list.add(base, scene.tokens[place].hash)
      }
    }
    list.add(base + 1, pattern)
    list.add(base + 2, pattern, context.wordBefore)
    var lead: UInt32 = 5
    var place = context.before
    for step in 0..<4 where place >= context.surroundings.lowerBound {
      lead = lead &* 131 &+ UInt32(scene.codes[place])
      if step == 2 { list.add(base + 3, lead, context.shape) }
      if scene.tokens[place].kind == .word { list.add(base + 4, scene.tokens[place].hash) }
      place -= 1
    }
    list.add(base + 5, lead, context.length)
    list.add(base + 6, piece.lastEnding, context.wordBefore)
    let after = context.after < 0 ? 0 : UInt32(scene.codes[context.after])
    list.add(base + 7, after, context.wordBefore)
    let repeats = scene.repeats[context.place]
    list.add(base + 8, UInt32(min(repeats, 2)), context.length)
  }

  /// What else the sentence and the paragraph hold.
  private func addSentence(_ base: UInt32, _ list: inout some FeatureSink) {
    let (before, around) = (piece.before, piece.around)
    let reports = UInt32(min(around.reports, 2))
    list.add(base, UInt32(min(before.reports, 2)), reports, context.length)
    list.add(base + 1, reports, context.shape)
    list.add(base + 2, around.namings > 0 ? 1 : 0, min(reports, 1), context.length)
    list.add(base + 3, around.others > 0 ? 1 : 0, context.shape)
    let pieces = scene.piecesOfParagraph[context.paragraph]
    list.add(base + 4, UInt32(min(pieces.count, 4)), context.length)
    let mentions = scene.mentionsOfParagraph[context.paragraph]
    list.add(base + 5, UInt32(mentions.outside), context.shape)
    list.add(base + 6, UInt32(mentions.reporters), context.shape)
    list.add(base + 7, UInt32(mentions.reporters), context.length)
  }
}
