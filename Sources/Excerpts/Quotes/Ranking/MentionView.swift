// What the features ask of a mention, whatever the quotation.

import Prose

/// A mention and the words around it, as small numbers.
struct MentionView {
  let place: Int
  let mentionKind: UInt32
  let isName: Bool
  /// Pronoun by number, kind of name, or kind of noun.
  let kind: UInt32
  /// The head word of what is no name and no pronoun, else 0.
  let noun: UInt32
  let length: Int
  /// A given name or title comes first.
  let isGiven: Bool
  /// How often the name is mentioned, and how often it reports.
  let counts: (mentions: Int, reports: Int)
  let isAccordingTo: Bool
  /// It stands in a quotation.
  let isQuoted: Bool
  let wordBefore: UInt32
  let wordAfter: UInt32
  let twoBefore: UInt32
  let twoAfter: UInt32
  let codeBefore: UInt32
  let codeAfter: UInt32
  let opensSentence: Bool
  /// 0 no verb, 1 another verb after, 2 reporting verb after, 3 reporting verb before.
  let verb: UInt32
  let verbPlace: Int
  let verbHash: UInt32
  let verbEnding: UInt32
  let hasAside: Bool
  let wordAfterVerb: UInt32
  let codeAfterVerb: UInt32

  init(_ place: Int, _ scene: Scene) {
    let mention = scene.mentions[place]
    let head = scene.tokens[mention.head]
    self.place = place
    mentionKind = UInt32(mention.kind.rawValue)
    isName = mention.isName
    kind = Self.kind(mention, head)
    noun = mention.kind == .nominal ? head.hash : 0
    length = mention.tokens.count
    let first = mention.tokens.lowerBound
    isGiven = !scene.tokens[first].classes
      .isDisjoint(with: [.masculineName, .feminineName, .title])
    counts = scene.names[place]
    isAccordingTo = mention.isAccordingTo
    isQuoted = mention.piece >= 0

    let bounds = scene.paragraphs[mention.paragraph].tokens
    let last = mention.tokens.upperBound
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
    verbPlace = mention.verb
    verbHash = mention.verb < 0 ? 0 : scene.tokens[mention.verb].hash
    verbEnding = mention.verb < 0 ? 0 : UInt32(scene.tokens[mention.verb].ending.rawValue)
    hasAside = mention.hasAside
    let next = mention.verb + 1
    wordAfterVerb = next < scene.tokens.count ? scene.tokens[next].hash : 0
    codeAfterVerb = next < scene.codes.count ? UInt32(scene.codes[next]) : 0
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

/// The mentions of a scene that are candidates, each looked at once: it is beside several
/// quotations.
struct MentionViews {
  private var known: [(view: MentionView, own: Int32)] = []
  /// For each mention its place among the known ones, or -1.
  private var places: [Int32]

  init(_ scene: Scene) { places = Array(repeating: -1, count: scene.mentions.count) }

  /// A known mention, and what the features of it alone weigh.
  subscript(place: Int) -> (view: MentionView, own: Int32) { known[place] }

  /// The place of a mention among the known ones; nil where it has not been added.
  func place(of mention: Int) -> Int? { places[mention] < 0 ? nil : Int(places[mention]) }

  /// Adds a mention and returns its place.
  mutating func add(
    _ mention: Int, _ features: borrowing SpeakerFeatures, _ weights: RankerWeights
  ) -> Int {
    let view = MentionView(mention, features.scene)
    places[mention] = Int32(known.count)
    known.append((view, features.ownWeight(of: view, weights)))
    return known.count - 1
  }
}
