// Says what a named person is, from the words around the name: "Ana Ruiz, the mayor of Aldmere,",
// "campaign manager Ana Ruiz", "Sen. Ana Ruiz".

import Prose

/// What a person is.
struct Role {
  /// The words, without an article.
  var tokens: Range<Int>
  /// The nouns that name the role.
  var heads: Set<UInt32>
  var gender: CastMember.Gender
}

/// Looks beside a name.
struct RoleFinder {
  let scene: Scene

  /// The role that stands beside a name: after it, before it, or in its title.
  func role(of mention: Mention, _ words: NameWords) -> Role? {
    roleAfter(mention) ?? roleBefore(mention, words)
  }

  /// "…, a Dutch member of the European Parliament." An age between commas is passed over.
  private func roleAfter(_ mention: Mention) -> Role? {
    let end = scene.paragraphs[mention.paragraph].tokens.upperBound
    var place = mention.tokens.upperBound
    guard place + 1 < end, scene.tokens[place].kind == .comma else { return nil }
    place += 1
    if scene.tokens[place].kind == .number, place + 2 < end, scene.tokens[place + 1].kind == .comma
    {
      place += 2
    }
    if !scene.tokens[place].classes.isDisjoint(with: [.determiner, .possessive]) { place += 1 }
    let first = place
    while place < end, place < first + 16, isInside(place, of: mention) { place += 1 }
    return checked(first..<place)
  }

  private func isInside(_ place: Int, of mention: Mention) -> Bool {
    let token = scene.tokens[place]
    guard Int(scene.pieceOfToken[place]) == mention.piece else { return false }
    switch token.kind {
    case .word: return !token.is(.who) && !token.classes.contains(.auxiliary)
    case .number, .genitive, .sign: return true
    default: return false
    }
  }

  /// "Trump campaign spokeswoman Hope Hicks", "Defense Secretary Ash Carter".
  private func roleBefore(_ mention: Mention, _ words: NameWords) -> Role? {
    let start = scene.paragraphs[mention.paragraph].tokens.lowerBound
    var first = words.name.lowerBound
    let last = first
    while first > start, first > last - 7, isModifier(first - 1, of: mention) { first -= 1 }
    if last == words.titles.upperBound, !words.titles.isEmpty, first == words.titles.lowerBound {
      return words.hasTellingTitle(scene)
        ? Role(tokens: words.titles, heads: [], gender: .unknown) : nil
    }
    while first < last,
      !scene.tokens[first].classes.isDisjoint(with: [.determiner, .possessive])
        || scene.tokens[first].kind == .genitive
    {
      first += 1
    }
    return checked(first..<last)
  }

  private func isModifier(_ place: Int, of mention: Mention) -> Bool {
    let token = scene.tokens[place]
    if token.kind == .genitive { return true }
    guard token.kind == .word, Int(scene.pieceOfToken[place]) == mention.piece else { return false }
    if !token.classes.isDisjoint(with: [.person, .title, .organisation, .adjective]) {
      return true
    }
    return token.classes.isDisjoint(with: .grammatical.union([.speechVerb, .verb, .adverb]))
  }

  /// A role names a person by what they do, near its start or at its end.
  private func checked(_ range: Range<Int>) -> Role? {
    guard !range.isEmpty else { return nil }
    var heads: Set<UInt32> = []
    var gender = CastMember.Gender.unknown
    for place in range {
      let token = scene.tokens[place]
      if token.classes.contains(.preposition), !heads.isEmpty { break }
      guard !token.classes.isDisjoint(with: [.person, .title]) else {
        let isVerb = !token.classes.isDisjoint(with: [.speechVerb, .verb])
        if heads.isEmpty, isVerb, token.ending != .past { return nil }
        continue
      }
      heads.insert(token.hash)
      if token.classes.contains(.masculine) { gender = .masculine }
      if token.classes.contains(.feminine) { gender = .feminine }
    }
    return heads.isEmpty ? nil : Role(tokens: range, heads: heads, gender: gender)
  }
}
