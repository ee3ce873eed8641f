// Who is in the article: names gathered into persons and bodies, each with its fullest form, its
// role and the place where it is introduced.

import Articles
import Prose

/// One person or body.
struct CastMember {
  enum Gender: UInt8 {
    case unknown, masculine, feminine
  }

  /// The fullest form of the name, titles left out.
  var name: TextRange
  /// How many words the fullest form has.
  var wordCount: Int
  /// The place where the member is introduced: the fullest form's first mention with its role.
  var introduction: TextRange
  var role: TextRange?
  /// The role is only the title before the name.
  var isRoleTitle = false
  /// The head words of titles and roles, for "the senator".
  var roleHeads: Set<UInt32> = []
  var gender: Gender
  var isBody: Bool
  /// Something says that it is a person: a given name, a title, a role, or that it speaks.
  var isSurelyPerson = false
  /// The paragraph of the latest mention, counted over the whole article.
  var lastParagraph: Int
}

/// The members found so far, by name.
struct Cast {
  private(set) var members: [CastMember] = []
  /// By the hash of a name's last word, the latest member of that name.
  private var byLastName: [UInt32: Int] = [:]
  private var byFullName: [UInt32: Int] = [:]

  /// The member that a mention names, if it is known.
  func member(named mention: Mention, _ scene: Scene) -> Int? {
    let words = NameWords(mention, scene)
    return byFullName[words.fullHash] ?? byLastName[words.lastHash]
  }

  /// The member whose role has the head word, the latest in the text.
  func member(withRole head: UInt32) -> Int? {
    var best: Int?
    for place in members.indices.suffix(60) where members[place].roleHeads.contains(head) {
      if best.map({ members[$0].lastParagraph <= members[place].lastParagraph }) ?? true {
        best = place
      }
    }
    return best
  }

  /// Takes note of a named mention.
  mutating func add(_ mention: Mention, _ scene: Scene, base: Int, paragraph: Int) {
    let words = NameWords(mention, scene)
    let range = scene.textRange(words.name, base)
    let known = byFullName[words.fullHash] ?? knownShortForm(words, scene, mention)
    let place = known ?? addMember(words, range, scene, mention)
    byFullName[words.fullHash] = place
    byLastName[words.lastHash] = place
    members[place].lastParagraph = paragraph
    if words.name.count > members[place].wordCount, known != nil {
      members[place].name = range
      members[place].wordCount = words.name.count
      members[place].introduction = range
    }
    describe(place, mention, words, scene, base)
  }

  /// A single word stands for the member with that last name; a longer form for a member that so
  /// far was known by the last name alone.
  private func knownShortForm(_ words: NameWords, _ scene: Scene, _ mention: Mention) -> Int? {
    guard let known = byLastName[words.lastHash] else { return nil }
    if words.name.count == 1 { return known }
    return members[known].wordCount == 1 ? known : nil
  }

  private mutating func addMember(
    _ words: NameWords, _ range: TextRange, _ scene: Scene, _ mention: Mention
  ) -> Int {
    members.append(
      CastMember(
        name: range, wordCount: words.name.count, introduction: range, role: nil,
        gender: words.gender(scene),
        isBody: scene.tokens[mention.head].classes.contains(.organisationName), lastParagraph: 0))
    return members.count - 1
  }

  private mutating func describe(
    _ place: Int, _ mention: Mention, _ words: NameWords, _ scene: Scene, _ base: Int
  ) {
    if members[place].gender == .unknown { members[place].gender = words.gender(scene) }
    if members[place].gender != .unknown || !words.titles.isEmpty || mention.verbReports {
      members[place].isSurelyPerson = !members[place].isBody
    }
    if let title = words.titleHead(scene) { members[place].roleHeads.insert(title) }
    guard members[place].role == nil || members[place].isRoleTitle,
      let role = RoleFinder(scene: scene).role(of: mention, words),
      !(members[place].isRoleTitle && role.tokens == words.titles)
    else { return }
    members[place].isRoleTitle = role.tokens == words.titles
    members[place].isSurelyPerson = true
    members[place].role = scene.textRange(role.tokens, base)
    members[place].introduction = scene.textRange(words.name, base)
      .union(scene.textRange(role.tokens, base))
    members[place].roleHeads.formUnion(role.heads)
    if members[place].gender == .unknown { members[place].gender = role.gender }
  }
}

/// The cast as one scene sees it, once all of its names are added.
struct SceneCast {
  private let cast: Cast
  /// For each mention the member that it names, or -1. Pronouns look back over dozens of mentions,
  /// so that names are looked up once.
  private let places: [Int32]

  init(_ cast: Cast, _ scene: Scene) {
    self.cast = cast
    places = scene.mentions.map { mention in
      mention.isName ? cast.member(named: mention, scene).map { Int32($0) } ?? -1 : -1
    }
  }

  var members: [CastMember] { cast.members }

  /// The member that a mention, a name, stands for.
  func place(of mention: Int) -> Int? { places[mention] < 0 ? nil : Int(places[mention]) }

  /// The member whose role has the head word, the latest in the text.
  func member(withRole head: UInt32) -> Int? { cast.member(withRole: head) }
}

/// A name without its titles.
struct NameWords {
  /// The tokens before the name that are titles: "Defense Secretary".
  let titles: Range<Int>
  let name: Range<Int>
  let lastHash: UInt32
  let fullHash: UInt32

  init(_ mention: Mention, _ scene: Scene) {
    var first = mention.tokens.lowerBound
    let head = mention.head
    let given: WordClasses = [.masculineName, .feminineName]
    for place in mention.tokens.lowerBound..<head {
      let classes = scene.tokens[place].classes
      guard !classes.isDisjoint(with: [.title, .person]), classes.isDisjoint(with: given),
        !scene.tokens[head].classes.contains(.organisationName)
      else { continue }
      first = place + 1
    }
    titles = mention.tokens.lowerBound..<first
    name = first..<mention.tokens.upperBound
    lastHash = scene.tokens[head].hash
    fullHash = scene.tokens[name].reduce(7) { $0 &* 31 &+ $1.hash }
  }

  /// Told by title or given name.
  func gender(_ scene: Scene) -> CastMember.Gender {
    for token in scene.tokens[titles.lowerBound..<min(name.lowerBound + 1, name.upperBound)] {
      if token.classes.contains(.masculine) { return .masculine }
      if token.classes.contains(.feminine) { return .feminine }
    }
    guard name.count > 1 else { return .unknown }
    let classes = scene.tokens[name.lowerBound].classes
    let both: WordClasses = [.masculineName, .feminineName]
    if classes.isSuperset(of: both) { return .unknown }
    if classes.contains(.masculineName) { return .masculine }
    return classes.contains(.feminineName) ? .feminine : .unknown
  }

  func titleHead(_ scene: Scene) -> UInt32? {
    guard let last = titles.last, !courtesies.contains(scene.tokens[last].hash) else { return nil }
    let hash = scene.tokens[last].hash
    return longForms[hash] ?? hash
  }

  /// Whether the titles say what the person is, as "Mr." does not.
  func hasTellingTitle(_ scene: Scene) -> Bool { titleHead(scene) != nil }
}

private let courtesies = ["mr", "mrs", "ms", "miss", "herr", "frau"].map { WordHash.of($0) }
private let longForms = Dictionary(
  uniqueKeysWithValues: [
    ("sen", "senator"), ("rep", "representative"), ("gov", "governor"), ("gen", "general"),
    ("col", "colonel"), ("lt", "lieutenant"), ("sgt", "sergeant"), ("capt", "captain"),
    ("prof", "professor"), ("dr", "doctor"), ("rev", "reverend"),
  ].map { (WordHash.of($0.0), WordHash.of($0.1)) })

extension Scene {
  /// The article's bytes that some tokens cover.
  func textRange(_ range: Range<Int>, _ base: Int) -> TextRange {
    let bytes = bytes(of: range)
    return TextRange(bytes.lowerBound + base, bytes.upperBound + base)
  }
}
