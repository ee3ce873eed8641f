// What the features of a quotation ask of its words and its sentence; read once, because "nobody" and
// "not speech" both ask.

import Prose

/// Counts over the words of a quotation and those around it.
struct PieceView {
  /// The first and the last word, of those looked at.
  private(set) var first: UInt32 = 0
  private(set) var last: UInt32 = 0
  private(set) var words = 0
  private(set) var capitals = 0
  private(set) var verbs = 0
  /// Words of a speaker about himself, or to somebody.
  private(set) var firstPersons = 0
  /// How the very last word ends; 9 where there is none.
  private(set) var lastEnding: UInt32 = 9
  /// The words around it, before and in all.
  private(set) var before = Surroundings()
  private(set) var around = Surroundings()
  private static let wordsRead = 40
  private static let reach = 25

  /// What the sentence holds besides the quotation.
  struct Surroundings {
    /// Verbs that report.
    var reports = 0
    /// Words that precede marked words which nobody says.
    var namings = 0
    /// Words of other quotations.
    var others = 0
  }

  init(_ context: PieceContext, _ scene: Scene) {
    for token in scene.tokens[context.tokens].prefix(Self.wordsRead) where token.kind == .word {
      words += 1
      if first == 0 { first = token.hash }
      last = token.hash
      if token.isCapitalised { capitals += 1 }
      if !token.classes.isDisjoint(with: [.auxiliary, .verb, .speechVerb]) { verbs += 1 }
      if token.classes.contains(.firstPerson) { firstPersons += 1 }
    }
    for place in context.tokens.reversed() where scene.tokens[place].kind == .word {
      lastEnding = UInt32(scene.tokens[place].ending.rawValue)
      break
    }
    lookAround(context, scene)
  }

  private mutating func lookAround(_ context: PieceContext, _ scene: Scene) {
    var place = context.before
    var sentence = scene.tokens[context.tokens.lowerBound].sentence
    let start = max(context.surroundings.lowerBound, context.before - Self.reach + 1)
    while place >= start, scene.tokens[place].sentence == sentence {
      around.count(place, scene)
      place -= 1
    }
    before = around
    guard context.after >= 0 else { return }
    place = context.after
    sentence = scene.tokens[context.tokens.upperBound - 1].sentence
    let end = min(context.surroundings.upperBound, context.after + Self.reach)
    while place < end, scene.tokens[place].sentence == sentence {
      around.count(place, scene)
      place += 1
    }
  }
}

extension PieceView.Surroundings {
  fileprivate mutating func count(_ place: Int, _ scene: Scene) {
    if scene.pieceOfToken[place] >= 0 { others += 1 }
    let classes = scene.tokens[place].classes
    if classes.contains(.speechVerb) { reports += 1 }
    if !classes.isDisjoint(with: [.naming, .work]) { namings += 1 }
  }
}
