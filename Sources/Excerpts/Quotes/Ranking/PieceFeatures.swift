// The features of "nobody" and "not speech": the quotation and what stands around it.

import Prose

extension SpeakerFeatures {
  /// Adds the features of a quotation under a block of templates.
  func addPiece(_ base: UInt32, _ context: PieceContext, _ list: inout FeatureList) {
    let piece = scene.pieces[context.place]
    let family: UInt32 = piece.family == scene.mainFamily ? 0 : 1 + UInt32(piece.family.rawValue)
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
    addNeighbours(base + 20, context, &list)
    addInside(base + 40, context, &list)
    addSentence(base + 60, context, &list)
  }

  /// Two words to either side.
  private func addNeighbours(
    _ base: UInt32, _ context: PieceContext, _ list: inout FeatureList
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
  private func addInside(_ base: UInt32, _ context: PieceContext, _ list: inout FeatureList) {
    var (capitals, words, verbs, firstPersons) = (0, 0, 0, 0)
    var first: UInt32 = 0
    var last: UInt32 = 0
    for token in scene.tokens[context.tokens].prefix(40) where token.kind == .word {
      words += 1
      if first == 0 { first = token.hash }
      last = token.hash
      if token.isCapitalised { capitals += 1 }
      if !token.classes.isDisjoint(with: [.auxiliary, .verb, .speechVerb]) { verbs += 1 }
      if personHashes.contains(token.hash) { firstPersons += 1 }
    }
    addPattern(base + 10, context, &list)
    let share = words == 0 ? 5 : UInt32(4 * capitals / words)
    list.add(base, share, context.length)
    list.add(base + 1, share, context.shape)
    list.add(base + 2, UInt32(min(verbs, 3)), context.length)
    list.add(base + 3, UInt32(min(firstPersons, 2)), context.length)
    list.add(base + 4, first)
    list.add(base + 5, last)
    list.add(base + 6, first, context.length)
    list.add(base + 7, share, context.lead)
    if words == 1 { list.add(base + 8, first) }
  }

  /// The parts of the sentence inside and before; short pieces word for word.
  private func addPattern(_ base: UInt32, _ context: PieceContext, _ list: inout FeatureList) {
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
    let last = scene.tokens[context.tokens].last { $0.kind == .word }
    list.add(base + 6, UInt32(last?.ending.rawValue ?? 9), context.wordBefore)
    let after = context.after < 0 ? 0 : UInt32(scene.codes[context.after])
    list.add(base + 7, after, context.wordBefore)
    let repeats = scene.repeats[context.place]
    list.add(base + 8, UInt32(min(repeats, 2)), context.length)
  }

  /// What else the sentence and the paragraph hold.
  private func addSentence(_ base: UInt32, _ context: PieceContext, _ list: inout FeatureList) {
    var (reports, namings, others) = (0, 0, 0)
    var place = context.before
    while place >= context.surroundings.lowerBound, place > context.before - 25,
      scene.tokens[place].sentence == scene.tokens[context.tokens.lowerBound].sentence
    {
      count(place, &reports, &namings, &others)
      place -= 1
    }
    let before = (reports, others)
    place = context.after
    while place >= 0, place < context.surroundings.upperBound, place < context.after + 25,
      scene.tokens[place].sentence == scene.tokens[context.tokens.upperBound - 1].sentence
    {
      count(place, &reports, &namings, &others)
      place += 1
    }
    list.add(base, UInt32(min(before.0, 2)), UInt32(min(reports, 2)), context.length)
    list.add(base + 1, UInt32(min(reports, 2)), context.shape)
    list.add(base + 2, namings > 0 ? 1 : 0, UInt32(min(reports, 1)), context.length)
    list.add(base + 3, others > 0 ? 1 : 0, context.shape)
    let pieces = scene.piecesOfParagraph[context.paragraph]
    list.add(base + 4, UInt32(min(pieces.count, 4)), context.length)
    let mentions = scene.outsideMentions(ofParagraph: context.paragraph)
    let outside = mentions.prefix(3).count
    list.add(base + 5, UInt32(outside), context.shape)
    let reporters = mentions.filter { $0.verbReports || $0.isAccordingTo }.prefix(2).count
    list.add(base + 6, UInt32(reporters), context.shape)
    list.add(base + 7, UInt32(reporters), context.length)
  }

  private func count(_ place: Int, _ reports: inout Int, _ namings: inout Int, _ others: inout Int)
  {
    if scene.pieceOfToken[place] >= 0 { others += 1 }
    let classes = scene.tokens[place].classes
    if classes.contains(.speechVerb) { reports += 1 }
    if !classes.isDisjoint(with: [.naming, .work]) { namings += 1 }
  }
}

private let personHashes = Set(
  ["i", "we", "you", "i'm", "we're", "my", "our", "it's", "don't", "i've", "we've", "me", "us"]
    .map { WordHash.of($0) })
