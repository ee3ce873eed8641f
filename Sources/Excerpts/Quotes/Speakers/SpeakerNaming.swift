// Says in full who a mention stands for.

import Articles
import Prose

/// Names speakers of one scene.
struct SpeakerNaming {
  let scene: Scene
  let base: Int
  let cast: SceneCast
  let text: String

  /// The speaker that a mention stands for.
  ///
  /// - Parameters:
  ///   - place: the mention.
  ///   - previous: the mention that spoke before, itself no pronoun.
  /// - Returns: the speaker in full.
  func speaker(_ place: Int, previous: Int?) -> Speaker {
    let mention = scene.mentions[place]
    var result = named(place, previous: previous)
    if !isBeside(result, mention) { result.mention = scene.textRange(extent(of: mention), base) }
    return result
  }

  /// "His spokesman, Ana Ruiz, said": the name is the better mention.
  private func isBeside(_ speaker: Speaker, _ mention: Mention) -> Bool {
    let end = scene.textRange(extent(of: mention), base).upperBound
    return mention.kind == .nominal && speaker.mention.lowerBound > end
      && speaker.mention.lowerBound <= end + 2
  }

  /// The mention that a pronoun stands for; the mention itself where it is none.
  func referent(_ place: Int, previous: Int?) -> Int {
    guard scene.mentions[place].kind == .pronoun else { return place }
    return PronounResolver(scene: scene, cast: cast).antecedent(of: place, previous: previous)
      ?? place
  }

  private func named(_ place: Int, previous: Int?) -> Speaker {
    let mention = scene.mentions[place]
    switch mention.kind {
    case .named, .label:
      return member(place) ?? plain(mention, words(extent(of: mention)))
    case .pronoun:
      let referent = referent(place, previous: previous)
      if referent == place {
        var speaker = plain(mention, words(extent(of: mention)))
        speaker.isAnonymous = indefinites.contains(scene.tokens[mention.head].hash)
        return speaker
      }
      let target = scene.mentions[referent]
      guard target.kind == .nominal else { return named(referent, previous: nil) }
      return nominal(target, isReferredTo: true)
    case .nominal:
      return nominal(mention, isReferredTo: false)
    }
  }

  private func member(_ place: Int) -> Speaker? {
    cast.place(of: place).map { speaker(of: cast.members[$0], scene.mentions[place]) }
  }

  private func speaker(of member: CastMember, _ mention: Mention) -> Speaker {
    Speaker(
      mention: scene.textRange(mention.tokens, base), name: name(of: member),
      role: member.role.map { words($0) }, introduction: member.introduction)
  }

  /// A body keeps the article that its name starts with at the start of a sentence.
  private func name(of member: CastMember) -> String {
    let article = TextRange(max(0, member.name.lowerBound - 4), member.name.lowerBound)
    return member.isBody && words(article) == "The "
      ? words(article.union(member.name))
      : words(member.name)
  }

  private func nominal(_ mention: Mention, isReferredTo: Bool) -> Speaker {
    if let name = nameBeside(mention) { return name }
    let head = scene.tokens[mention.head]
    let isDefinite = scene.tokens[mention.tokens.lowerBound].is(.the)
    if isDefinite, head.classes.contains(.person), !head.classes.contains(.plural),
      let place = cast.member(withRole: head.hash)
    {
      return speaker(of: cast.members[place], mention)
    }
    var result = plain(mention, "")
    let noun = describingNoun(mention)
    result.name =
      isReferredTo ? "the " + words(noun..<noun + 1) : words(extent(of: mention)).withLowerArticle
    result.isAnonymous = isAnonymous(mention)
    result.introduction = firstMention(of: scene.tokens[noun].hash, before: mention)
    return result
  }

  /// "The leader of the league, Ana Ruiz, said": the name in the aside.
  private func nameBeside(_ mention: Mention) -> Speaker? {
    let extent = extent(of: mention)
    let next = extent.upperBound
    guard next + 1 < scene.tokens.count, scene.tokens[next].kind == .comma,
      let other = scene.mention(startingAt: next + 1), scene.mentions[other].kind == .named,
      !scene.tokens[scene.mentions[other].head].classes.contains(.organisationName)
    else { return nil }
    guard var speaker = member(other) else { return nil }
    if speaker.role == nil { speaker.role = words(withoutArticle(extent)) }
    return speaker
  }

  private func plain(_ mention: Mention, _ name: String) -> Speaker {
    let range = scene.textRange(mention.tokens, base)
    return Speaker(mention: range, name: name, introduction: range)
  }

  /// "The man, a soldier in the region": the aside says more than the noun.
  private func describingNoun(_ mention: Mention) -> Int {
    let next = mention.tokens.upperBound
    guard vagueNouns.contains(scene.tokens[mention.head].hash), next + 1 < scene.tokens.count,
      scene.tokens[next].kind == .comma, let place = scene.mention(startingAt: next + 1)
    else { return mention.head }
    let other = scene.mentions[place]
    return other.kind == .nominal && scene.tokens[other.head].classes.contains(.person)
      ? other.head : mention.head
  }

  private func firstMention(of head: UInt32, before mention: Mention) -> TextRange? {
    let first = scene.mentions.first { $0.kind == .nominal && $0.nameHash == head && $0.piece < 0 }
    return scene.textRange(extent(of: first ?? mention), base)
  }
}

// MARK: - Extent and anonymity

extension SpeakerNaming {
  /// A noun phrase with the words that tell which: "a source close to the campaign".
  func extent(of mention: Mention) -> Range<Int> {
    let end = scene.paragraphs[mention.paragraph].tokens.upperBound
    var place = mention.tokens.upperBound
    if mention.kind == .named { return withArticle(mention.tokens) }
    guard mention.kind == .nominal || indefinites.contains(scene.tokens[mention.head].hash),
      !mention.isGenitive, place < end,
      continues(scene.tokens[place])
    else { return mention.tokens }
    while place < end, place < mention.tokens.upperBound + 9,
      Int(scene.pieceOfToken[place]) == mention.piece, place != mention.verb,
      isPhraseWord(scene.tokens[place])
    {
      place += 1
    }
    while place > mention.tokens.upperBound, isLoose(scene.tokens[place - 1]) { place -= 1 }
    return mention.tokens.lowerBound..<place
  }

  private func withArticle(_ tokens: Range<Int>) -> Range<Int> {
    guard tokens.lowerBound > 0 else { return tokens }
    let before = scene.tokens[tokens.lowerBound - 1]
    let isBody = scene.tokens[tokens].contains { $0.classes.contains(.organisationName) }
    guard isBody, before.is(.the), before.isCapitalised else { return tokens }
    return tokens.lowerBound - 1..<tokens.upperBound
  }

  private func withoutArticle(_ tokens: Range<Int>) -> Range<Int> {
    let first = scene.tokens[tokens.lowerBound].classes
    return !first.isDisjoint(with: [.determiner, .possessive]) && tokens.count > 1
      ? tokens.lowerBound + 1..<tokens.upperBound : tokens
  }

  private func continues(_ token: Lexeme) -> Bool {
    token.classes.contains(.preposition) && !token.is(.as) || token.is(.close)
      || token.is(.familiar) || token.is(.who)
  }

  private func isPhraseWord(_ token: Lexeme) -> Bool {
    switch token.kind {
    case .word:
      return token.is(.who) || token.classes.isDisjoint(with: [.speechVerb, .auxiliary])
        || !token.classes.isDisjoint(with: [.document, .person])
    case .number, .genitive: return true
    default: return false
    }
  }

  private func isLoose(_ token: Lexeme) -> Bool {
    !token.classes.isDisjoint(with: [.preposition, .conjunction, .relative, .determiner, .adverb])
  }

  /// People whose names are withheld: a source, officials, anyone who asked not to be named.
  private func isAnonymous(_ mention: Mention) -> Bool {
    let words = scene.tokens[mention.tokens]
    if words.contains(where: { namelessWords.contains($0.hash) }) { return true }
    let end = scene.paragraphs[mention.paragraph].tokens.upperBound
    let near = scene.tokens[mention.tokens.upperBound..<min(end, mention.tokens.upperBound + 24)]
    if near.prefix(while: { $0.kind != .stop }).contains(where: { namelessWords.contains($0.hash) })
    {
      return true
    }
    let classes = scene.tokens[mention.head].classes
    let isIndefinite = indefinites.contains(scene.tokens[mention.tokens.lowerBound].hash)
    return classes.contains(.withheld) || isIndefinite && classes.contains(.person)
  }

  private func words(_ range: TextRange) -> String {
    String(text.slice(range)).joinedLines
  }

  private func words(_ tokens: Range<Int>) -> String {
    words(scene.textRange(tokens, base))
  }
}

extension Scene {
  /// The mention whose first token, an article before it left aside, is at a place.
  fileprivate func mention(startingAt token: Int) -> Int? {
    let place = firstMention(in: mentions.indices, from: token)
    return place < mentions.count && mentions[place].tokens.lowerBound <= token + 1 ? place : nil
  }
}

extension String {
  /// A phrase from the start of a sentence, as it stands inside one.
  fileprivate var withLowerArticle: String {
    for article in ["The ", "A ", "An ", "One ", "Some ", "His ", "Her ", "Their "]
    where hasPrefix(article) {
      return article.lowercased() + dropFirst(article.count)
    }
    return self
  }

  fileprivate var joinedLines: String {
    // Characters are looked at only where a byte of a line break stands, which is rare.
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }),
      contains(where: \.isNewline)
    else { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
private let indefinites = [
  "a", "an", "one", "another", "some", "two", "three", "several", "someone", "somebody",
]
.map { WordHash.of($0) }
private let vagueNouns = ["man", "woman", "person", "guy", "caller"].map { WordHash.of($0) }
private let namelessWords = [
  "anonymous", "anonymity", "unnamed", "unidentified", "anonymously", "unattributed",
]
.map { WordHash.of($0) }
