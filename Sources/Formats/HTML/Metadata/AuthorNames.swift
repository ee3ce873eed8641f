// Cleans what pages give as authors: opening words, roles, addresses and dates go; lists are
// split; organisations are told from people.

/// The people and organisations in a byline.
struct AuthorNames {
  private(set) var people: [String] = []
  private(set) var organisations: [String] = []
  /// Each name is compared with all before it; a hostile page has thousands.
  static let most = 50

  /// Names, people first.
  var all: [String] { people.isEmpty ? organisations : people }

  /// The people; beside whole names, single words are what a site calls its writers.
  var wholePeople: [String] {
    isFull ? people.filter { $0.utf8.contains(0x20) } : people
  }

  /// - Parameters:
  ///   - text: the byline as the page has it.
  ///   - isCertain: whether the page says that this is a name, so that one word is enough.
  ///   - site: names of the site, which are organisations.
  mutating func add(_ text: String, isCertain: Bool, site: [String]) {
    guard !isFilled else { return }
    for part in Self.parts(of: decodedTwice(text)).prefix(20) {
      guard let name = Self.cleaned(part), Self.looksLikeName(name, isCertain: isCertain) else {
        continue
      }
      let isSite = site.contains { TitleVote.letters($0) == TitleVote.letters(name) }
      if isSite || Self.isOrganisation(name) {
        if !organisations.contains(name), !isFilled { organisations.append(name) }
      } else {
        add(person: name)
      }
    }
  }

  private var isFilled: Bool { people.count + organisations.count >= Self.most }

  /// Of "Ann Lee" and "Ann Lee The Paper" the shorter one is the name.
  private mutating func add(person name: String) {
    let key = Self.withoutHonorific(name)
    for index in people.indices {
      let other = Self.withoutHonorific(people[index])
      if key.hasPrefix(other) { return }
      if other.hasPrefix(key), key.utf8.count > 5 {
        people[index] = name
        return
      }
    }
    if !isFilled { people.append(name) }
  }

  /// The letters of a name without "Dr." or "Prof." before it.
  private static func withoutHonorific(_ name: String) -> String {
    let words = name.split(separator: " ")
    let first = words.first.map { TitleVote.letters(String($0)) } ?? ""
    guard words.count > 2, honorifics.contains(first) else { return TitleVote.letters(name) }
    return TitleVote.letters(words.dropFirst().joined(separator: " "))
  }

  private static let honorifics: Set<String> = ["dr", "prof", "mr", "mrs", "ms", "sir", "dame"]

  /// Whether a person is named with more than one word.
  var isFull: Bool { people.contains { $0.utf8.contains(0x20) } }

  mutating func add(organisation: String) {
    guard !isFilled else { return }
    let name = folded(Array(organisation.utf8))
    if !name.isEmpty, !organisations.contains(name) { organisations.append(name) }
  }

  /// Splits at commas, semicolons, bars and "and"; stops where something else begins.
  private static func parts(of text: String) -> [String] {
    var words: [[Substring]] = [[]]
    for word in folded(Array(text.utf8)).split(separator: " ") {
      let lowered = word.lowercased()
      if ["and", "und", "et", "y", "&", "|", "/", "•", "·", "-", "–", "—", "with", "mit"]
        .contains(lowered)
      {
        words.append([])
        continue
      }
      if stops.contains(lowered.filter { $0 != "," && $0 != ":" }) {
        if words.last?.isEmpty ?? true { continue }
        break
      }
      let pieces = word.split(omittingEmptySubsequences: false) { ",;|/•".contains($0) }
      for (number, piece) in pieces.enumerated() {
        if number > 0 { words.append([]) }
        if !piece.isEmpty { words[words.count - 1].append(piece) }
      }
    }
    return words.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  /// Words after which no name follows; before the first name they are skipped.
  private static let stops: Set<String> = [
    "by", "von", "par", "por", "di", "written", "posted", "author", "authors", "autor", "text",
    "updated", "published", "in", "on", "at", "for", "für", "from", "last", "about", "story",
    "words", "reviewed", "edited", "photos", "photography", "contributor", "reporting", "af", "av",
    "door", "redaktion:", "foto", "fotos", "am", "reported", "created", "is", "has", "was",
    "gespeichert", "geschrieben", "verfasst", "escrito", "écrit", "publié", "submitted",
  ]

  /// A name without brackets, quotes and addresses; nil where nothing is left.
  private static func cleaned(_ part: String) -> String? {
    var name = part.prefix { $0 != "(" && $0 != "[" && $0 != "<" }[...]
    if part.hasSuffix(")") == false, name.utf8.count < part.utf8.count, !name.isEmpty,
      !name.dropLast().utf8.contains(0x20)
    {
      // "Ann (Annie) Lee"
      name = part[...]
    }
    while let first = name.first, " .:*–—-\"'“”".contains(first) { name = name.dropFirst() }
    while let last = name.last, " :*–—-\"'“”@".contains(last) { name = name.dropLast() }
    guard !name.isEmpty, !name.contains("@"), !name.contains("://"), !name.contains("www.") else {
      return nil
    }
    var words = name.split(separator: " ")
    if words.count > 1, words.allSatisfy({ $0 == words[0] }) {
      words = [words[0]]
      name = words[0]
    }
    if words.count == 1, name.contains("-"), name.lowercased() == name {
      words = name.split(separator: "-")
      name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")[...]
    }
    let role = words.firstIndex { roles.contains($0.lowercased()) } ?? words.count
    guard role > 0 else { return nil }
    if words.count > 3, let article = words.firstIndex(where: { $0 == "The" }), article >= 2 {
      return words[..<article].joined(separator: " ")
    }
    return words.count > role && role >= 2 ? words[..<role].joined(separator: " ") : String(name)
  }

  private static func looksLikeName(_ name: String, isCertain: Bool) -> Bool {
    let words = name.split(separator: " ")
    guard words.count <= (isCertain ? 8 : 5), name.utf8.count <= 80 else { return false }
    if name.utf8.contains(where: { $0 &- 0x30 < 10 }) && !isCertain { return false }
    if refused.contains(name.lowercased()) { return false }
    if isCertain { return name.unicodeScalars.contains { $0.properties.isAlphabetic } }
    let upright = words.count { $0.first?.isUppercase ?? false }
    return words.count >= 2 && upright >= 2 && upright * 3 >= words.count * 2
  }

  private static let refused: Set<String> = [
    "admin", "staff", "editor", "administrator", "guest", "user", "none", "null", "anonymous",
    "skip to content", "read more", "view all", "author", "unknown", "undefined", "follow",
    "share", "subscribe", "sign up", "log in", "home", "contact us", "all posts",
    "view all posts", "see all posts", "more posts", "view profile", "author bio", "bio",
    "author profile", "full bio",
  ]

  private static let roles: Set<String> = [
    "editor", "reporter", "correspondent", "staff", "writer", "senior", "contributing",
    "columnist", "freelance", "associate", "chief", "managing", "political", "guest", "special",
    "editor-in-chief", "sponsored", "alle", "im", "deputy", "assistant", "journalist", "redakteur",
    "follow", "contributor",
  ]

  static func isOrganisation(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: " ")
    return words.contains { organisationWords.contains(String($0)) }
      || name.hasSuffix(".com") || name.hasSuffix(".de") || name.hasSuffix(".org")
  }

  private static let organisationWords: Set<String> = [
    "press", "news", "times", "post", "staff", "magazine", "reuters", "associated", "journal",
    "herald", "tribune", "guardian", "agency", "service", "media", "network", "university",
    "institute", "team", "redaktion", "editors", "editorial", "desk", "bureau", "inc", "gmbh",
    "group", "foundation", "association", "company", "council", "department", "ministry", "ap",
    "afp", "dpa", "ani", "pti", "wire", "wires", "contributors", "board", "blog", "online", "tv",
    "radio", "society", "center", "centre", "college", "school", "administration", "sports",
    "review", "daily", "weekly", "today", "services", "agencies", "newsroom", "community",
  ]
}
