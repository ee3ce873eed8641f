// Which mentions may have said a quotation: those around it in the paragraph, and where the
// paragraph has none, those of the paragraphs beside it and those considered just before.

/// Collects candidates.
struct CandidateSearch {
  let scene: Scene
  private static let mostBefore = 16
  private static let mostAfter = 10
  private static let mostCarried = 12

  /// The candidates of a quotation, "nobody" and "not speech" first.
  ///
  /// - Parameters:
  ///   - context: where the quotation stands.
  ///   - previous: the quotation before it.
  /// - Returns: at least those two.
  func candidates(for context: PieceBounds, after previous: PieceContext?) -> [SpeakerCandidate] {
    var found: [SpeakerCandidate] = []
    found.reserveCapacity(2 + Self.mostBefore + Self.mostAfter)
    found.append(.nobody)
    found.append(.notSpeech)
    addSurrounding(context, &found)
    let outside = scene.mentionsOfParagraph[context.paragraph].outside
    if context.startsParagraph || outside < 3 { addBefore(context, &found) }
    if context.coversParagraph || outside == 0 {
      addAfter(context, &found)
      addCarried(from: previous, context, &found)
    }
    return found
  }

  private func addSurrounding(_ context: PieceBounds, _ found: inout [SpeakerCandidate]) {
    let range = scene.mentionsOfParagraph[context.paragraph].places
    let middle = scene.firstMention(in: range, from: context.tokens.lowerBound)
    var count = 0
    for place in (range.lowerBound..<middle).suffix(Scene.mentionsWatched).reversed()
    where isCandidate(place) {
      found.append(.mention(place))
      count += 1
      if count == Self.mostBefore { break }
    }
    count = 0
    for place in (middle..<range.upperBound).prefix(Scene.mentionsWatched)
    where isCandidate(place) {
      found.append(.mention(place))
      count += 1
      if count == Self.mostAfter { break }
    }
  }

  private func isCandidate(_ place: Int) -> Bool {
    scene.mentions[place].piece < 0 || scene.mentions[place].kind == .label
  }

  private func addBefore(_ context: PieceBounds, _ found: inout [SpeakerCandidate]) {
    guard context.paragraph > 0 else { return }
    let range = scene.mentionsOfParagraph[context.paragraph - 1].places
    for place in range.suffix(10).reversed() where isCandidate(place) {
      found.append(.mention(place))
    }
  }

  private func addAfter(_ context: PieceBounds, _ found: inout [SpeakerCandidate]) {
    guard context.paragraph + 1 < scene.paragraphs.count else { return }
    let range = scene.mentionsOfParagraph[context.paragraph + 1].places
    for place in range.prefix(6).filter(isCandidate).prefix(3) {
      found.append(.mention(place))
    }
  }

  private func addCarried(
    from previous: PieceContext?, _ context: PieceBounds, _ found: inout [SpeakerCandidate]
  ) {
    guard let previous, context.paragraph - previous.paragraph <= 3 else { return }
    for candidate in previous.candidates.dropFirst(2).prefix(Self.mostCarried)
    where !found.contains(candidate) {
      found.append(candidate)
    }
  }
}
