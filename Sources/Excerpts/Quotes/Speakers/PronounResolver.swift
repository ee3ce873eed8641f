// Finds who a pronoun stands for: the nearest mention before it that agrees, where subjects,
// reporters and the speaker of the quotation before weigh more than others.

import Prose

/// Looks back from a pronoun.
struct PronounResolver {
  let scene: Scene
  let cast: SceneCast
  private static let farthest = 60

  /// The place of the mention that the pronoun at a place stands for.
  ///
  /// - Parameters:
  ///   - place: a pronoun among the scene's mentions.
  ///   - previous: the mention, itself no pronoun, that spoke before.
  /// - Returns: the mention; nil where none agrees.
  func antecedent(of place: Int, previous: Int?) -> Int? {
    let pronoun = scene.mentions[place]
    let token = scene.tokens[pronoun.head]
    if token.classes.contains(.relative), !token.is(.that) {
      return place > 0 ? place - 1 : nil
    }
    guard let need = Agreement(token) else { return nil }
    var best: (place: Int, score: Int)?
    for other in stride(from: place - 1, through: max(0, place - Self.farthest), by: -1) {
      let mention = scene.mentions[other]
      guard mention.kind != .pronoun, mention.piece < 0 || mention.piece == pronoun.piece,
        agrees(other, need)
      else { continue }
      let score = score(other, pronoun, isPrevious: other == previous)
      if score > best?.score ?? -60 { best = (other, score) }
    }
    return best?.place
  }

  private func score(_ place: Int, _ pronoun: Mention, isPrevious: Bool) -> Int {
    let mention = scene.mentions[place]
    let first = mention.tokens.lowerBound
    let sentences = Int(scene.tokens[pronoun.head].sentence - scene.tokens[first].sentence)
    let before = first > 0 ? scene.tokens[first - 1] : scene.tokens[first]
    var score = -5 * min(sentences, 10)
    if isPrevious { score += 5 }
    if mention.verb >= 0 { score += 5 }
    if mention.verbReports { score += 4 }
    if before.sentence != scene.tokens[first].sentence || first == 0 { score += 4 }
    if before.classes.contains(.preposition) { score -= 4 }
    if mention.isGenitive { score -= 3 }
    if mention.kind == .nominal {
      return score - (scene.tokens[first].is(.the) ? 6 : 3)
    }
    score += min(scene.names[place].mentions, 6)
    if let member = cast.place(of: place), !cast.members[member].isSurelyPerson {
      score -= scene.tokens[pronoun.head].classes.contains(.plural) ? 0 : 7
    }
    return score
  }

  private func agrees(_ place: Int, _ need: Agreement) -> Bool {
    let mention = scene.mentions[place]
    let head = scene.tokens[mention.head]
    switch mention.kind {
    case .pronoun: return false
    case .named, .label:
      guard let member = cast.place(of: place) else { return need != .plural }
      let isBody = cast.members[member].isBody
      switch need {
      case .masculine: return cast.members[member].gender != .feminine && !isBody
      case .feminine: return cast.members[member].gender != .masculine && !isBody
      case .thing, .plural: return isBody
      }
    case .nominal:
      switch need {
      case .masculine:
        return isPerson(head) && !head.classes.contains(.feminine)
      case .feminine:
        return isPerson(head) && !head.classes.contains(.masculine)
      case .thing:
        return !head.classes.isDisjoint(with: [.document, .organisation])
      case .plural:
        return head.ending == .plural || !head.classes.isDisjoint(with: [.plural, .organisation])
      }
    }
  }

  private func isPerson(_ head: Lexeme) -> Bool {
    head.classes.contains(.person) && !head.classes.contains(.plural)
  }
}

/// What an antecedent must be.
private enum Agreement {
  case masculine, feminine, plural, thing

  init?(_ token: Lexeme) {
    if token.classes.contains(.masculine) {
      self = .masculine
    } else if token.classes.contains(.feminine) {
      self = .feminine
    } else if token.is(.it) || token.is(.its) {
      self = .thing
    } else if token.classes.contains(.plural), !firstPersons.contains(token.hash) {
      self = .plural
    } else {
      return nil
    }
  }
}
private let firstPersons = ["we", "us", "our", "both", "some", "many"].map { WordHash.of($0) }
