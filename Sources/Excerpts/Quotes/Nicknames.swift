// "Ada “the Hammer” Quill": marked words between the parts of a name are a part of it.

import Prose

extension PieceContext {
  private static let longestNickname = 4

  /// Whether a few capitalised words stand between two parts of a name, with nothing between them
  /// and those. In a headline any word may have a capital, so there it is not told.
  func isNickname(_ scene: Scene) -> Bool {
    guard !isTitle, before >= 0, after >= 0, scene.isPartOfName(before),
      scene.isPartOfName(after),
      scene.tokens[before].sentence == scene.tokens[after].sentence
    else { return false }
    let words = scene.tokens[tokens].filter { $0.kind != .mark }
    return (1...Self.longestNickname).contains(words.count)
      && words.allSatisfy { $0.kind == .word }
      && words.allSatisfy { $0.isCapitalised || $0.classes.contains(.determiner) }
      && words.contains { $0.isCapitalised }
  }
}

extension Scene {
  /// A word whose first letter only is a capital, and no word of speaking, date, adverb, title or
  /// little word.
  fileprivate func isPartOfName(_ place: Int) -> Bool {
    let token = tokens[place]
    return token.kind == .word && token.shape == .capital
      && token.classes.isDisjoint(
        with: WordClasses.grammatical.union([.calendar, .speechVerb, .adverb, .title]))
  }
}
